import CallbackSchema
import Foundation
import PayloadValidation
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// A schema that was written from the document about the language alone, by somebody who knew nothing else.
@Suite("The schema of a newcomer")
struct RehearsalTests {
  private static let folder = "Examples/Rehearsal/2021-03-10/TencentTRTCRoom"

  @Test("It generates, compiles, and reads its samples and near misses as the schema says")
  func room() throws {
    var diagnostics = Diagnostics()
    let service = try #require(
      SchemaLoader.load(
        try Repository.schemaFiles(Self.folder), folder: Self.folder, into: &diagnostics))
    ExampleChecks.check(
      service, examples: try Repository.examples(Self.folder), into: &diagnostics)
    let files = SwiftGenerator.generate(service, into: &diagnostics)
    #expect(diagnostics.all.map(\.message) == [])
    #expect(service.events.count == 11)
    let survival = Survival.measure(service, examples: try Repository.examples(Self.folder))
    #expect(survival.kept * 100 >= survival.bodies * 95)

    let maker = SampleMaker(service, seed: 1)
    var bodies: [(body: [UInt8], expected: String)] = []
    for event in service.events {
      bodies += maker.samples(of: event, withEnvelope: true).map { ($0.body, "") }
      bodies += maker.nearMisses(of: event, withEnvelope: true).map { miss in
        (miss.body, miss.expected.map { "\($0.path) \($0.rule)" }.sorted().joined(separator: "; "))
      }
    }
    #expect(bodies.count > 200)
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: true)
      var sources = try files.map { try compiler.write($0.text, to: $0.name) }
      sources.append(try compiler.write(Self.main, to: "main.swift"))
      let lines = bodies.map { String(decoding: $0.body, as: UTF8.self) }
      let input = try compiler.write(lines.joined(separator: "\n"), to: "bodies")
      let found = try compiler.run(sources, input: input).split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast().map(String.init)
      #expect(found == bodies.map(\.expected))
    }
  }

  private static let main = """
    import CallbackRuntime

    while let line = readLine() {
      guard let reading = try? TRTCRoom.Callback.read(json: line) else {
        print("fault")
        continue
      }
      let findings = (reading.findings + reading.value.validate()).map { "\\($0.path) \\($0.rule)" }
      print(findings.sorted().joined(separator: "; "))
    }

    """
}
