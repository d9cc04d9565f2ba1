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

  @Test("A service that exists is not overwritten, whatever its capitals and its files are called")
  func existing() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("# Ours.", to: "Schemas/Myservice/events.yml")
    let output = try tool.run("init")
    #expect(output.status == 64)
    #expect(
      output.err.contains(
        "'Schemas/Myservice' already is a service; nothing was written. Name another one with --service."
      ))
    #expect(tool.read("callbackgen.json") == nil)
    #expect(tool.files(in: "Schemas") == ["Myservice"])
  }

  @Test("A second service is added beside the first, and both are generated")
  func second() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.run("init", "--service", "Parcels").status == 0)
    #expect(tool.read("callbackgen.json")?.contains("services") == false)
    let config = tool.read("callbackgen.json")
    let second = try tool.run("init", "--service", "Letters")
    #expect(second.status == 0)
    #expect(second.out.hasPrefix("created Schemas/Letters/service.yaml\n\nNext:"))
    #expect(tool.read("callbackgen.json") == config)
    #expect(try tool.run("generate", "--config", "callbackgen.json").status == 0)
    #expect(tool.files(in: "Generated") == ["Letters", "Parcels"])
  }

  @Test("Where a configuration names its services, the new one is told to be added")
  func pinned() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    let config = #"{ "services": ["Schemas/Sample"] }"#
    try tool.write(config, to: "callbackgen.json")
    let output = try tool.run("init", "--service", "Letters")
    #expect(output.status == 0)
    #expect(
      output.out.contains(
        "callbackgen.json names its services: add \"Schemas/Letters\" to 'services', or remove the key"
      ))
    #expect(tool.read("callbackgen.json") == config)
    // generate warns, too.
    let made = try tool.run("generate", "--config", "callbackgen.json")
    #expect(made.status == 0)
    #expect(
      made.err
        == "callbackgen.json: warning: 'services' leaves out 'Schemas/Letters': add it, or remove 'services' for every folder of Schemas\n"
    )
    #expect(tool.files(in: "Generated") == ["Sample"])
  }

  @Test("A name that is no module's is refused")
  func name() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.run("init", "--service", "my parcels").status == 64)
    #expect(tool.files(in: "Schemas").isEmpty)
  }
}
