import CallbackSchema
import TestSupport
import Testing

/// The snippets of `docs/schema-language.md` are parts of the goldens, which `Scripts/record-snippets.py` writes.
@Suite("The document about the schema language")
struct LanguageDocumentTests {
  struct Snippet: Sendable, CustomTestStringConvertible {
    var line: Int
    var file: String
    /// The words that its first and its last line are found by.
    var ends: [String]
    var text: [String]

    var testDescription: String { "line \(line), \(file)" }
  }

  private static let lines: [String] = {
    let text = (try? Repository.text("docs/schema-language.md")) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }()

  static let snippets: [Snippet] = {
    var found: [Snippet] = []
    for (number, line) in lines.enumerated() where line.hasPrefix("<!-- golden: ") {
      let marker = line.dropFirst("<!-- golden: ".count).dropLast(" -->".count)
      let parts = marker.split(separator: " | ").map(String.init)
      let ends = parts.dropFirst().map { String($0.split(separator: " > ").last ?? "") }
      let fence = lines[(number + 1)...].dropFirst()
      found.append(
        Snippet(
          line: number + 1, file: parts[0], ends: ends, text: Array(fence.prefix { $0 != "```" })))
    }
    return found
  }()

  @Test("There are snippets of every golden")
  func everyGolden() throws {
    let named = Set(Self.snippets.map { $0.file.split(separator: "/")[0].description })
    // A case with a configuration shows the generator's options, not the language.
    let goldens = try Repository.folders(in: "Tests/Goldens").filter {
      (try? Repository.text("Tests/Goldens/\($0)/callbackgen.json")) == nil
    }
    #expect(named == Set(goldens))
    #expect(Self.snippets.count > 60)
  }

  @Test("Every block of YAML or Swift is recorded")
  func recorded() {
    let blocks = Self.lines.count { $0 == "```yaml" || $0 == "```swift" }
    #expect(blocks == Self.snippets.count)
  }

  @Test(
    "A snippet is a part of its golden, line for line; make goldens records it", arguments: snippets
  )
  func verbatim(_ snippet: Snippet) throws {
    let golden = try Repository.text("Tests/Goldens/\(snippet.file)")
    let lines = golden.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let wanted = Self.withoutIndent(snippet.text)
    try #require(!wanted.isEmpty)
    let starts = lines.indices.filter { start in
      start + wanted.count <= lines.count
        && Self.withoutIndent(Array(lines[start..<(start + wanted.count)])) == wanted
    }
    #expect(!starts.isEmpty, "\(snippet.text.joined(separator: "\n"))")
    #expect(snippet.ends.count == 1 || snippet.ends.count == 2)
    for end in snippet.ends { #expect(wanted.contains { $0.contains(end) }, "\(end)") }
  }

  @Test("Every key, unit and scalar type of the language is in a table of the document")
  func keys() {
    // The code of the first two cells of a row; a key of a mapping that is written out is in its braces.
    let cells = Self.lines.filter { $0.hasPrefix("| ") }.flatMap {
      $0.split(separator: "|").prefix(2)
    }
    let named = Set(
      cells.flatMap { cell in
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      })
    let text = Self.lines.joined(separator: "\n")
    for (place, keys) in LanguageKeys.places {
      for key in keys {
        #expect(named.contains(key) || text.contains("{ \(key): "), "\(key) of \(place)")
      }
    }
    for unit in Unit.allCases { #expect(named.contains(unit.rawValue), "\(unit.rawValue)") }
    for scalar in Scalar.allCases { #expect(named.contains(scalar.rawValue), "\(scalar)") }
  }

  /// The lines without what all of them are indented by.
  private static func withoutIndent(_ lines: [String]) -> [String] {
    let filled = lines.filter { !$0.isEmpty }
    let indent = filled.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indent)) }
  }
}
