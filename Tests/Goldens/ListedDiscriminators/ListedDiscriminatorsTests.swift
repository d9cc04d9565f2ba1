import CallbackRuntime
import Foundation
import Testing

@Suite("Events named by several members")
struct ListedDiscriminatorsTests {
  private static let bodies: [(String, Talk.Event)] = [
    (
      #"{"type":"url_verification","challenge":"c"}"#,
      .urlVerification(Talk.URLVerification(challenge: "c"))
    ),
    (
      #"{"type":"event_callback","event_id":"1","event":{"type":"message","text":"t"}}"#,
      .message(Talk.Message(text: "t"))
    ),
    (
      #"{"type":"event_callback","event":{"type":"message","subtype":"bot_message","text":"t"}}"#,
      .message(Talk.Message(subtype: "bot_message", text: "t"))
    ),
    (
      #"{"type":"event_callback","event":{"type":"message","subtype":"message_deleted","deleted_ts":"1"}}"#,
      .messageDeleted(Talk.MessageDeleted(deletedTs: "1"))
    ),
  ]

  @Test("Members of the payload are parts of the ID, and are written back")
  func parts() throws {
    for (body, event) in Self.bodies {
      let report = try Talk.Callback.validate(json: body)
      #expect(report.value.event == event)
      #expect(report.findings == [])
      #expect(report.value.json() == body)
      let decoded = try JSONDecoder().decode(Talk.Callback.self, from: Data(body.utf8))
      #expect(decoded == report.value)
    }
    #expect(
      try Talk.Callback(json: Self.bodies[3].0).event.id == "event_callback.message.message_deleted"
    )
  }

  @Test("The order of the members does not matter")
  func order() throws {
    let body = #"{"event":{"text":"t","type":"message"},"type":"event_callback"}"#
    #expect(try Talk.Callback(json: body).event == .message(Talk.Message(text: "t")))
  }

  @Test("An undocumented event has all values in its ID")
  func unknown() throws {
    let body = #"{"type":"event_callback","event":{"type":"reaction_added","subtype":"x"}}"#
    let callback = try Talk.Callback(json: body)
    #expect(callback.event.id == "event_callback.reaction_added.x")
    #expect(callback.json() == body)
    #expect(try Talk.Callback(json: #"{"type":"event_callback"}"#).event.id == "event_callback")
    #expect(throws: CallbackDecodingError.self) { try Talk.Callback(json: "{}") }
  }
}
