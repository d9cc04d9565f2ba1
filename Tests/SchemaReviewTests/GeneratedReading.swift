import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import TestSupport
import Testing

/// What generated code made of one body.
struct GeneratedReading {
  /// The case of the event; `fault` where the body was refused.
  var event: String
  /// The rules of its findings.
  var rules: Set<String>
  /// What it writes of what it has read.
  var json: String
  /// The values, as Swift prints them.
  var text: String
  var body: String

  /// Runs the generated code of one state of all pairs, on all bodies at once.
  static func read(
    _ input: [(ReviewPair, [String])], by state: KeyPath<ReviewPair, Service>
  ) throws -> [(ReviewPair, [GeneratedReading])] {
    var lines: [String] = []
    for (pair, bodies) in input { lines += bodies.map { "\(pair.namespace)\t\($0)" } }
    var output: [[String]] = []
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: true)
      var files = try input.map { pair, _ in
        try compiler.write(
          ReviewPair.swift(pair[keyPath: state]), to: "Before-\(pair.rule.id).swift")
      }
      files.append(
        try compiler.write(Self.main(input.map(\.0.namespace)), to: "main.swift"))
      let said = try compiler.run(
        files, input: try compiler.write(lines.joined(separator: "\n") + "\n", to: "bodies"))
      output = said.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    }
    try #require(output.count == lines.count)
    var place = 0
    return input.map { pair, bodies in
      let readings = bodies.map { body in
        defer { place += 1 }
        let parts = output[place]
        return GeneratedReading(
          event: parts[0], rules: Set(parts[1].split(separator: " ").map(String.init)),
          json: parts[2], text: parts[3], body: body)
      }
      return (pair, readings)
    }
  }

  private static func main(_ namespaces: [String]) -> String {
    let cases = namespaces.map { "  case \"\($0)\": print(report(\($0).Callback.self, body))" }
    return """
      import CallbackRuntime

      func report<C: CallbackObject & DocumentedValue>(_ type: C.Type, _ body: String) -> String {
        guard let reading = try? C.validate(json: body) else { return "fault\\t\\t\\t" }
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
  /// Bodies that tomorrow's schema allows, at least as many as have to be survived.
  func bodies(_ count: Int) -> [String] {
    var found: Set<String> = []
    var bodies: [String] = []
    for seed in 1...2000 where bodies.count < count {
      let maker = SampleMaker(after, seed: UInt64(seed))
      for event in after.events {
        var samples = maker.samples(of: event, withEnvelope: true).map(\.body)
        // What tomorrow's code reads with no more than a word about it: forms that only some source has, and bodies
        // without a field that need not be there any more.
        let tolerated: [String: Finding.Rule] = [
          "reading-unread": .otherType, "reading-added": .otherType, "required-removed": .missing,
          "provenance-narrowed": .missing,
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
    // A schema that allows few bodies is sampled as often all the same.
    while bodies.count < count, let first = bodies.first { bodies.append(first) }
    return bodies
  }
}
