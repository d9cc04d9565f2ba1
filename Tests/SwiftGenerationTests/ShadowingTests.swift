import Foundation
import TestSupport
import Testing

/// With the build plugin, generated code is compiled in the user's own module, whose declarations shadow those of imports.
@Suite("Names of the user's own module")
struct ShadowingTests {
  static let names = "Tests/Packages/Shadowing/Sources/Receiver/Names.swift"

  /// The types that the runtime declares for users and for generated code.
  static func runtimeTypes() throws -> Set<String> {
    let declaration = /(?m)^(?:@\w+(?:\([^)]*\))? )*public (?:struct|enum|protocol|typealias) (\w+)/
    let texts = try Repository.swiftFiles(below: "Sources/CallbackRuntime").map {
      try String(contentsOf: $0, encoding: .utf8)
    }
    return Set(texts.flatMap { $0.matches(of: declaration).map { String($0.output.1) } })
  }

  @Test(
    "The package Shadowing declares every type of the runtime and the common ones of the standard library"
  )
  func isComplete() throws {
    let declared = Set(
      try Repository.text(Self.names).matches(of: /(?m)^enum (\w+) \{\}$/).map {
        String($0.output.1)
      })
    let types = try Self.runtimeTypes()
    #expect(types.count > 40)
    #expect(types.subtracting(declared) == [])
    #expect(ReservedWordsTests.standardTypes.subtracting(declared) == ["Swift"])
  }

  @Test("Generated code of every golden and service compiles beside types of these names")
  func compiles() throws {
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: false)
      let generated =
        (Repository.swiftFiles(below: "Tests/Goldens")
        + Repository.swiftFiles(below: "Generated"))
        .filter { $0.lastPathComponent.contains("_") }
      #expect(generated.count > 30)
      try compiler.check([Repository.root.appendingPathComponent(Self.names)] + generated)
    }
  }
}
