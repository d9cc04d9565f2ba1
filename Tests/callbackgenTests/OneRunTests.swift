import CommandSupport
import Foundation
import SchemaSource
import TestSupport
import Testing

@testable import callbackgen

/// A schema with many defects has in one run the errors that each defect has alone: none is hidden, and none follows from
/// another.
@Suite("All errors of a schema in one run")
struct OneRunTests {
  private static let sound = """
    callbackgen: 1
    service:
      name: Sample
      editions:
        page: { kind: page }
        api: { kind: version }
      event: { by: kind, in: data }
      envelope:
        kind: int
        sid: string
        at: { type: int64, unit: unix-ms }
        data: { type: string, format: json }
        meta:
          fields:
            region: string
      identity: [sid, at]
      order: meta.region
    objects:
      Common:
        fields:
          host: string
          port: { type: int, range: 0... }
      Tree:
        fields:
          name: string
          child: [Tree]
    tables:
      Reason:
        raw: int
        values:
          0: ok
          1: failed
      Level:
        raw: int
        values:
          0: low
      State:
        raw: string
        values: [on, off]
    formats:
      FileName:
        forms:
          plain: "{app}_{room}"
        parts: { app: int, room: string }
    events:
      started:
        id: 1
        doc: It started.
        include: [Common]
        fields:
          tree: Tree
          reason: Reason
          text: { type: string, when: { reason: 1 } }
          state: State
          level: Level
          extra: { type: { by: reason, of: { 1: State }, else: string } }
          file: { type: string, format: FileName }
      stopped:
        id: 2
        doc: It stopped.
        const: { meta.region: eu }
        fields:
          fileName: string
          other: string
          detail: { type: string, editions: [api] }
    """

  struct Defect: CustomTestStringConvertible {
    var old: String
    var new: String
    var codes: [String]

    var testDescription: String { new }
  }

  static let defects: [Defect] = [
    // Loading: types, words, keys, places.
    Defect(old: "tree: Tree", new: "tree: Treee", codes: ["unknown-name"]),
    Defect(old: "host: string", new: "host: date", codes: ["unknown-name"]),
    Defect(old: "0: low", new: "x: low", codes: ["bad-value"]),
    Defect(old: "{ kind: version }", new: "{ kind: versoin }", codes: ["bad-word"]),
    Defect(old: "editions: [api]", new: "editions: [apy]", codes: ["unknown-name"]),
    Defect(old: "sid: string", new: "sid: { optional: maybe }", codes: ["missing-key"]),
    Defect(old: "{ by: kind, in: data }", new: "{ by: kind }", codes: ["missing-key"]),
    Defect(old: "plain: \"{app}_{room}\"", new: "plain: \"{app}{room}\"", codes: ["bad-template"]),
    Defect(old: "name: Sample", new: "title: Sample", codes: ["missing-key"]),
    // Checks of the loaded service.
    Defect(old: "range: 0...", new: "range: -1..9999999999999999999", codes: ["bad-range"]),
    Defect(old: "order: meta.region", new: "order: meta.regoin", codes: ["unknown-path"]),
    Defect(old: "when: { reason: 1 }", new: "when: { raeson: 1 }", codes: ["unknown-path"]),
    Defect(old: "id: 2", new: "id: 1", codes: ["duplicate-id"]),
    Defect(old: "child: [Tree]", new: "child: Tree", codes: ["recursion"]),
    Defect(old: "of: { 1: State }", new: "of: { 7: State }", codes: ["not-listed"]),
    // Names in Swift.
    Defect(old: "other: string", new: "file_name: string", codes: ["name-collision"]),
  ]

  /// The errors that `lint` prints, without columns.
  private func errors(_ schema: String) throws -> [String] {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(schema, to: "Sample/service.yaml")
    var found = Diagnostics()
    try SchemaFolder(path: tool.folder.appendingPathComponent("Sample").path).lint(into: &found)
    return found.all.filter { $0.severity == .error }.map {
      "\($0.range.start.line): \($0.message) [\($0.code.id)]"
    }.sorted()
  }

  private func damaged(_ schema: String, by defect: Defect) -> String {
    schema.replacingOccurrences(of: defect.old, with: defect.new)
  }

  @Test("The schema without a defect has no error")
  func sound() throws {
    #expect(try errors(Self.sound) == [])
  }

  @Test("A defect alone has its error, and no other", arguments: defects)
  func alone(_ defect: Defect) throws {
    #expect(Self.sound.components(separatedBy: defect.old).count == 2)
    let found = try errors(damaged(Self.sound, by: defect))
    #expect(found.map { $0.components(separatedBy: " [").last } == defect.codes.map { "\($0)]" })
  }

  @Test("A reference to what failed to load is no second error")
  func references() throws {
    let rows = [("0: ok", "x: ok"), ("{ 1: State }", "{ 0: State }")]
    let fields = [("region: string", "region: strng"), ("kind: int", "kind: [a, b]")]
    let objects = [
      ("fields:\n      host", "feilds:\n      host"), ("{ reason: 1 }", "{ port: 1 }"),
    ]
    for (changes, count) in [(rows, 1), (fields, 2), (objects, 1)] {
      let schema = changes.reduce(Self.sound) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
      let found = try errors(schema)
      #expect(found.count == count, "\(found)")
    }
  }

  @Test("All defects together have the errors of each")
  func together() throws {
    let each = try Self.defects.flatMap { try errors(damaged(Self.sound, by: $0)) }.sorted()
    let all = try errors(Self.defects.reduce(Self.sound, damaged))
    #expect(all == each)
  }

  @Test("Two defects have the errors of each", arguments: defects)
  func pairs(_ first: Defect) throws {
    let before = try errors(damaged(Self.sound, by: first))
    for second in Self.defects where second.old != first.old {
      let expected = (before + (try errors(damaged(Self.sound, by: second)))).sorted()
      let found = try errors(damaged(damaged(Self.sound, by: first), by: second))
      #expect(found == expected, "\(first.new) and \(second.new)")
    }
  }
}
