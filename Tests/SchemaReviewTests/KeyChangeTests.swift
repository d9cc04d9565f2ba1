import CallbackSchema
import Foundation
import SchemaReview
import SchemaSource
import TestSupport
import Testing

/// Every key of the schema language has a rule.
@Suite("Every key of the language, changed alone")
struct KeyChangeTests {
  private static let path = "Tests/Review/every-key.yaml"

  /// The keys in the JSON Schema of the language: `field.unit`.
  private static func keys() throws -> [String] {
    let data = Data(try Repository.text("Schemas/callbackgen.schema.json").utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let places = try #require(root["$defs"] as? [String: [String: Any]])
    return places.flatMap { place, definition in
      ((definition["properties"] as? [String: Any]) ?? [:]).keys.map { "\(place).\($0)" }
    }.sorted()
  }

  @Test("Each key of the JSON Schema is changed here, or has a reason why it has no rule")
  func complete() throws {
    let covered = Set(KeyChange.all.map(\.key)).union(KeyChange.meaningless.keys)
    #expect(try Self.keys().filter { !covered.contains($0) } == [])
    #expect(covered.subtracting(try Self.keys()) == [])
  }

  @Test("A changed key is one change, under its rule", arguments: KeyChange.all)
  func alone(_ change: KeyChange) throws {
    let text = try Repository.text(Self.path)
    #expect(
      text.components(separatedBy: change.old).count == 2, "'\(change.old)' stands there once")
    let other = text.replacingOccurrences(of: change.old, with: change.new)
    #expect(
      try changedKeys(text, other).contains(
        change.key.split(separator: ".").last.map(String.init) ?? ""))
    let found = Review(try load(text), try load(other)).changes
    #expect(found.map(\.rule.id) == [change.rule], "\(found.map(\.message))")
    let back = Review(try load(other), try load(text)).changes
    #expect(back.count == 1, "\(back.map(\.message))")
  }

  private func load(_ text: String) throws -> Service {
    var diagnostics = Diagnostics()
    let service = ReviewPair.service(text, path: Self.path, into: &diagnostics)
    for diagnostic in diagnostics.all where diagnostic.severity == .error {
      Issue.record("\(diagnostic.range.start.line): \(diagnostic.message)")
    }
    return try #require(service)
  }

  /// The keys on the path to the first difference of two texts.
  private func changedKeys(_ first: String, _ second: String) throws -> [String] {
    func parse(_ text: String) throws -> Node {
      var diagnostics = Diagnostics()
      let file = SourceFile(path: Self.path, bytes: [UInt8](text.utf8))
      return try #require(SourceParser.parse(file, into: &diagnostics))
    }
    func keys(_ a: Node, _ b: Node) -> [String] {
      switch (a.content, b.content) {
      case (.mapping(let before), .mapping(let after)):
        for entry in before {
          guard case .scalar(let key) = entry.key.content else { continue }
          guard let other = after.first(where: { $0.key.content == entry.key.content }) else {
            return [key.text]
          }
          let below = keys(entry.value, other.value)
          if !below.isEmpty { return [key.text] + below }
        }
        guard
          let added = after.first(where: { entry in
            !before.contains { $0.key.content == entry.key.content }
          }), case .scalar(let key) = added.key.content
        else { return [] }
        return [key.text]
      case (.sequence(let before), .sequence(let after)):
        guard before.count == after.count else { return ["-"] }
        return zip(before, after).lazy.map(keys).first { !$0.isEmpty } ?? []
      default: return a.content == b.content ? [] : ["-"]
      }
    }
    return keys(try parse(first), try parse(second))
  }
}
