import CallbackRuntime
import Receiver
import Testing

/// Generated code beside the user's own types with names of the runtime and of the standard library.
@Suite("Generated code in a module that shadows every name")
struct ReceiverTests {
  @Test("It decodes, validates and encodes")
  func roundTrip() throws {
    let body =
      #"{"EventGroupId":3,"EventType":302,"CallbackTs":1622191989674,"EventInfo":{"RoomId":"20015","#
      + #""EventTs":1622191989,"UserId":"xx","TaskId":"xx","Payload":{"LeaveCode":99}}}"#
    let report = try TRTC.Callback.validate(json: body)
    #expect(report.findings == [])
    #expect(report.value.event == .recorderStopped(.init(leaveCode: .noOtherStreams)))
    #expect(String(decoding: report.value.json(), as: UTF8.self) == body)
  }
}
