import CallbackSchema
import SchemaReview
import SchemaSource
import Testing

/// Changes of guards, tables, forms, editions and headers, and what a fingerprint covers.
@Suite("How a review compares what fields share")
struct ServiceMatchingTests {
  /// The changes between two services with the same event and envelope.
  ///
  /// - Parameter texts: the keys of the service, and the sections of the schema after it.
  private func changes(
    _ old: (service: String, rest: String), _ new: (service: String, rest: String)
  ) throws -> [Change] {
    Review(try service(old), try service(new)).changes
  }

  private func service(_ texts: (service: String, rest: String)) throws -> Service {
    let text = """
      callbackgen: 1
      service:
        name: Sample
        event: { by: kind, in: data }
        envelope: { kind: int, part: int, data: object }
      \(texts.service.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      \(texts.rest)

      """
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "Sample/service.yaml", bytes: [UInt8](text.utf8))
    let service = SchemaLoader.load([file], folder: "Sample", into: &diagnostics)
    for diagnostic in diagnostics.all where diagnostic.severity == .error {
      Issue.record("\(diagnostic.range.start.line): \(diagnostic.message)")
    }
    return try #require(service)
  }

  private static let page = "editions: { page: {} }"

  private func rules(_ old: String, _ new: String, _ service: String = page) throws -> [String] {
    try changes((service, old), (service, new)).map(\.rule.id)
  }

  @Test("The fields of a payload that is another object are compared")
  func payloads() throws {
    func text(_ type: String) -> String {
      """
      events:
        started: { id: 1, \(type) }
        stopped: { id: 2, type: Done }
      objects:
        Done: { fields: { name: { type: string, doc: Who. } } }
      """
    }
    let own = text("fields: { room: { type: string, doc: Where. }, count: int }")
    let rules = try rules(own, text("type: Done"))
    #expect(rules == ["event-type-changed", "field-perhaps-renamed", "field-removed"])
    #expect(
      try self.rules(text("type: Done"), own)
        == ["event-type-changed", "field-perhaps-renamed", "field-added"])
  }

  @Test("A further edition of an event documents the fields without editions of their own only")
  func furtherEditions() throws {
    func text(_ editions: String) -> String {
      """
      events:
        started: { id: 1, editions: [\(editions)], fields: { name: string, room: { type: string, editions: [en] } } }
      """
    }
    let pages = "editions: { zh: {}, en: {} }"
    #expect(
      try rules(text("en"), text("zh, en"), pages) == ["provenance-changed", "provenance-narrowed"])
    #expect(
      try rules(text("zh, en"), text("en"), pages) == ["provenance-changed"])
  }

  @Test("A field that moves from one object of an event to another one is moved")
  func objects() throws {
    func text(_ first: String, _ second: String) -> String {
      let rest = "{ type: string, doc: Where. }"
      return """
        events:
          started: { id: 1, fields: { user: User, place: Place } }
        objects:
          User: { fields: { name: { type: string, doc: Who. }\(first.isEmpty ? "" : ", \(first): \(rest)") } }
          Place: { fields: { floor: { type: int, doc: How high. }\(second.isEmpty ? "" : ", \(second): \(rest)") } }
        """
    }
    #expect(try rules(text("room", ""), text("", "room")) == ["field-moved"])
    #expect(
      Set(try rules(text("room", ""), text("", "hall"))) == ["field-removed", "field-added"])
  }

  @Test("A guard that only events of the new state need loses nothing of the old one")
  func guards() throws {
    func text(_ guarded: String, _ constant: String, _ more: String = "") -> (String, String) {
      (
        "\(Self.page)\nonly: { part: \(guarded) }",
        "events:\n  started: { id: 1, \(constant)fields: { name: string } }\n\(more)"
      )
    }
    let added = "  moved: { id: 2, const: { part: 9 }, fields: { name: string } }"
    let known = "const: { part: 8 }, "
    #expect(
      try changes(text("8", known), text("[8, 9]", known, added)).map(\.rule.id) == [
        "guard-extended", "event-added",
      ])
    #expect(
      try changes(text("8", ""), text("[8, 9]", "", added)).map(\.rule.id) == [
        "guard-widened", "event-added",
      ])
    // Another value of a known event is lost.
    #expect(
      try changes(text("8", known), text("[8, 9]", "const: { part: 9 }, ", added)).map(\.rule.id)
        .contains("guard-widened"))
  }

  @Test("Forms that exclude each other may be tried in any order")
  func forms() throws {
    func text(_ forms: String) -> String {
      """
      events: { started: { id: 1, fields: { file: { type: string, format: FileName } } } }
      formats: { FileName: { forms: { \(forms) }, parts: { Room: string, User: string } } }
      """
    }
    let (video, audio) = (#"video: "{Room}.mp4""#, #"audio: "{Room}.m4a""#)
    #expect(try rules(text("\(video), \(audio)"), text("\(audio), \(video)")) == [])
    let single = #"single: "{Room}_{User}.mp4""#
    #expect(
      try rules(text("\(video), \(single)"), text("\(single), \(video)")) == ["forms-reordered"])
  }

  @Test("Tables that swap their contents change what the codes of a field mean")
  func swappedTables() throws {
    func text(_ one: String, _ two: String) -> String {
      """
      events: { started: { id: 1, fields: { a: One, b: Two } } }
      tables: { One: { raw: int, values: { \(one) } }, Two: { raw: int, values: { \(two) } } }
      """
    }
    let (fruits, colours) = ("1: apple, 2: pear", "1: red, 2: green")
    let found = try changes(
      (Self.page, text(fruits, colours)), (Self.page, text(colours, fruits)))
    for path in ["events.started.a", "events.started.b"] {
      #expect(found.contains { $0.path.hasPrefix(path) && $0.rule.meaning == .changed }, "\(path)")
    }
  }

  @Test(
    "Codes of a shared table that become strings are lost where a field does not accept strings",
    arguments: [
      ("accepts: [string]", "accepts: [string]", "type-accepted"),
      ("accepts: [string]", "optional: true", "type-changed"),
      ("accepts: [string], required: true", "optional: true", "type-changed"),
      ("required: true", "accepts: [string]", "required-type-changed"),
    ])
  func sharedTable(_ first: String, _ second: String, _ rule: String) throws {
    func text(_ raw: String, _ values: String) -> String {
      """
      events: { started: { id: 1, fields: { a: { type: Why, \(first) }, b: { type: Why, \(second) } } } }
      tables: { Why: { raw: \(raw), values: { \(values) } } }
      """
    }
    let found = try changes(
      (Self.page, text("int", "1: one, 2: two")),
      (Self.page, text("string", #""1": one, "2": two"#)))
    let own = found.filter { $0.path == "tables.Why" }
    #expect(own.map(\.rule.id) == [rule])
  }

  @Test("An edition that becomes complete documents that what it omits is absent")
  func partial() throws {
    let text = """
      events: { started: { id: 1, fields: { a: { type: string, editions: [zh] }, b: string } } }
      """
    let found = try changes(
      ("editions: { zh: {}, en: { partial: true } }", text), ("editions: { zh: {}, en: {} }", text))
    #expect(
      found.map { "\($0.rule.id) \($0.path)" } == [
        "edition-changed editions.en", "provenance-narrowed events.started.a",
      ])
    let opposite = try changes(
      ("editions: { zh: {}, en: {} }", text), ("editions: { zh: {}, en: { partial: true } }", text))
    #expect(opposite.map(\.rule.id) == ["edition-changed"])
    #expect(opposite.map(\.history.text) == ["degrades [missing]"])
  }

  @Test("The letter case of a header is documentation, in its declaration and in a signature")
  func headers() throws {
    func text(_ name: String) -> String {
      """
      \(Self.page)
      headers: { \(name): { type: string } }
      signatures: [{ in: header \(name), algorithm: hmac-sha256, encoding: hex, over: body }]
      """
    }
    let rest = "events: { started: { id: 1, fields: { a: string } } }"
    let found = try changes((text("X-Sign"), rest), (text("x-sign"), rest))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.rule.id == "documentation-changed" }, "\(found.map(\.rule.id))")
  }

  @Test(
    "A fingerprint covers descriptions and members of what is added",
    arguments: [
      ("b: { type: string, doc: One. }", "b: { type: string, doc: Another. }"),
      ("b: { fields: { x: int } }", "b: { fields: { x: double } }"),
      ("b: { fields: { x: { type: int, doc: One. } } }", "b: { fields: { x: int } }"),
      (
        "b: { type: int, values: { 1: { name: one } } }",
        "b: { type: int, values: { 1: { name: first } } }"
      ),
    ])
  func fingerprints(_ first: String, _ second: String) throws {
    func text(_ more: String) -> (String, String) {
      (Self.page, "events: { started: { id: 1, fields: { a: string\(more) } } }")
    }
    func fingerprint(_ more: String) throws -> String {
      let found = try changes(text(""), text(", \(more)"))
      #expect(found.map(\.rule.id) == ["field-added"])
      return found[0].fingerprint
    }
    #expect(try fingerprint(first) == fingerprint(first))
    #expect(try fingerprint(first) != fingerprint(second))
    // As the new type of a field.
    func replaced(_ type: String) throws -> [String] {
      try changes(text(", b: [bool]"), text(", \(type)")).map(\.fingerprint)
    }
    #expect(try replaced(first) != replaced(second))
  }

  @Test("A fingerprint covers the description of an added event")
  func eventFingerprints() throws {
    func fingerprint(_ doc: String) throws -> [String] {
      let old = "events:\n  started: { id: 1, fields: { a: string } }"
      return try changes(
        (Self.page, old), (Self.page, "\(old)\n  moved: { id: 2, doc: \(doc) }")
      ).map(\.fingerprint)
    }
    #expect(try fingerprint("It moved.") != fingerprint("It was moved."))
  }
}
