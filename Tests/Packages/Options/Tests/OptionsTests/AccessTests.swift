import CallbackRuntime
import Internal
import Package
import Testing

// Both modules have a namespace Parcels. The name is unambiguous here because the other one is internal.
@Suite("Access levels")
struct AccessTests {
  private let body = #"{"type":"delivered","data":{"parcelId":"p"}}"#

  @Test("Internal models serve their own module")
  func internalModels() throws {
    #expect(try deliveredParcel(body) == "p")
  }

  @Test("Models with package access serve the whole package")
  func packageModels() throws {
    let callback = try Parcels.Callback(json: body)
    #expect(callback.event == .delivered(Parcels.Delivered(parcelID: "p")))
    #expect(try Parcels.Callback(json: #"{"type":"lost","data":{"parcelId":"p"}}"#).type == "lost")
  }
}
