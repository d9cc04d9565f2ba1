import CallbackSchema
import PayloadValidation
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

@Suite("Diagnostics of broken schemas")
struct DiagnosticGoldenTests {
  static let codes = DiagnosticCode.schemaCodes + DiagnosticCode.generationCodes

  @Test("The tool says about a broken schema what is expected of it", arguments: codes.map(\.id))
  func golden(_ code: String) throws {
    let folder = "Tests/Diagnostics/\(code)/Sample"
    let files = try Repository.schemaFiles(folder)
    let examples = try Repository.examples(folder)
    var diagnostics = Diagnostics()
    let service = SchemaLoader.load(files, folder: folder, into: &diagnostics)
    if let service, !diagnostics.hasErrors {
      ExampleChecks.check(service, examples: examples, into: &diagnostics)
      if !diagnostics.hasErrors { _ = SwiftGenerator.generate(service, into: &diagnostics) }
    }
    let text = DiagnosticRenderer(files: files + examples.values).render(
      diagnostics.sorted, as: .text)
    let expected = try Repository.text("Tests/Diagnostics/\(code)/expected.txt")
    let diff = UnifiedDiff.text(old: expected, new: text, oldName: "expected", newName: "said")
    #expect(diff.isEmpty, "\(diff)\nIf this is meant: make goldens")
    #expect(text.contains("[\(code)]"), "the golden of \(code) does not show it")
  }

  @Test("Every folder of broken schemas belongs to a code")
  func folders() throws {
    #expect(try Repository.folders(in: "Tests/Diagnostics") == Self.codes.map(\.id).sorted())
  }

  @Test("Every code explains itself in a sentence and says how to mend it")
  func explanations() {
    for code in Self.codes + DiagnosticCode.sourceCodes {
      #expect(code.summary.hasSuffix("."), "\(code.id)")
      #expect(code.explanation.count > code.id.count + 20, "\(code.id)")
    }
    let ids = (Self.codes + DiagnosticCode.sourceCodes).map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
