import CallbackRuntime
import PayloadValidation
import TencentTRTCRoom
import TestSupport
import Testing

@Suite("The example bodies of the page")
struct ExampleTests {
  @Test(
    "Each decodes to its typed event by both ways, without findings, and is written back as it was",
    arguments: Bodies.fixtures.examples)
  func bothWays(_ body: ExampleBody) throws {
    let callback = try TRTCRoom.Callback(json: body.body)
    #expect(callback.eventType == Int(body.event.id.value.text))
    if case .malformed(let event) = callback.event { Issue.record("\(event.error)") }
    if case .unrecognized = callback.event { Issue.record("unrecognized") }
    #expect(callback.faults == [])
    #expect(callback.validate() == [])
    let problems = try Bodies.fixtures.problems(
      of: body, as: TRTCRoom.Callback.self, expecting: [])
    #expect(problems == [])
  }

  @Test(
    "99 % of the examples still decode to their event when one member is gone or of another JSON kind"
  )
  func survival() throws {
    let survival = try Bodies.fixtures.survival()
    #expect(survival.bodies > 300)
    #expect(survival.kept * 100 >= survival.bodies * 99, "\(survival)")
  }

  @Test("The reasons of an exit are those of the newest page")
  func reasons() throws {
    let body =
      #"{"EventGroupId":1,"EventType":104,"EventInfo":{"RoomId":12345,"UserId":"a","Reason":3}}"#
    guard case .exitRoom(let exit) = try TRTCRoom.Callback(json: body).event else {
      Issue.record("another event")
      return
    }
    #expect(exit.reason == .removed)
    #expect(exit.roomID == 12345)
  }

  @Test("A recording callback, which comes to the same URL, is another product's")
  func recording() throws {
    let body = #"{"EventGroupId":3,"EventType":301,"EventInfo":{"Payload":{"Status":0}}}"#
    guard case .otherProduct(let callback) = try TRTCRoom.Callback(json: body).event else {
      Issue.record("an event of rooms")
      return
    }
    #expect(callback.body["EventGroupId"]?.int == 3)
  }
}
