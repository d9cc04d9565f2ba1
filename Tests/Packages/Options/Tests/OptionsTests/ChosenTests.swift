import CallbackRuntime
import Chosen
import Testing

@Suite("Chosen events, and undocumented members")
struct ChosenTests {
  @Test("A chosen event has a type, and keeps what is unknown in it")
  func chosen() throws {
    let json = #"{"type":"delivered","data":{"parcelId":"p","place":"door","colour":"red"}}"#
    let callback = try Parcels.Callback(json: json)
    guard case .delivered(let delivered) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(delivered.place == .door)
    #expect(delivered.unknownFields["colour"]?.string == "red")
    #expect(String(decoding: callback.json(), as: UTF8.self) == json)
  }

  @Test("An event that was not chosen stays raw")
  func others() throws {
    let callback = try Parcels.Callback(json: #"{"type":"lost","data":{"parcelId":"p"}}"#)
    guard case .unrecognized(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.id == "lost")
  }
}
