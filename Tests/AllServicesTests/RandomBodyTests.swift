import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import SchemaExport
import SchemaReview
import SchemaSource
import SwiftGeneration
import TestSupport
import Testing

/// What the tool says about bodies of random schemas, by the schema alone and by generated code.
@Suite("Bodies of random schemas")
struct RandomBodyTests {
  @Test("Every export of a random schema is made, and it does not differ from itself")
  func exports() {
    for (schema, service, _) in RandomSchemaTests.clean {
      #expect("\(JSONSchema(of: service).schema)" != "")
      #expect(Inventory(of: service).events.count == service.events.count)
      #expect(Review(service, service).changes.isEmpty, "\(schema.kept())")
    }
  }

  @Test("Bodies are made of every random schema, and most samples are documented in every respect")
  func samples() {
    var (samples, clean, misses, exact) = (0, 0, 0, 0)
    for (_, service, _) in RandomSchemaTests.clean {
      let validator = BodyValidator(service)
      let maker = SampleMaker(service, seed: 1)
      for (place, event) in service.events.enumerated() {
        for sample in maker.samples(of: event, withEnvelope: place == 0) {
          let report = validator.validate(sample.body)
          samples += 1
          if report.fault == nil, report.findings.isEmpty { clean += 1 }
        }
        for miss in maker.nearMisses(of: event, withEnvelope: place == 0) {
          let found = validator.validate(miss.body).findings.map { "\($0.path) \($0.rule)" }
            .sorted()
          misses += 1
          if found == miss.expected.map({ "\($0.path) \($0.rule)" }).sorted() { exact += 1 }
        }
      }
    }
    print("samples: \(clean) of \(samples) clean; near misses: \(exact) of \(misses) exact")
    // Samples know no conditions in the envelope, and follow readings that validation does not.
    #expect(Double(clean) / Double(samples) > 0.5)
    #expect(Double(exact) / Double(misses) > 0.4)
  }

  /// How many schemas are compiled into a program: of 300 every fifteenth.
  static let compiled = RandomSchemaTests.clean.enumerated().filter { $0.offset % 15 == 1 }
    .map(\.element)

  @Test("Generated code finds in samples and near misses what the schema alone finds")
  func agreement() throws {
    for start in stride(from: 0, to: Self.compiled.count, by: 20) {
      let chunk = Self.compiled[start..<min(start + 20, Self.compiled.count)]
      var bodies: [String] = []
      var expected: [(schema: RandomSchema, body: String, report: String)] = []
      for (number, (schema, service, _)) in chunk.enumerated() {
        let validator = BodyValidator(service)
        for body in Self.bodies(of: service) {
          bodies.append("\(number)\t\(String(decoding: body, as: UTF8.self))")
          let report = validator.validate(body)
          let said = Self.text(report.findings, report.fault)
          expected.append((schema, String(decoding: body, as: UTF8.self), said))
        }
      }
      #expect(expected.contains { $0.report.isEmpty } && expected.contains { !$0.report.isEmpty })
      let found = try Self.run(chunk.map { ($0.service.namespace.value, $0.files) }, bodies)
      try #require(found.count == expected.count)
      var differences: [Int: [String]] = [:]
      for (found, wanted) in zip(found, expected) where found != wanted.report {
        differences[wanted.schema.seed, default: [wanted.schema.kept()]].append(
          "\(wanted.body)\n  schema:    \(wanted.report)\n  generated: \(found)")
      }
      for (_, said) in differences.sorted(by: { $0.key < $1.key }) {
        Issue.record("\(said.prefix(4).joined(separator: "\n"))\n\(said.count - 1) bodies")
      }
    }
  }

  private static func bodies(of service: Service) -> [[UInt8]] {
    let maker = SampleMaker(service, seed: 2)
    return service.events.enumerated().flatMap { place, event in
      maker.samples(of: event, withEnvelope: place == 0).map(\.body)
        + maker.nearMisses(of: event, withEnvelope: place == 0).map(\.body)
    }
  }

  private static func text(_ findings: [Finding], _ fault: CallbackDecodingError?) -> String {
    if let fault { return "fault \(fault)" }
    return findings.map {
      "\($0.severity) \($0.rule) \($0.path) \($0.message) \($0.editions) \($0.offset ?? -1)"
    }
    .joined(separator: "; ")
  }

  /// Compiles the services into a program that validates bodies, one in each line.
  private static func run(
    _ services: [(namespace: String, files: [GeneratedFile])], _ bodies: [String]
  ) throws -> [String] {
    var lines: [String] = []
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: true)
      var files = try services.flatMap { _, files in
        try files.map { try compiler.write($0.text, to: $0.name) }
      }
      let cases = services.enumerated().map {
        "  case \($0): print(report(\($1.namespace).Callback.self, body))"
      }
      let main = main.replacing("<cases>", with: cases.joined(separator: "\n"))
      files.append(try compiler.write(main, to: "main.swift"))
      let input = try compiler.write(bodies.joined(separator: "\n") + "\n", to: "bodies")
      lines = try compiler.run(files, input: input).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init).dropLast()
    }
    return lines
  }

  private static let main = """
    import CallbackRuntime

    func report<C: CallbackObject & DocumentedValue>(_: C.Type, _ body: String) -> String {
      do throws(CallbackDecodingError) {
        return try C.validate(json: body).findings.map {
          "\\($0.severity) \\($0.rule) \\($0.path) \\($0.message) \\($0.editions) \\($0.offset ?? -1)"
        }.joined(separator: "; ")
      } catch {
        return "fault \\(error)"
      }
    }

    while let line = readLine() {
      let parts = line.split(separator: "\\t", maxSplits: 1)
      let body = String(parts[1])
      switch Int(parts[0]) ?? 0 {
    <cases>
      default: break
      }
    }

    """
}
