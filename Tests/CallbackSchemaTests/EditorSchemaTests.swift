import CallbackSchema
import Foundation
import SchemaSource
import TestSupport
import Testing

/// `Schemas/callbackgen.schema.json` helps editors; the loader is the authority, and both say the same.
@Suite("The editors' schema of the language")
struct EditorSchemaTests {
  private static var schema: SmallJSONSchema? {
    (try? Repository.text("Schemas/callbackgen.schema.json")).flatMap { try? SmallJSONSchema($0) }
  }

  /// Folders of services that are right.
  static let folders =
    ((try? Repository.folders(in: "Schemas")) ?? []).map { "Schemas/\($0)" }
    + ((try? Repository.folders(in: "Tests/Goldens")) ?? []).map { "Tests/Goldens/\($0)" }
    + ((try? Repository.folders(in: "Tests/Vendors")) ?? []).map { "Tests/Vendors/\($0)" }

  @Test("Each place has the keys that the loader knows, no more and no less")
  func keys() throws {
    let schema = try #require(Self.schema)
    let known = LanguageKeys.places
    let others = schema.definitions.filter { known[$0] == nil }
    // Mappings whose only own key stands among free ones.
    #expect(others == ["readings", "rowReadings"])
    for (place, keys) in known {
      let properties = schema.definition(place)["properties"] as? [String: Any] ?? [:]
      #expect(Set(properties.keys) == Set(keys), "\(place)")
    }
  }

  @Test("Each word is one that the loader knows, no more and no less")
  func words() throws {
    let schema = try #require(Self.schema)
    func words(_ place: String, _ key: String? = nil) -> [String]? {
      var definition = schema.definition(place)
      if let key {
        definition = (definition["properties"] as? [String: [String: Any]])?[key] ?? [:]
      }
      return definition["enum"] as? [String]
    }
    #expect(words("scalar") == Scalar.allCases.map(\.rawValue))
    #expect(words("kind") == JSONKind.allCases.map(\.rawValue))
    #expect(words("unit") == Unit.allCases.map(\.rawValue))
    #expect(words("edition", "kind") == Edition.Kind.allCases.map(\.rawValue))
    #expect(words("service", "body") == BodyEncoding.allCases.map(\.rawValue))
    #expect(words("table", "kind") == CodeTable.Kind.allCases.map(\.rawValue))
    #expect(words("row", "outcome") == Outcome.allCases.map(\.rawValue))
    #expect(words("event", "outcome") == Outcome.allCases.map(\.rawValue))
    #expect(words("example", "of") == Example.Extent.allCases.map(\.rawValue))
    #expect(words("signature", "algorithm") == Signature.Algorithm.allCases.map(\.rawValue))
    #expect(words("signature", "encoding") == Signature.Encoding.allCases.map(\.rawValue))
    let raws = Scalar.allCases.filter { $0.isInteger || $0 == .string }.map(\.rawValue)
    #expect(words("table", "raw") == raws)
  }

  @Test("What the loader takes, the schema takes", arguments: folders)
  func right(_ folder: String) throws {
    let schema = try #require(Self.schema)
    for file in try Repository.schemaFiles(folder) {
      var diagnostics = Diagnostics()
      let root = try #require(SourceParser.parse(file, into: &diagnostics))
      #expect(schema.accepts(root), "\(file.path)")
    }
  }

  @Test(
    "A key that is misspelt is refused by both; one that the schema misses, the loader misses",
    arguments: folders)
  func damaged(_ folder: String) throws {
    let schema = try #require(Self.schema)
    let files = try Repository.schemaFiles(folder)
    for (index, file) in files.enumerated() {
      var diagnostics = Diagnostics()
      let root = try #require(SourceParser.parse(file, into: &diagnostics))
      for (number, entry) in Self.entries(root).enumerated() where number % 7 == index % 7 {
        guard case .scalar(let key) = entry.key.content, Self.words.contains(key.text) else {
          continue
        }
        let misspelt = Self.replacing(entry.key.range, in: file, by: key.text + "q")
        let (isAccepted, errors) = Self.judge(misspelt, at: index, in: files, folder, schema)
        let place = "'\(key.text)q' in \(file.path):\(entry.key.range.start.line)"
        if !isAccepted { #expect(!errors.isEmpty, "only the schema refuses \(place)") }
        // A row may have columns, whose names the editors' schema does not know.
        if errors.contains(where: { $0.code.id == "unknown-key" && !Self.isOfRow($0) }) {
          #expect(!isAccepted, "only the loader refuses \(place)")
        }
      }
    }
  }

  private static func isOfRow(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.message.hasPrefix("a row has") || diagnostic.message.hasPrefix("a value has")
  }

  private static let words = Set(LanguageKeys.places.values.flatMap { $0 })

  private static func judge(
    _ file: SourceFile, at index: Int, in files: [SourceFile], _ folder: String,
    _ schema: SmallJSONSchema
  ) -> (isAccepted: Bool, errors: [Diagnostic]) {
    var files = files
    files[index] = file
    var diagnostics = Diagnostics()
    let root = SourceParser.parse(file, into: &diagnostics)
    _ = SchemaLoader.load(files, folder: folder, into: &diagnostics)
    return (root.map(schema.accepts) ?? false, diagnostics.all.filter { $0.severity == .error })
  }

  private static func entries(_ node: Node) -> [Node.Entry] {
    switch node.content {
    case .scalar: []
    case .sequence(let items): items.flatMap(entries)
    case .mapping(let found): found + found.flatMap { entries($0.value) }
    }
  }

  private static func replacing(
    _ range: SourceRange, in file: SourceFile, by text: String
  ) -> SourceFile {
    var bytes = file.bytes
    bytes.replaceSubrange(range.start.offset..<range.end.offset, with: Array(text.utf8))
    return SourceFile(path: file.path, bytes: bytes)
  }
}
