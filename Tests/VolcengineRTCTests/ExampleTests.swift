import CallbackRuntime
import PayloadValidation
import TestSupport
import Testing
import VolcengineRTC

@Suite("The example bodies of the page")
struct ExampleTests {
  @Test("Each is read as a fragment through its event's type", arguments: Bodies.fixtures.examples)
  func fragment(_ body: ExampleBody) throws {
    let callback = try Volcengine.Callback(json: body.body)
    let written = try rewritten(body.details, by: callback.event) ?? Array(body.details.utf8)
    let again = try Volcengine.Callback(json: Bodies.wrap(Bodies.text(written), in: body.event))
    #expect(again.event == callback.event)
  }

  @Test(
    "Each decodes to its typed event by both ways, with the findings that are expected of it, and is written back as they predict",
    arguments: Bodies.fixtures.examples)
  func bothWays(_ body: ExampleBody) throws {
    let callback = try Volcengine.Callback(json: body.body)
    #expect(callback.eventType == body.event.key)
    if case .malformed(let event) = callback.event { Issue.record("\(event.error)") }
    if case .unrecognized = callback.event { Issue.record("unrecognized") }
    let (read, validated) = expected(in: body)
    #expect(callback.validate().map { "\($0.path) \($0.rule)" } == validated)
    let problems = try Bodies.fixtures.problems(
      of: body, as: Volcengine.Callback.self, expecting: read)
    #expect(problems == [])
  }

  /// The findings that the page's own slips make.
  private func expected(in body: ExampleBody) -> (read: [Finding.Rule], validated: [String]) {
    switch body.event.key {
    // Quoted numbers.
    case "SegmentRealTimeData": ([.otherType, .otherType, .otherType], [])
    // A reason although it runs; an object instead of a text; the envelope without half of its members.
    case "RelayStreamStateChanged":
      (
        [.otherType],
        ["Version missing", "Signature missing", "Nonce missing", "EventData.Reason condition"]
      )
    default: ([], [])
    }
  }

  @Test(
    "99 % of the examples still decode to their event when one member is gone or of another JSON kind"
  )
  func survival() throws {
    let survival = try Bodies.fixtures.survival()
    #expect(survival.bodies > 500)
    #expect(survival.kept * 100 >= survival.bodies * 99, "\(survival)")
  }

  @Test("The survival that is told from the schema is the survival of the generated code")
  func survivalIsReal() throws {
    let real = try Bodies.fixtures.realSurvival(wrap: Bodies.wrap) { body in
      if case .malformed = try Volcengine.Callback(json: body).event { false } else { true }
    }
    #expect(try Bodies.fixtures.survival() == real)
  }
}
