import CallbackSchema
import Foundation
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// Every keyword, every standard type and every name that generated code uses itself, wherever a schema can have a name.
@Suite("Words that Swift has already")
struct ReservedWordsTests {
  static let keywords = """
    Any Protocol Self Type as associatedtype await break case catch class continue default defer deinit do else enum \
    extension fallthrough false fileprivate for func guard if import in init inout internal is let nil operator \
    precedencegroup private protocol public repeat rethrows return self static struct subscript super switch throw \
    throws true try typealias var where while actor any async borrowing consume consuming convenience copy didSet \
    discard distributed dynamic each final get indirect infix isolated lazy left macro mutating none nonisolated \
    nonmutating open optional override package postfix precedence prefix reasync required right sending set some \
    then unowned unsafe weak willSet yield
    """.split(separator: " ").map(String.init)

  /// Common types of the standard library and of Foundation.
  static let standardTypes = Set(
    """
    AnyHashable Array ArraySlice Bool Character ClosedRange Codable CodingKey Collection Comparable Data Date Decodable \
    Decoder Dictionary Double Duration Encodable Encoder Equatable Error Float Hashable Hasher Identifiable Int Int32 \
    Int64 KeyPath Never OptionSet Optional Range RawRepresentable Result Sendable Sequence Set StaticString String \
    Substring Swift UInt UInt32 UInt64 URL Unicode Void
    """.split(separator: " ").map(String.init))

  static let names = """
    body event fields id reader scope position start context writer error value code first second rawValue summary \
    outcome advice allKnownCases allKnown unknownBits isExhaustive isListedElsewhere unrecognized malformed hash \
    hashValue hashInto description debugDescription customMirror json validate write read encode decode deduplicationKey isHealthCheck \
    callback header editions details other unnamed 200 3d known deliveryKey deliverySequence deliveryContent service \
    report
    """.split(separator: " ").map(String.init)

  /// Words that differ only in case make one Swift name; the first stands for all.
  static let words: [String] = {
    var seen: Set<String> = []
    let types = standardTypes.union((try? ShadowingTests.runtimeTypes()) ?? []).sorted()
    return (keywords + types + names).filter { seen.insert($0.lowercased()).inserted }
  }()

  private func quoted(_ word: String) -> String { "\"\(word)\"" }

  /// One service in which every word is a field, an event, a value, a table, an object and a bit.
  private func schema() -> String {
    let words = Self.words
    var lines = """
      callbackgen: 1
      service:
        name: Words
        editions: { page: {} }
        event: { by: kind, in: data }
        only: { reader: 3 }
        identity: [self, writer]
        envelope: { kind: string, self: string, writer: int, reader: int, nested: { fields: { init: int } }, data: object }
      events:

      """
    for (number, start) in stride(from: 0, to: words.count, by: 60).enumerated() {
      lines += "  holder_number_\(number):\n    fields:\n"
      for word in words[start..<min(start + 60, words.count)] {
        lines += "      \(quoted(word)): string\n"
      }
      lines += "  required_number_\(number):\n    fields:\n"
      for word in words[start..<min(start + 60, words.count)] {
        lines += "      \(quoted(word)): { type: string, required: true }\n"
      }
    }
    // Generated code's own names in the namespace: these collide, and say so.
    let own = ["event", "callback", "header", "unrecognizedevent", "malformedevent"]
    for word in words where !own.contains(word.lowercased()) {
      lines +=
        "  \(quoted(word)): { fields: { \(quoted(word)): { type: string, values: [\(quoted(word)), a] } } }\n"
    }
    lines += "  tabled: { fields: { all: AllWords, mask: Mask } }\n"
    for word in words {
      lines +=
        "  with_\(word)_table: { fields: { a: \(quoted("T" + word)), b: { type: \(quoted("O" + word)), optional: true } } }\n"
    }
    lines += "tables:\n  AllWords:\n    raw: string\n    values:\n"
    for word in words { lines += "      - \(quoted(word))\n" }
    lines += "  Mask:\n    raw: uint64\n    kind: flags\n    values:\n"
    // The short form of a row gives its name, and `Self` is refused as one.
    for (bit, word) in words.filter({ $0 != "Self" }).prefix(60).enumerated() {
      lines += "      \(1 << bit): \(quoted(word))\n"
    }
    for word in words {
      lines += "  T\(word): { raw: int, values: { 0: \"_\" } }\n".replacing("\"_\"", with: "zero")
    }
    lines += "objects:\n"
    for word in words { lines += "  O\(word): { fields: { a: int } }\n" }
    return lines
  }

  /// A service of which a word is the namespace, a table, an object and an event at once.
  private func schema(named word: String) -> String {
    """
    callbackgen: 1
    service:
      name: Words
      namespace: \(quoted(word))
      editions: { page: {} }
      event: { by: kind, in: data }
      envelope: { kind: int, data: object }
    events:
      occurred:
        id: 1
        fields: { a: \(quoted(word)), b: { type: Holder, optional: true }, c: [string], d: { type: json } }
    tables:
      \(quoted(word)): { raw: int, values: { 0: zero } }
    objects:
      Holder: { fields: { a: bool, b: double, c: { type: int, unit: unix-ms } } }
    """
  }

  private func generate(_ schema: String, as name: String) throws -> String {
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "Words/\(name).yaml", bytes: Array(schema.utf8))
    let service = try #require(
      SchemaLoader.load([file], folder: "Words", into: &diagnostics),
      "\(diagnostics.all.map(\.message))")
    let files = SwiftGenerator.generate(service, into: &diagnostics)
    let errors = diagnostics.sorted.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.range.start.line): \($0.message)" })")
    return try #require(files.first?.text)
  }

  @Test("Each compiles as event, field, value, bit, table, object and namespace")
  func compiles() throws {
    try SwiftCompiler.inTemporaryFolder { compiler in
      var files = [try compiler.write(generate(schema(), as: "all"), to: "Words.swift")]
      for (number, word) in Self.words.enumerated()
      where !["event", "callback", "header", "words"].contains(word.lowercased()) {
        // The marker of the runtime's version is private to each file, so that many may stand in one module.
        files.append(
          try compiler.write(generate(schema(named: word), as: "one"), to: "Word\(number).swift"))
      }
      try compiler.makeRuntime(asLibrary: false)
      try compiler.check(files)
    }
  }
}
