import TestSupport
import Testing

@Suite("Keys that identify events")
struct EventKeyTests {
  private static func messages(
    _ event: String,
    envelope: String = "{ id: string, info: { fields: { at: int } }, raw: object }",
    encoding: String = "json", events: String = "started: { doc: It started. }"
  ) -> [String] {
    SchemaMessages.of(
      """
      callbackgen: 1
      service:
        name: Sample
        editions: { page: { title: The page } }
        event: \(event)
        body: \(encoding)
        envelope: \(envelope)
      events:
        \(events)
      """)
  }

  @Test("A key of the body, or of an object of the envelope with fields, is right")
  func right() {
    for path in [".", "info"] { #expect(Self.messages("{ by: key of \(path) }") == []) }
    #expect(Self.messages("{ by: key of info }", encoding: "list") == [])
    #expect(
      Self.messages("{ by: key of here }", envelope: "{ here: { doc: All., fields: {} } }") == [])
  }

  @Test("Every other use is one error with a way out")
  func wrong() {
    let cases: [(actual: [String], expected: String)] = [
      (
        Self.messages("{ by: key of }"),
        "5: 'key of' names no object [bad-place]; "
          + "write key of . for the body, or key of PATH for an object of the envelope"
      ),
      (
        Self.messages("{ by: key of a..b }"),
        "5: 'key of a..b' names no object [bad-place]; "
          + "write key of . for the body, or key of PATH for an object of the envelope"
      ),
      (
        Self.messages("{ by: key of infos }"),
        "5: 'infos' is not the path of a field [unknown-path]; did you mean 'info'?"
      ),
      (
        Self.messages("{ by: key of raw }"),
        "5: 'raw' has no fields, beside which the event could be [contradiction]; "
          + "write fields: there, with the members that every event has, or fields: {}"
      ),
      (
        Self.messages("{ by: key of ., in: raw }"),
        "5: the payload of an event is the value of its key [contradiction]; remove in:"
      ),
      (
        Self.messages("{ by: key of . }", events: "started: { in: info, doc: It started. }"),
        "9: the payload of an event is the value of its key [contradiction]; remove in:"
      ),
      (
        Self.messages("{ by: [key of ., id], in: raw }"),
        "5: 'key of .' identifies an event alone, not as one of several [contradiction]; "
          + "write by: key of ., without a list"
      ),
      (
        Self.messages("{ by: key of . }", events: "id: { doc: It started. }"),
        "9: 'id' belongs to a field of the envelope already [spelling-claimed-twice]; "
          + "remove the field: the event is its value"
      ),
      (
        Self.messages("{ by: key of . }", envelope: "{ id: string }", encoding: "form"),
        "5: a form has no objects, which the value of a key could be [contradiction]; "
          + "write by: PATH, in: ."
      ),
      (
        Self.messages("{ by: id }"),
        "5: 'in' is missing: the path of the payload [missing-key]; no correction"
      ),
    ]
    for (actual, expected) in cases { #expect(actual == [expected]) }
  }
}
