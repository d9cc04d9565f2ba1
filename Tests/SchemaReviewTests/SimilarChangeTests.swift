import CallbackSchema
import SchemaReview
import SchemaSource
import Testing

/// Changes that look like others with worse verdicts, and the other way round. The oracle found each among its drawn pairs.
@Suite("Changes that look like others")
struct SimilarChangeTests {
  /// The changes between two services, as `RULE: WIRE`.
  ///
  /// - Parameters:
  ///   - fields: the old and the new fields of the event.
  ///   - entries: further entries of the event.
  private func changes(
    fields: (String, String) = ("name: string", "name: string"),
    entries: (String, String) = ("", ""), objects: (String, String) = ("", ""),
    slot: String = "data"
  ) throws -> [String] {
    let old = try service(fields.0, entries.0, objects.0, slot)
    let new = try service(fields.1, entries.1, objects.1, slot)
    return Review(old, new).changes.map { "\($0.rule.id): \($0.rule.wire.text)" }
  }

  private func service(
    _ fields: String, _ entries: String, _ objects: String, _ slot: String
  ) throws -> Service {
    let text = """
      callbackgen: 1
      service:
        name: Sample
        editions: { zh: {}, en: {} }
        event: { by: kind, in: \(slot) }
        envelope: { kind: int, data: object }
      events:
        started: { id: 1, doc: It started., \(entries)fields: { \(fields) } }
      \(objects)
      """
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "Sample/service.yaml", bytes: [UInt8](text.utf8))
    let service = SchemaLoader.load([file], folder: "Sample", into: &diagnostics)
    #expect(diagnostics.all.filter { $0.severity == .error }.map(\.message) == [])
    return try #require(service)
  }

  @Test("An event that names the place of the payload of its service does not move")
  func payload() throws {
    #expect(try changes(entries: ("", "in: ., "), slot: ".") == [])
    #expect(try changes(entries: ("in: ., ", ""), slot: ".") == [])
    #expect(try changes(entries: ("", "in: ., ")) == ["payload-moved: breaks"])
  }

  @Test("The decoder requires no constant, so that required there changes nothing")
  func constants() throws {
    let (plain, required) = (
      "name: { type: string, const: a }", "name: { type: string, const: a, required: true }"
    )
    #expect(try changes(fields: (plain, required)) == [])
    #expect(try changes(fields: (required, plain)) == [])
    #expect(
      try changes(fields: (required, "name: { type: string, optional: true }")).allSatisfy {
        !$0.contains("breaks")
      })
  }

  @Test("Another type of a required object breaks if the old code reads nothing of it")
  func objects() throws {
    let object = "place: { required: true, fields: { city: string } }"
    let found = try changes(fields: (object, "place: { type: object, required: true }"))
    #expect(found.count == 1 && !found.contains { $0.contains("breaks") }, "\(found)")
    #expect(
      try changes(fields: (object, "place: { type: string, required: true }"))
        == ["required-type-changed: breaks"])
  }

  @Test("A description that an added field took from another one has another meaning")
  func descriptions() throws {
    let found = try changes(
      fields: (
        "name: { type: string, doc: Who. }",
        "name: { type: string, doc: Where. }, count: { type: int, doc: Who. }"
      ))
    #expect(found.sorted() == ["description-moved: safe", "field-added: ignores [unknown-field]"])
  }

  @Test("An edition fewer of an object costs its members where they are included, and no more")
  func editionLess() throws {
    let objects = (
      "objects: { Common: { fields: { city: string } } }",
      "objects: { Common: { editions: [zh], fields: { city: string } } }"
    )
    #expect(
      try changes(entries: ("include: [Common], ", "include: [Common], "), objects: objects)
        == ["provenance-narrowed: degrades [missing]"])
    let member = "name: string, place: Common"
    #expect(
      try changes(fields: (member, member), objects: objects) == ["provenance-changed: safe"])
  }

  @Test("An edition more of an object tells the editions by it, where one of them expects more")
  func editionMore() throws {
    let objects = (
      "objects: { Common: { editions: [en], fields: { city: string } } }",
      "objects: { Common: { fields: { city: string } } }"
    )
    let alike = "place: { type: Common, optional: true }, room: string"
    #expect(try changes(fields: (alike, alike), objects: objects) == ["provenance-changed: safe"])
    let more = "place: { type: Common, optional: true }, room: { type: string, editions: [en] }"
    #expect(
      try changes(fields: (more, more), objects: objects)
        == ["object-edition-added: degrades [missing]"])
  }
}
