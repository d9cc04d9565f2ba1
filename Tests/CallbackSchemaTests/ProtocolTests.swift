import TestSupport
import Testing

@Suite("Objects that are protocols")
struct ProtocolTests {
  private static func messages(
    _ object: String, event: String = "{ doc: It started., include: [Common] }", more: String = ""
  ) -> [String] {
    SchemaMessages.of(
      """
      callbackgen: 1
      service:
        name: Sample
        editions: { page: { title: The page } }
        event: { by: kind, in: data }
        envelope: { kind: string, data: object }
      events:
        started: \(event)
      objects:
        Common: { protocol: true, fields: \(object) }
      \(more)
      """)
  }

  @Test("A protocol is included, and its fields have types that every struct shares")
  func right() {
    #expect(Self.messages("{ id: string, at: int, all: [json], place: string | int }") == [])
    #expect(
      Self.messages("{ part: Part }", more: "  Part: { fields: { name: string } }") == [])
  }

  @Test("A protocol is no type of a field or of an event")
  func types() {
    let fix = "remove protocol: true, or use an object that includes it"
    #expect(
      Self.messages(
        "{ id: string }",
        event: "{ doc: It started., include: [Common], fields: { parts: [Common] } }") == [
          "8: 'Common' is a protocol, and no type of values [contradiction]; \(fix)"
        ])
    #expect(
      Self.messages("{ id: string }", event: "{ doc: It started., type: Common }") == [
        "8: 'Common' is a protocol, and no type of values [contradiction]; \(fix)"
      ])
  }

  @Test(
    "A field whose type each struct declares is an error",
    arguments: [
      "{ info: { fields: { a: int } } }", "{ info: { type: string, values: [a, b] } }",
      "{ info: string | bool }", "{ info: { type: [string: string | bool] } }",
      "{ info: { type: { by: kind, of: { x: Part }, else: json } } }",
    ])
  func ownTypes(_ fields: String) {
    let messages = Self.messages(fields, more: "  Part: { fields: { name: string } }")
    #expect(
      messages.filter { !$0.contains("kind") } == [
        "10: 'info' has another type in each struct that includes the protocol 'Common' "
          + "[contradiction]; declare its type under objects or tables, or the field outside the protocol"
      ])
  }

  @Test("A protocol that nothing includes is not used")
  func unused() {
    #expect(
      Self.messages("{ id: string }", event: "{ doc: It started. }") == [
        "10: object 'Common' is not used [unused-name]; no correction"
      ])
  }
}
