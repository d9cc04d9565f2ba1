import CallbackSchema
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

@Suite("Generated Swift")
struct GoldenTests {
  /// Cases with a configuration are compared by the tests of the command line, which reads it.
  static let cases =
    ((try? Repository.folders(in: "Tests/Goldens")) ?? []).map { "Tests/Goldens/\($0)" }.filter {
      (try? Repository.text("\($0)/callbackgen.json")) == nil
    } + ["Tests/CallbackRuntimeTests/Fixture/Media"]

  private func generate(_ folder: String) throws -> [GeneratedFile] {
    var diagnostics = Diagnostics()
    let service = SchemaLoader.load(
      try Repository.schemaFiles(folder), folder: folder, into: &diagnostics)
    let files = SwiftGenerator.generate(try #require(service), into: &diagnostics)
    #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
    return files
  }

  @Test("A small schema becomes the Swift beside it", arguments: cases)
  func golden(_ folder: String) throws {
    for file in try generate(folder) {
      let path = "\(folder)/\(file.name)"
      let diff = UnifiedDiff.text(
        old: (try? Repository.text(path)) ?? "", new: file.text, oldName: path, newName: "generated"
      )
      #expect(diff.isEmpty, "\(diff)\nIf this is meant: make goldens")
    }
  }

  @Test(
    "What is committed is what the schemas make",
    arguments: (try? Repository.folders(in: "Schemas")) ?? [])
  func committed(_ service: String) throws {
    for file in try generate("Schemas/\(service)") {
      let path = "Generated/\(service)/\(file.name)"
      let diff = UnifiedDiff.text(
        old: (try? Repository.text(path)) ?? "", new: file.text, oldName: path, newName: "generated"
      )
      #expect(diff.isEmpty, "\(diff)\nRun make generate")
    }
  }
}
