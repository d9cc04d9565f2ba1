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
      #expect(file.text.split(separator: "\n").filter { $0.count > 100 } == [])
    }
  }

  @Test(
    "Two values of a struct are equal only if all stored properties are",
    arguments: cases
      + ((try? Repository.folders(in: "Schemas")) ?? []).map { "Schemas/\($0)" })
  func equality(_ folder: String) throws {
    var diagnostics = Diagnostics()
    let service = try #require(
      SchemaLoader.load(
        try Repository.schemaFiles(folder), folder: folder, into: &diagnostics))
    let properties = ComparedProperties(
      in: SwiftGenerator.generate(service, into: &diagnostics).map(\.text))
    #expect(properties.stored.values.contains { $0.count > 1 })
    #expect(properties.problems == [])
  }

  @Test(
    "Every signature that a review prints stands in the generated text",
    arguments: cases
      + ((try? Repository.folders(in: "Schemas")) ?? []).map { "Schemas/\($0)" })
  func interface(_ folder: String) throws {
    var diagnostics = Diagnostics()
    let service = try #require(
      SchemaLoader.load(
        try Repository.schemaFiles(folder), folder: folder, into: &diagnostics))
    // A declaration that is broken between its parameters counts as one line.
    let text = try generate(folder).map(\.text).joined().replacing(/\(\n */, with: "(")
      .replacing(/,\n */, with: ", ").replacing(/\n *\)/, with: ")")
    let lines = text.split(separator: "\n").map { line in String(line.drop { $0 == " " }) }
    let signatures = SwiftInterface(of: service).all.map(\.signature)
    #expect(signatures.count > 4)
    for signature in Set(signatures) {
      let isThere = lines.contains { line in
        line.hasPrefix(signature) && " :={(".contains(line.dropFirst(signature.count).first ?? " ")
      }
      #expect(isThere, "\(signature)")
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
