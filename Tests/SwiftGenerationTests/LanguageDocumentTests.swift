import CallbackSchema
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// `docs/schema-language.md` says nothing that does not run: its snippets are parts of the goldens.
@Suite("The document about the schema language")
struct LanguageDocumentTests {
  struct Snippet: Sendable, CustomTestStringConvertible {
    var line: Int
    var file: String
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
      let file = String(line.dropFirst("<!-- golden: ".count).dropLast(" -->".count))
      let fence = lines[(number + 1)...].dropFirst()
      found.append(
        Snippet(line: number + 1, file: file, text: Array(fence.prefix { $0 != "```" })))
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

  @Test("A snippet stands in its golden, line for line", arguments: snippets)
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
  }

  @Test("Every key of the language is told")
  func keys() throws {
    let text = Self.lines.joined(separator: "\n")
    for (place, keys) in LanguageKeys.places {
      for key in keys {
        #expect(text.contains("`\(key)") || text.contains("{ \(key):"), "\(key) of \(place)")
      }
    }
    for unit in Unit.allCases { #expect(text.contains("`\(unit.rawValue)`"), "\(unit.rawValue)") }
    for scalar in Scalar.allCases { #expect(text.contains("`\(scalar.rawValue)`"), "\(scalar)") }
  }

  @Test("The first schema of the document is sound and becomes Swift")
  func first() throws {
    let start = try #require(Self.lines.firstIndex { $0.hasPrefix("callbackgen: 1") })
    let text = Self.lines[start...].prefix { $0 != "```" }.joined(separator: "\n")
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "Acme/service.yaml", bytes: Array(text.utf8))
    let service = try #require(SchemaLoader.load([file], folder: "Acme", into: &diagnostics))
    let swift = SwiftGenerator.generate(service, into: &diagnostics)
    #expect(diagnostics.all.map(\.message) == [])
    #expect(swift.first?.text.contains("case fileReady(FileReady)") == true)
  }

  /// The lines without what all of them are indented by.
  private static func withoutIndent(_ lines: [String]) -> [String] {
    let filled = lines.filter { !$0.isEmpty }
    let indent = filled.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indent)) }
  }
}
