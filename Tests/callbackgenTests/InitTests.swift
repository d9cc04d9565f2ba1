import Foundation
import TestSupport
import Testing

@Suite("callbackgen init")
struct InitTests {
  @Test(
    "What it writes passes lint without a word, generates, and compiles with warnings as errors")
  func compiles() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let written = try tool.run("init", "App", "--service", "Parcels")
    #expect(written.status == 0)
    #expect(
      written.out.hasPrefix(
        "created App/callbackgen.json\ncreated App/Schemas/Parcels/service.yaml\n"))
    let lint = try tool.run("lint", "App/Schemas/Parcels")
    #expect(lint.status == 0)
    #expect(lint.err.isEmpty, "\(lint.err)")
    #expect(try tool.run("generate", "--config", "App/callbackgen.json").status == 0)
    let swift = try #require(tool.read("App/Generated/Parcels/Parcels_service.swift"))
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: false)
      try compiler.check([try compiler.write(swift, to: "Parcels_service.swift")])
    }
  }

  @Test("Nothing that exists is overwritten")
  func existing() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("{}", to: "callbackgen.json")
    let output = try tool.run("init")
    #expect(output.status == 64)
    #expect(output.err.contains("'callbackgen.json' already exists; nothing was written."))
    #expect(tool.read("callbackgen.json") == "{}")
    #expect(tool.files(in: "Schemas").isEmpty)
  }

  @Test("A name that is no module's is refused")
  func name() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.run("init", "--service", "my parcels").status == 64)
    #expect(tool.files(in: "Schemas").isEmpty)
  }
}
