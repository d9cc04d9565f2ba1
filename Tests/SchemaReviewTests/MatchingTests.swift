import CallbackSchema
import SchemaReview
import SchemaSource
import TestSupport
import Testing

/// Renames, moves and equivalent schemas.
@Suite("How a review matches the elements of two states")
struct MatchingTests {
  private static let head = """
    callbackgen: 1
    service:
      name: Sample
      editions: { zh: {}, en: {} }
      event: { by: kind, in: data }
      envelope: { kind: int, data: object }

    """

  /// The rules and paths of the changes between two texts after the same head.
  private func changes(_ old: String, _ new: String) throws -> [String] {
    try review([old], [new]).map { "\($0.rule.id) \($0.path)" }
  }

  private func review(_ old: [String], _ new: [String]) throws -> [Change] {
    Review(try service(old), try service(new)).changes
  }

  /// A service of a file for each text; the first has the head.
  private func service(_ texts: [String]) throws -> Service {
    let files = texts.enumerated().map { place, text in
      let whole = place == 0 ? Self.head + text : "callbackgen: 1\n" + text
      return SourceFile(path: "Sample/file\(place).yaml", bytes: [UInt8](whole.utf8))
    }
    var diagnostics = Diagnostics()
    let service = SchemaLoader.load(files, folder: "Sample", into: &diagnostics)
    for diagnostic in diagnostics.all where diagnostic.severity == .error {
      Issue.record("\(diagnostic.range.path):\(diagnostic.range.start.line): \(diagnostic.message)")
    }
    return try #require(service)
  }

  private func events(_ fields: String, _ rest: String = "") -> String {
    "events: { started: { id: 1, doc: It started., fields: { \(fields) } } }\n\(rest)"
  }

