import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import SchemaReview
import SchemaSource
import TestSupport
import Testing

/// The word of yesterday's generated code on the wire verdict of every rule: it reads bodies that are sampled from
/// tomorrow's schema.
@Suite("The wire verdicts of a review, as generated code gives them")
struct WireProofTests {
  /// What yesterday's code made of one body.
  private struct Reading {
    /// The case of the event; `fault` where the body was refused.
    var event: String
    var rules: Set<String>
    /// What it writes of what it has read.
    var json: String
    var body: String
  }

  /// What a verdict claims of a body that is there, and no reader sees: proven on the models alone.
  private static let beyondBodies = [
    "signature-removed", "signature-changed", "answer-changed", "header-renamed",
  ]

  /// How many bodies a rule that breaks nothing has to survive.
  private static let count = 1000

  @Test("Yesterday's code reads tomorrow's bodies as each rule says")
  func bodies() throws {
    let pairs = ReviewPair.all.filter { !Self.beyondBodies.contains($0.rule.id) }
    let input = pairs.map { pair in (pair, Self.bodies(of: pair)) }
    let readings = try read(input)
    for (pair, found) in readings {
      #expect(found.count >= (pair.findings == nil ? 1 : Self.count), "\(pair.rule.id)")
      let lost = found.first { Self.isLost($0, pair) }
      guard let findings = pair.findings else {
        // Refutes safe and degrades.
        #expect(lost != nil, "\(pair.rule.id): \(found.prefix(2))")
        continue
      }
      #expect(lost == nil, "\(pair.rule.id): \(String(describing: lost))")
      for finding in findings {
        // Refutes safe.
        #expect(found.contains { $0.rules.contains(finding) }, "\(pair.rule.id): \(finding)")
      }
      // Where another condition holds, the field is missing by the old one as often as it is too much.
      let conditions = ["condition-changed", "presence-unexplained"]
      let also: Set = conditions.contains(pair.rule.id) ? ["missing"] : []
      let other = found.first { !$0.rules.isSubset(of: findings.union(also)) }
      #expect(other == nil, "\(pair.rule.id): \(String(describing: other))")
    }
  }

  @Test(
    "What breaks beyond bodies is not among what tomorrow's sender does", arguments: beyondBodies)
  func beyond(_ id: String) throws {
    let pair = try #require(ReviewPair.all.first { $0.rule.id == id })
    func claims(_ service: Service) -> Set<String> {
      let signatures = service.delivery.signatures.map {
        "\($0.place.value.text) \($0.algorithm) \($0.encoding)"
      }
      let headers = service.delivery.headers.map(\.wire)
      return Set(
        signatures + headers + [service.delivery.acknowledgement.map { "\($0.status)" } ?? ""])
    }
    #expect(!claims(pair.before).isSubset(of: claims(pair.after)))
  }

  /// Bodies that tomorrow's schema allows, at least as many as have to be survived.
  private static func bodies(of pair: ReviewPair) -> [String] {
    var found: Set<String> = []
    var bodies: [String] = []
    for seed in 1...2000 where bodies.count < count {
      let maker = SampleMaker(pair.after, seed: UInt64(seed))
      for event in pair.after.events {
        var samples = maker.samples(of: event, withEnvelope: true).map(\.body)
        // What tomorrow's code reads with no more than a word about it: forms that only some source has, and bodies
        // without a field that need not be there any more.
        let tolerated: [String: Finding.Rule] = [
          "reading-unread": .otherType, "reading-added": .otherType, "required-removed": .missing,
          "testimony-narrowed": .missing,
        ]
        if let rule = tolerated[pair.rule.id] {
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

  private static func isLost(_ reading: Reading, _ pair: ReviewPair) -> Bool {
    if reading.event == "fault" || reading.event == "malformed" { return true }
    let isForeign = reading.rules.contains("unknown-event")
    if reading.event == "unrecognized" {
      return !(isForeign && pair.findings?.contains("unknown-event") == true)
    }
    // An event that came under the ID of another one.
    let id = JSONText(reading.body).integer("kind")
    let events = pair.after.events.filter { $0.id.value == .number("\(id ?? 0)") }.map(\.key)
    let renamed = ["event-renamed", "event-meaning-changed"].contains(pair.rule.id)
    if !renamed, id != nil, let event = events.first, event != reading.event { return true }
    // The value of another field was taken for this one.
    if pair.rule.id == "spelling-taken", reading.rules.contains("alias") { return true }
    // The event's own fields were looked for in the wrong place.
    if pair.rule.id == "slot-moved", reading.rules.contains("missing") { return true }
    // A member that is known by neither of its names.
    if reading.rules.isSuperset(of: ["unknown-field", "missing"]) { return true }
    let dropped = ["unknown-field", "alias", "other-type", "other-unit", "constant", "wrong-type"]
    if !reading.rules.isDisjoint(with: dropped) { return reading.rules.contains("wrong-type") }
    // A constant is written whether it was read or not.
    if pair.rule.id == "constant-field-removed" { return false }
    return JSONText(reading.json) != JSONText(reading.body)
  }

  /// Runs the generated code of all states before, on all bodies at once.
  private func read(_ input: [(ReviewPair, [String])]) throws -> [(ReviewPair, [Reading])] {
    var lines: [String] = []
    for (pair, bodies) in input { lines += bodies.map { "\(pair.namespace)\t\($0)" } }
    var output: [[String]] = []
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.makeRuntime(asLibrary: true)
      var files = try input.map { pair, _ in
        try compiler.write(ReviewPair.swift(pair.before), to: "Before-\(pair.rule.id).swift")
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
        return Reading(
          event: parts[0], rules: Set(parts[1].split(separator: " ").map(String.init)),
          json: parts[2], body: body)
      }
      return (pair, readings)
    }
  }

  private static func main(_ namespaces: [String]) -> String {
    let cases = namespaces.map { "  case \"\($0)\": print(report(\($0).Callback.self, body))" }
    return """
      import CallbackRuntime

      func report<C: CallbackObject & Validatable>(_ type: C.Type, _ body: String) -> String {
        guard let reading = try? C.read(json: body) else { return "fault\\t\\t" }
        let rules = Set((reading.findings + reading.value.validate()).map { "\\($0.rule)" })
        let event = Mirror(reflecting: reading.value).children.first { $0.label == "event" }
        let name = "\\(event.map { "\\($0.value)" } ?? "")".prefix { $0 != "(" }
        let json = String(decoding: reading.value.json(), as: UTF8.self)
        return "\\(name)\\t\\(rules.sorted().joined(separator: " "))\\t\\(json)"
      }

      while let line = readLine() {
        let parts = line.split(separator: "\\t", maxSplits: 1)
        let body = String(parts[1])
        switch parts[0] {
      \(cases.joined(separator: "\n"))
        default: print("unknown\\t\\t")
        }
      }

      """
  }
}

/// A JSON text to be compared by its value, whatever the order of members.
private struct JSONText: Equatable {
  private let value: NSObject?

  init(_ text: String) {
    value =
      try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      as? NSObject
  }

  func integer(_ key: String) -> Int? { ((value as? [String: Any])?[key] as? NSNumber)?.intValue }
}
