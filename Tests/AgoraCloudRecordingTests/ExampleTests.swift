import AgoraCloudRecording
import CallbackRuntime
import PayloadValidation
import TestSupport
import Testing

@Suite("The example bodies of the pages")
struct ExampleTests {
  @Test("Each is read as a fragment through its event's type", arguments: Bodies.fixtures.examples)
  func fragment(_ body: ExampleBody) throws {
    let callback = try Agora.Callback(json: body.body)
    let written = try rewritten(body.details, by: callback.event) ?? Array(body.details.utf8)
    let again = try Agora.Callback(json: Bodies.wrap(Bodies.text(written), in: body.event))
    #expect(again.event == callback.event)
  }

  @Test(
    "Each decodes to its typed event by both ways, with the findings that are expected of it, and is written back as they predict",
    arguments: Bodies.fixtures.examples)
  func bothWays(_ body: ExampleBody) throws {
    let callback = try Agora.Callback(json: body.body)
    #expect(callback.eventType == Int(body.event.id.value.text))
    if case .malformed(let event) = callback.event { Issue.record("\(event.error)") }
    if case .unrecognized = callback.event { Issue.record("unrecognized") }
    #expect(callback.validate() == [])
    let problems = try Bodies.fixtures.problems(
      of: body, as: Agora.Callback.self, expecting: expected(in: body))
    #expect(problems == [])
  }

  /// The findings that the pages' own slips make.
  private func expected(in body: ExampleBody) -> [Finding.Rule] {
    switch body.example.file.value {
    case "uploaded-web-page-mp4.zh.json", "backuped-individual.zh.json",
      "backuped-composite.zh.json",
      "backuped-composite-mp4.zh.json", "backuped-web-page-mp4.zh.json":
      [.otherType]
    case "web-recorder-stopped.json": [.alias, .alias]
    default: []
    }
  }

  @Test(
    "99 % of the examples still decode to their event when one member is gone or of another JSON kind"
  )
  func survival() throws {
    let survival = try Bodies.fixtures.survival()
    #expect(survival.bodies > 300)
    #expect(survival.kept * 100 >= survival.bodies * 99, "\(survival)")
  }

  @Test("The survival that is told from the schema is the survival of the generated code")
  func survivalIsReal() throws {
    let real = try Bodies.fixtures.realSurvival(wrap: Bodies.wrap) { body in
      if case .malformed = try Agora.Callback(json: body).event { false } else { true }
    }
    #expect(try Bodies.fixtures.survival() == real)
  }
}
