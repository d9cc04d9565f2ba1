import CallbackRuntime
import PayloadValidation
import TencentTRTCRecording
import TestSupport
import Testing

@Suite("The example bodies of the page")
struct ExampleTests {
  @Test("Each is read as a fragment through its event's type", arguments: Bodies.fixtures.examples)
  func fragment(_ body: ExampleBody) throws {
    let callback = try TRTC.Callback(json: body.body)
    let written = try rewritten(body.details, by: callback.event) ?? Array(body.details.utf8)
    let again = try TRTC.Callback(json: Bodies.wrap(Bodies.text(written), in: body.event))
    #expect(again.event == callback.event)
  }

  @Test(
    "Each decodes to its typed event by both ways, with the findings that are expected of it, and is written back as they predict",
    arguments: Bodies.fixtures.examples)
  func bothWays(_ body: ExampleBody) throws {
    let callback = try TRTC.Callback(json: body.body)
    #expect(callback.eventType == Int(body.event.id.value.text))
    if case .malformed(let event) = callback.event { Issue.record("\(event.error)") }
    if case .unrecognized = callback.event { Issue.record("unrecognized") }
    let (read, validated) = expected(in: body)
    #expect(callback.validate().map(\.rule) == validated)
    let problems = try Bodies.fixtures.problems(
      of: body, as: TRTC.Callback.self, expecting: read)
    #expect(problems == [])
  }

  /// The findings that the page's own slips and placeholders make.
  private func expected(in body: ExampleBody) -> (read: [Finding.Rule], validated: [Finding.Rule]) {
    switch body.example.file.value {
    case "recorder-started.json", "recorder-stopped.json", "recorder-started-en.json",
      "recorder-stopped-en.json":
      ([.otherType], [])
    case "file-uploaded.json", "file-upload-failed.json", "file-uploaded-en.json",
      "file-upload-failed-en.json":
      ([], [.format])
    case "file-uploaded-flat.json":
      ([.otherType, .flattened, .alias, .otherUnit, .otherUnit], [.missing, .format])
    default: ([], [])
    }
  }

  @Test(
    "99 % of the examples still decode to their event when one member is gone or of another JSON kind"
  )
  func survival() throws {
    let survival = try Bodies.fixtures.survival()
    #expect(survival.bodies > 50)
    #expect(survival.kept * 100 >= survival.bodies * 99, "\(survival)")
  }

  @Test("The survival that is told from the schema is the survival of the generated code")
  func survivalIsReal() throws {
    let real = try Bodies.fixtures.realSurvival(wrap: Bodies.wrap) { body in
      if case .malformed = try TRTC.Callback(json: body).event { false } else { true }
    }
    #expect(try Bodies.fixtures.survival() == real)
  }
}