  @Test("A renamed table is one change, besides those of its rows")
  func renamedTable() throws {
    let before = events(
      "why: Reason", "tables: { Reason: { raw: int, values: { 1: a, 2: b, 3: c } } }")
    let after = events(
      "why: Cause", "tables: { Cause: { raw: int, values: { 1: a, 2: b, 4: d } } }")
    #expect(
      try changes(before, after) == [
        "type-renamed tables.Reason", "code-removed tables.Reason.3", "code-added tables.Reason.4",
      ])
  }

  @Test(
    "A field's own table that becomes a shared one is a change of type, besides those of its rows")
  func sharedTable() throws {
    let before = events("why: { type: int, values: { 1: a, 2: b } }")
    let after = events("why: Reason", "tables: { Reason: { raw: int, values: { 1: a, 3: c } } }")
    #expect(
      try changes(before, after) == [
        "swift-type-changed events.started.why", "code-removed events.started.why.2",
        "code-added events.started.why.3", "type-added tables.Reason",
      ])
  }

  @Test(
    "A nested object that becomes a named one is a change of type, besides those of its members")
  func namedObject() throws {
    let before = events("place: { fields: { city: string, floor: int } }")
    let after = events("place: Place", "objects: { Place: { fields: { city: int, floor: int } } }")
    #expect(
      try changes(before, after) == [
        "swift-type-changed events.started.place", "type-changed events.started.place.city",
        "type-added objects.Place",
      ])
  }

  @Test("A field that moves into an included object is unchanged")
  func included() throws {
    let before = events("room: string, user: string")
    let after = """
      events: { started: { id: 1, doc: It started., include: [Common], fields: { room: string } } }
      objects: { Common: { fields: { user: string } } }
      """
    #expect(try changes(before, after) == ["type-added objects.Common"])
  }

  @Test("A change of an object that several events include is one change, with these events")
  func includedByMany() throws {
    func text(_ field: String) -> String {
      """
      events:
        started: { id: 1, doc: It started., include: [Common] }
        stopped: { id: 2, doc: It stopped., include: [Common] }
      objects: { Common: { fields: { \(field) } } }
      """
    }
    let found = try review([text("user: string")], [text("user: { type: string, name: person }")])
    #expect(found.map { "\($0.rule.id) \($0.path)" } == ["swift-name-changed objects.Common.user"])
    #expect(found.first?.events == ["started", "stopped"])
    #expect(found.first?.new?.declaration?.symbol == "Sample.Started.person")
  }

  @Test("The distribution over files is no change")
  func otherFile() throws {
    let event = "events: { started: { id: 1, doc: It started., fields: { why: Reason } } }\n"
    let table = "tables: { Reason: { raw: int, values: { 1: a } } }\n"
    #expect(try review([event + table], [event, table]).isEmpty)
    #expect(try review([event, table], [table, event]).isEmpty)
  }

  @Test("An explicit default is no change")
  func spelled() throws {
    let before = events("room: string, why: { type: string, values: [left] }")
    let after = """
      events:
        started:
          doc: It started.
          id: 1
          name: started
          editions: [en, zh]
          fields:
            room: { type: string, name: room, optional: false, required: false, editions: [en, zh] }
            why: { type: string, values: { left: { name: left } } }
      """
    #expect(try changes(before, after) == [])
  }

  @Test("Codes whose values are all incremented are shifted")
  func shifts() throws {
    func text(_ rows: String) -> String {
      events("why: { type: int, values: { \(rows) } }")
    }
    #expect(
      try changes(text("1: a, 2: b, 3: c"), text("2: a, 3: b, 4: c, 1: new")) == [
        "code-shifted events.started.why.1", "code-shifted events.started.why.2",
        "code-moved events.started.why.3", "code-reused events.started.why.1",
      ])
  }

  @Test("Recursive objects are compared once, also if they are renamed")
  func recursion() throws {
    let before = events(
      "root: Tree",
      "objects: { Tree: { fields: { nodes: { type: [Tree] }, a: int, b: int, c: int } } }")
    let after = events(
      "root: Node",
      "objects: { Node: { fields: { nodes: { type: [Node] }, x: int, y: int, z: int } } }")
    let found = try changes(before, after)
    #expect(found.contains("swift-type-changed events.started.root"))
    #expect(found.count < 20, "\(found)")
  }

  @Test("A field that moves between events and an object that all of them include is unchanged")
  func movedIntoIncluded() throws {
    func text(_ own: String, _ common: String) -> String {
      """
      events:
        started: { id: 1, doc: It started., include: [Common], fields: { \(own) } }
        stopped: { id: 2, doc: It stopped., include: [Common], fields: { \(own) } }
      objects: { Common: { fields: { \(common) } } }
      """
    }
    let (own, common) = (
      text("room: string, user: string", "app: string"),
      text("user: string", "app: string, room: string")
    )
    #expect(try changes(own, common) == [])
    #expect(try changes(common, own) == [])
    #expect(try changes(own, text("user: string", "app: string, room: int")) != [])
  }

  @Test("A field that moves into a nested object is moved, besides its other changes")
  func movedIntoGroup() throws {
    let before = events("at: { type: int64, unit: unix-ms, doc: When. }")
    let after = events("times: { fields: { at: { type: int64, unit: unix-s, doc: When. } } }")
    #expect(
      try changes(before, after) == [
        "field-added events.started.times", "field-moved events.started.at",
        "time-unit-changed events.started.at",
      ])
  }

  @Test("Events whose keys contain dots are groups of their own")
  func dots() throws {
    func text(_ first: String, _ second: String) -> String {
      """
      events:
        room.created: { id: 1, doc: It came., fields: { \(first) } }
        room.closed: { id: 2, doc: It went., fields: { \(second) } }
      """
    }
    let found = try review([text("seat: int", "")], [text("", "seat: int")])
    #expect(
      found.map { "\($0.rule.id) \($0.path)" } == [
        "field-removed events.\"room.created\".seat", "field-added events.\"room.closed\".seat",
      ])
    #expect(found.map(\.group) == ["events.\"room.created\"", "events.\"room.closed\""])
  }

  @Test("A renamed member of the envelope is one change, whatever refers to it")
  func envelope() throws {
    func text(_ name: String, _ other: String) -> [String] {
      [
        """
        callbackgen: 1
        service:
          name: Sample
          editions: { page: {} }
          only: { \(name): 3 }
          identity: [\(name)]
          order: \(name)
          probes: [{ \(name): 9 }]
          event: { by: kind, in: data }
          envelope:
            \(name): { type: int, name: part, aliases: [\(other)], doc: Which part. }
            kind: int
            data: object
        events: { started: { id: 1, doc: It started., const: { \(name): 3 } } }
        """
      ]
    }
    let (before, after) = (try whole(text("part", "section")), try whole(text("section", "part")))
    #expect(Review(before, after).changes.map(\.rule.id) == ["alias-adopted"])
  }

  @Test(
    "Numbers are compared exactly, whatever their notation",
    arguments: [
      (
        "uint64, default: 9223372036854775808", "uint64, default: 9223372036854775809",
        "default-changed"
      ),
      (
        "int64, const: 9223372036854775806", "int64, const: 9223372036854775807",
        "constant-changed"
      ),
      (
        "uint64, range: 0...18446744073709551614", "uint64, range: 0...18446744073709551615",
        "range-widened"
      ),
      ("double, default: 1", "double, default: 1.0", nil),
      ("double, default: 1e3", "double, default: 1000", nil),
    ])
  func numbers(old: String, new: String, rule: String?) throws {
    func text(_ type: String) -> String { events("size: { type: \(type) }, name: string") }
    let found = try changes(text(old), text(new))
    #expect(found == (rule.map { ["\($0) events.started.size"] } ?? []))
  }

  /// A service of whole files.
  private func whole(_ texts: [String]) throws -> Service {
    var diagnostics = Diagnostics()
    let files = texts.map { SourceFile(path: "Sample/service.yaml", bytes: [UInt8]($0.utf8)) }
    let service = SchemaLoader.load(files, folder: "Sample", into: &diagnostics)
    for diagnostic in diagnostics.all where diagnostic.severity == .error {
      Issue.record("\(diagnostic.range.start.line): \(diagnostic.message)")
    }
    return try #require(service)
  }

  @Test("The most similar of several tables is the renamed one")
  func mostSimilar() throws {
    func text(_ first: String, _ second: String) -> String {
      events(
        "a: \(first), b: \(second)",
        "tables: { \(first): { raw: int, values: { 1: a, 2: b, 3: c } }, \(second): { raw: int, values: { 1: a, 2: b } } }"
      )
    }
    #expect(
      try changes(text("A", "B"), text("A2", "B2")) == [
        "type-renamed tables.A", "type-renamed tables.B",
      ])
    #expect(
      try changes(text("A", "B"), text("Z", "C")) == [
        "type-renamed tables.A", "type-renamed tables.B",
      ])
  }

  @Test("The same change in two services has two fingerprints")
  func services() throws {
    func changes(_ name: String) throws -> [String] {
      func load(_ fields: String) throws -> Service {
        var service = try service([events(fields)])
        service.name = name
        return service
      }
      return Review(try load("a: int"), try load("a: string")).changes.map(\.fingerprint)
    }
    #expect(try changes("One") != changes("Two"))
  }

  @Test(
    "A removal and an addition of like type are one change, whatever the words and the presence",
    arguments: ["doc: Who it is., ", "optional: true, ", ""])
  func perhapsRenamed(_ more: String) throws {
    func text(_ name: String, _ words: String) -> String {
      events("\(name): { type: string, \(words)example: a }, room: int")
    }
    #expect(
      try changes(text("uid", more), text("userId", more)) == [
        "field-perhaps-renamed events.started.uid"
      ])
    #expect(
      try changes(text("uid", more), text("userId", "doc: Another., ")) == [
        "field-perhaps-renamed events.started.uid"
      ])
    let found = try review([text("uid", "")], [text("userId", "")])
    #expect(found.map(\.message) == [#""uid" perhaps renamed to "userId", string"#])
    #expect(found.map(\.history.text) == ["breaks"])
  }

  @Test("The most alike of several fields is the one that is perhaps renamed")
  func mostAlike() throws {
    let found = try review(
      [events("roomName: string, userName: string")], [events("nameOfUser: string, room: string")])
    #expect(
      Set(found.map(\.message)) == [
        #""userName" perhaps renamed to "nameOfUser", string"#,
        #""roomName" perhaps renamed to "room", string"#,
      ])
  }

  @Test("Another case of a name is a renamed field")
  func otherCase() throws {
    #expect(
      try changes(events("UtcMs: int"), events("utcMs: int")) == [
        "field-renamed events.started.UtcMs"
      ])
  }

  @Test(
    "Objects that exchange their names while their users follow are renamed, and no body changes")
  func swapped() throws {
    func text(_ first: String, _ second: String) -> String {
      events(
        "a: \(first), b: \(second)",
        "objects: { \(first): { fields: { x: int } }, \(second): { fields: { y: string } } }")
    }
    let found = try review([text("One", "Two")], [text("Two", "One")])
    #expect(found.map(\.rule.id) == ["type-renamed", "type-renamed"])
    // The one may have another member besides.
    let more = text("Two", "One").replacing("y: string", with: "y: string, z: int")
    #expect(
      try review([text("One", "Two")], [more]).map(\.rule.id) == [
        "type-renamed", "type-renamed", "field-added",
      ])
  }

  @Test("Descriptions that are reworded mean the same, and those that are exchanged do not")
  func meanings() throws {
    func text(_ first: String, _ second: String) -> String {
      events("on: { type: bool, values: { true: { doc: \(first) }, false: { doc: \(second) } } }")
    }
    #expect(
      try review([text("On.", "Off.")], [text("It is on.", "Off.")]).map(\.rule.id) == [
        "documentation-changed"
      ])
    #expect(
      try review([text("On.", "Off.")], [text("Off.", "On.")]).map(\.rule.id) == [
        "code-description-changed", "code-description-changed",
      ])
  }

  @Test(
    "What the new code no longer accepts has a history verdict, though no documented body changes",
    arguments: [
      ("string, aliases: [b]", "string", "leniency-removed", "breaks"),
      ("int, accepts: [string]", "int", "leniency-removed", "degrades [wrong-type]"),
      (
        "int, required: true, accepts: [string]", "int, required: true", "leniency-removed",
        "breaks"
      ),
      ("string", "string, required: true", "required-added", "breaks"),
      ("int, range: 0...9", "int, range: 0...5", "range-narrowed", "degrades [range]"),
    ])
  func history(_ old: String, _ new: String, _ rule: String, _ verdict: String) throws {
    let found = try review([events("a: { type: \(old) }")], [events("a: { type: \(new) }")])
    #expect(found.map { "\($0.rule.id) \($0.history.text)" } == ["\(rule) \(verdict)"])
    #expect(found.allSatisfy { !$0.isHarmless && $0.rule.wire == .safe })
  }
}
