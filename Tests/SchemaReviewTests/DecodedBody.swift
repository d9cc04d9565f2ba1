import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import SwiftGeneration
import TestSupport
import Testing

/// The result of decoding and validating a body with generated code.
struct DecodedBody {
  /// The case of the event; `fault` if the body is no JSON object.
  var event: String
  /// The rules of the findings.
  var rules: Set<String>
  /// The encoded callback.
  var json: String
  /// The description of the callback.
  var text: String
  var body: String

  /// Compiles and runs the generated code of one state of all pairs on the bodies of each.
  static func read(
    _ input: [(ReviewPair, [String])], by state: KeyPath<ReviewPair, Service>
  ) throws -> [(ReviewPair, [DecodedBody])] {
    var lines: [String] = []
    for (pair, bodies) in input {
      let namespace = pair.namespace
      lines += bodies.map { "\(namespace)\t\($0)" }
    }
    var output: [[String]] = []
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: true)
      var files = try input.map { pair, _ in
        try compiler.write(
          ReviewPair.swift(pair[keyPath: state]), to: "Before-\(pair.rule.id).swift")
      }
      files.append(
        try compiler.write(Self.main(input.map { $0.0[keyPath: state] }), to: "main.swift"))
      let said = try compiler.run(
        files, input: try compiler.write(lines.joined(separator: "\n") + "\n", to: "bodies"))
      output = said.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    }
    try #require(output.count == lines.count)
    var place = 0
    return input.map { pair, bodies in
      let results = bodies.map { body in
        defer { place += 1 }
        let parts = output[place]
        return DecodedBody(
          event: parts[0], rules: Set(parts[1].split(separator: " ").map(String.init)),
          json: parts[2], text: parts[3], body: body)
      }
      return (pair, results)
    }
  }

  private static func main(_ services: [Service]) -> String {
    let cases = services.map { service in
      let name = SwiftInterface(of: service)["service"]?.symbol ?? ""
      let read =
        service.encoding == .form
        ? "try \(name).Callback.validate(form: body)" : "try \(name).Callback.validate(json: body)"
      return "  case \"\(name)\": print(report { \(read) })"
    }
    return """
      import CallbackRuntime

      func report<C: CallbackObject>(_ read: () throws -> ValidationReport<C>) -> String {
        guard let reading = try? read() else { return "fault\\t\\t\\t" }
        let rules = Set(reading.findings.map { "\\($0.rule)" })
        let event = Mirror(reflecting: reading.value).children.first { $0.label == "event" }
        let name = "\\(event.map { "\\($0.value)" } ?? "")".prefix { $0 != "(" }
        let json = String(decoding: reading.value.json(), as: UTF8.self)
        return "\\(name)\\t\\(rules.sorted().joined(separator: " "))\\t\\(json)\\t\\(reading.value)"
      }

      while let line = readLine() {
        let parts = line.split(separator: "\\t", maxSplits: 1)
        let body = String(parts[1])
        switch parts[0] {
      \(cases.joined(separator: "\n"))
        default: print("unknown\\t\\t\\t")
        }
      }

      """
  }
}

extension ReviewPair {
  /// At least as many bodies as asked for, which follow the new schema.
  func bodies(_ count: Int) -> [String] {
    var found: Set<String> = []
    var bodies: [String] = []
    for seed in 1...2000 where bodies.count < count {
      let maker = SampleMaker(after, seed: UInt64(seed))
      for event in after.events {
        var samples = maker.samples(of: event, withEnvelope: true).map(\.body)
        // Bodies that the new code accepts with a finding: they follow a reading, or lack a field that is no longer
        // required.
        let tolerated: [String: Finding.Rule] = [
          "reading-unsupported": .alias, "reading-type-unsupported": .otherType,
          "reading-added": .otherType,
          "required-removed": .missing,
          "provenance-narrowed": .missing, "reading-time-unit": .otherUnit,
        ]
        if let rule = tolerated[rule.id] {
          samples += maker.nearMisses(of: event, withEnvelope: false).filter { miss in
            miss.expected.map(\.rule) == [rule]
          }.map(\.body)
        }
        for sample in samples {
          let body = String(decoding: sample, as: UTF8.self)
          if found.insert(body).inserted { bodies.append(body) }
        }
      }
    }
    // A schema that allows few bodies has the same ones several times.
    while bodies.count < count, let first = bodies.first { bodies.append(first) }
    return bodies
  }
}
