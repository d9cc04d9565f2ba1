import CallbackRuntime
import Several
import Testing

@Suite("Several services in one module")
struct SeveralTests {
  @Test("Services of the package's own, in folders outside of the target")
  func own() throws {
    let parcel = try Parcels.Callback(json: #"{"type":"lost","data":{"parcelId":"p"}}"#)
    #expect(parcel.event == .lost(Parcels.Lost(parcelID: "p")))
    let letter = try Letters.Callback(json: #"{"kind":1,"letter":{"sender":"s"}}"#)
    #expect(letter.event == .sent(Letters.Sent(sender: "s")))
  }

  @Test("A service whose schema ships with callbackgen")
  func shipped() throws {
    let callback = try TRTC.Callback(json: #"{"EventGroupId":3,"EventType":999,"EventInfo":{}}"#)
    #expect(callback.eventType == 999)
  }
}
