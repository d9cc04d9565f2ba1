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
          let report = validator.validate(sample.body, headers: sample.headers)
          samples += 1
          if report.fault == nil, report.findings.isEmpty { clean += 1 }
        }
        for miss in maker.nearMisses(of: event, withEnvelope: place == 0) {
          let found = validator.validate(miss.body, headers: miss.headers).findings
            .map { "\($0.path) \($0.rule)" }.sorted()
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

  /// A body, and what is demanded of it.
  private struct Body {
    var number: Int
    var schema: RandomSchema
    var text: String
    var headers: [String: String]
    var report: String
    /// Whether findings say that the generated code writes something else than it read: what the schema documents, or less.
    var isNormalized: Bool

    /// The line that the program reads: the schema's number, the headers and the body.
    var line: String {
      let headers = headers.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
      return "\(number)\t\(headers.joined(separator: "\u{1}"))\t\(text)"
    }
  }

  @Test(
    "Generated code finds in samples and near misses what the schema alone finds, and writes them back"
  )
  func agreement() throws {
    for start in stride(from: 0, to: Self.compiled.count, by: 20) {
      let chunk = Self.compiled[start..<min(start + 20, Self.compiled.count)]
      let bodies = chunk.enumerated().flatMap { number, one in
        Self.bodies(of: one.service, one.schema, number)
      }
      #expect(bodies.contains { $0.report.isEmpty } && bodies.contains { !$0.report.isEmpty })
      let found = try Self.run(chunk.map { ($0.service, $0.files) }, bodies.map(\.line))
      try #require(found.count == bodies.count)
      var differences: [Int: [String]] = [:]
      for (found, body) in zip(found, bodies) {
        let parts = found.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        var said: [String] = []
        if parts[0] != body.report {
          said.append("schema:    \(body.report)\n  generated: \(parts[0])")
        }
        if !body.isNormalized, parts.last != "" {
          said.append("written:   \(parts.last ?? "")")
        }
        guard !said.isEmpty else { continue }
        differences[body.schema.seed, default: [body.schema.kept()]].append(
          "\(body.headers) \(body.text)\n  \(said.joined(separator: "\n  "))")
      }
      for (seed, said) in differences.sorted(by: { $0.key < $1.key }) {
        Issue.record(
          "seed \(seed): \(said.prefix(4).joined(separator: "\n"))\n\(said.count - 1) bodies")
      }
    }
  }

  private static func bodies(
    of service: Service, _ schema: RandomSchema, _ number: Int
  ) -> [Body] {
    let maker = SampleMaker(service, seed: 2)
    let validator = BodyValidator(service)
    // A constant is written whether the body had it or not.
    let fields =
      service.envelope + service.objects.flatMap(\.fields) + service.events.flatMap(\.fields)
    let isExact = fields.withNested.allSatisfy { $0.constant == nil }
    // Numbers of JSON in a string are written in another notation, and the string is compared as text.
    let hasJSONText = fields.withNested.contains { $0.format == .json }
    func body(_ bytes: [UInt8], _ headers: [String: String]) -> Body {
      let report = validator.validate(bytes, headers: headers)
      let normalized: Set<Finding.Rule> = [
        .unknownField, .alias, .otherType, .otherUnit, .flattened, .constant, .duplicateKey,
      ]
      return Body(
        number: number, schema: schema, text: String(decoding: bytes, as: UTF8.self),
        headers: headers, report: text(report.findings, report.fault),
        isNormalized: report.fault != nil || hasJSONText || !isExact && !report.findings.isEmpty
          || report.findings.contains { normalized.contains($0.rule) })
    }
    return service.events.enumerated().flatMap { place, event in
      maker.samples(of: event, withEnvelope: place == 0).map {
        body($0.body, $0.headers)
      }
        + maker.nearMisses(of: event, withEnvelope: place == 0).map {
          body($0.body, $0.headers)
        }
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
    _ services: [(service: Service, files: [GeneratedFile])], _ bodies: [String]
  ) throws -> [String] {
    var lines: [String] = []
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: true)
      var files = try services.flatMap { _, files in
        try files.map { try compiler.write($0.text, to: $0.name) }
      }
      let cases = services.enumerated().map {
        "  case \($0): answer = report(body) { \(answer(of: $1.service)) }"
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

  /// The findings in a body and the value written back, as the service encodes bodies.
  private static func answer(of service: Service) -> String {
    let callback = "\(service.namespace.value).Callback"
    switch service.encoding {
    case .json:
      let headers = service.readHeaders.isEmpty ? "" : ", headers: headers"
      return "json(try \(callback).validate(json: body\(headers)))"
    case .form:
      return """
        let read = try \(callback).validate(form: body)
            let again = try? \(callback)(form: read.value.form())
            return (read.findings, again == read.value ? body : "another value")
        """
    case .list:
      return """
        let read = try \(callback).validate(list: body).map { try $0.get() }
            return (read.flatMap(\\.findings), text(\(callback).json(list: read.map(\\.value))))
        """
    }
  }

  private static let main = """
    import CallbackRuntime

    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    func json<C: CallbackObject>(_ report: ValidationReport<C>) -> ([Finding], String) {
      (report.findings, text(report.value.json()))
    }

    /// The findings, and the body that is written back if it means something else.
    func report(_ body: String, _ read: () throws -> ([Finding], String)) -> String {
      do {
        let (findings, written) = try read()
        let said = findings.map {
          "\\($0.severity) \\($0.rule) \\($0.path) \\($0.message) \\($0.editions) \\($0.offset ?? -1)"
        }.joined(separator: "; ")
        let isSame =
          written == body || (try? RawJSON(bytes: Array(written.utf8))) == (try? RawJSON(bytes: Array(body.utf8)))
        return said + "\\t" + (isSame ? "" : written)
      } catch {
        return "fault \\(error)"
      }
    }

    while let line = readLine() {
      let parts = line.split(separator: "\\t", maxSplits: 2, omittingEmptySubsequences: false)
      let words = parts[1].split(separator: "\\u{1}", omittingEmptySubsequences: false).map(String.init)
      var headers: [String: String] = [:]
      for place in stride(from: 0, to: words.count - 1, by: 2) { headers[words[place]] = words[place + 1] }
      let body = String(parts[2])
      var answer = ""
      switch Int(parts[0]) ?? 0 {
    <cases>
      default: break
      }
      print(answer)
    }

    """
}
