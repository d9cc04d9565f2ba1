import CallbackSchema
import Foundation
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// Whatever lints clean compiles: schemas that nobody wrote, over all keys of the language.
@Suite("Random schemas")
struct RandomSchemaTests {
  static let schemas = (1...RandomSchema.count(standard: 150)).map { RandomSchema(seed: $0) }

  /// The schemas that lint clean, with what generation makes of them.
  static let clean: [(schema: RandomSchema, service: Service, files: [GeneratedFile])] =
    schemas.compactMap { schema in
      var diagnostics = Diagnostics()
      guard let service = schema.load(into: &diagnostics) else { return nil }
      let files = SwiftGenerator.generate(service, into: &diagnostics)
      return diagnostics.hasErrors ? nil : (schema, service, files)
    }

  /// What lint says first of each of the others.
  static var refusals: [String] {
    schemas.compactMap { schema in
      var diagnostics = Diagnostics()
      if let service = schema.load(into: &diagnostics) {
        _ = SwiftGenerator.generate(service, into: &diagnostics)
      }
      let first = diagnostics.sorted.first { $0.severity == .error }
      return first.map { "seed \(schema.seed): \($0.message) [\($0.code.id)]" }
    }
  }

  @Test("Most of them lint clean, so that what is said of the clean ones says something")
  func areMostlyClean() {
    let share = Double(Self.clean.count) / Double(Self.schemas.count)
    print("random schemas: \(Self.clean.count) of \(Self.schemas.count) lint clean")
    #expect(share > 0.6, "what lint says:\n\(Self.refusals.joined(separator: "\n"))")
  }

  @Test("Two values of a struct are equal only if all stored properties are")
  func areCompared() {
    for (schema, _, files) in Self.clean {
      let problems = ComparedProperties(in: files.map(\.text)).problems
      #expect(problems == [], "seed \(schema.seed)")
    }
  }

  @Test("Whatever lints clean compiles, without a warning")
  func compiles() throws {
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: false)
      for start in stride(from: 0, to: Self.clean.count, by: 50) {
        let chunk = Self.clean[start..<min(start + 50, Self.clean.count)]
        let files = try chunk.flatMap { schema, _, files in
          try files.map { try compiler.write($0.text, to: "\(schema.name).swift") }
        }
        do {
          try compiler.check(files)
        } catch {
          let said = "\(error)"
          let guilty = chunk.filter { said.contains("/\($0.schema.name).swift:") }
          Issue.record("\(guilty.map { $0.schema.kept() }.joined(separator: "\n"))\n\(said)")
        }
      }
    }
  }
}
