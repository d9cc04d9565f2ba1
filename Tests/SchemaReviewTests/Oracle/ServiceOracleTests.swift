import Foundation
import PayloadValidation
import SchemaSource
import TestSupport
import Testing

@testable import SchemaReview

/// Decides by trial what the verdicts of changes of events, envelopes, services, tables and objects must be.
@Suite("The verdicts of changes of services, as trial gives them")
struct ServiceOracleTests {
  @Test("The verdicts of the pair of every rule are what trial says, and a wrong one is found")
  func rules() {
    let pairs = ReviewPair.all.filter { $0.rule.isAboutBodies }.map { pair in
      (
        pair.rule, ServiceState("before", pair.before, seeds: 2),
        ServiceState("after", pair.after, seeds: 2)
      )
    }
    let trials = zip(pairs.map(\.0), ServiceOracle.trials(pairs.map { ($0.1, $0.2) }))
    for (rule, trial) in trials {
      let found = trial.contradictions()
      #expect(found.isEmpty, "\(rule.id): \(found)")
      // An ID is reused only if its old event has another one, which breaks too.
      guard rule.id != "event-reused" else { continue }
      var planted = OracleVerdicts()
      planted.wire = { $0 == rule ? $0.wire.flipped : $0.wire }
      #expect(trial.contradictions(planted) != found, "\(rule.id)")
    }
  }

  @Test("A wrong history or meaning of the pair of every rule is found")
  func planted() {
    // An ID is reused only if its old event has another one, and nothing tells whether it is one event that moved.
    let pairs = ReviewPair.all.filter { $0.rule.isAboutBodies && $0.rule.id != "event-reused" }
    let states = pairs.map { pair in
      (ServiceState("before", pair.before, seeds: 2), ServiceState("after", pair.after, seeds: 2))
    }
    var misread = 0
    for trial in ServiceOracle.trials(states) {
      var planted = OracleVerdicts()
      let isBreaking = trial.changes.contains { $0.history.level == .breaks }
      planted.history = { _ in .planted(breaks: !isBreaking) }
      #expect(trial.contradictions(planted) != [], "\(trial.changes.map(\.rule.id))")
      guard trial.wire.misread != nil || trial.history.misread != nil else { continue }
      misread += 1
      planted = OracleVerdicts()
      planted.meaning = { _ in .same }
      #expect(trial.contradictions(planted) != [], "\(trial.changes.map(\.rule.id))")
    }
    #expect(misread > 5)
  }

  @Test("The language allows every drawn service, and every change of some service")
  func changes() {
    var applied: Set<String> = []
    for seed in 1...40 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let base = DrawnService(using: &generator)
      #expect(base.service != nil, "\(seed): \(base.schema)")
      for change in ServiceChange.all where !applied.contains(change.name) {
        var changed = base
        change.apply(&changed, &generator)
        if changed.schema != base.schema, changed.service != nil { applied.insert(change.name) }
      }
    }
    #expect(ServiceChange.all.map(\.name).filter { !applied.contains($0) } == [])
  }

  @Test("The verdicts of services that differ in one change or two are what trial says")
  func services() {
    let count = Oracle.count(standard: 84)
    var (seed, done) = (UInt64(0), 0)
    var found: [(text: String, old: String, new: String)] = []
    while done < count {
      seed += 1
      let pairs = ServiceOracle.pairs(of: ServiceOracle.states(seed: seed, changes: 6))
      for trial in ServiceOracle.trials(pairs.dropLast(max(0, done + pairs.count - count))) {
        found += trial.contradictions().map { ($0, trial.old.schema, trial.new.schema) }
      }
      done += pairs.count
    }
    found.sort { ($0.text.count, $0.text) < ($1.text.count, $1.text) }
    #expect(found.map(\.text) == [], "\(Self.kept(found).path)")
  }

  @Test("The verdicts of changed keys are what trial says")
  func keys() throws {
    let path = "Tests/Review/every-key.yaml"
    let text = try Repository.text(path)
    func state(_ name: String, _ text: String) throws -> ServiceState {
      var diagnostics = Diagnostics()
      let service = ReviewPair.service(text, path: path, into: &diagnostics)
      return ServiceState(name, try #require(service), schema: text)
    }
    let base = try state("every key", text)
    let changes = Oracle.drawn(KeyChange.all, Oracle.count(standard: 8), seed: 17)
    let pairs = try changes.flatMap { change in
      let changed = try state(
        "every key: \(change.key)", text.replacingOccurrences(of: change.old, with: change.new))
      return [(base, changed), (changed, base)]
    }
    let found = ServiceOracle.trials(pairs).flatMap { $0.contradictions() }
    #expect(found == [])
  }

  /// Writes the schemas of contradictions where somebody who reads a failed test finds them.
  private static func kept(_ found: [(text: String, old: String, new: String)]) -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("callbackgen-oracle")
    for (place, contradiction) in found.prefix(50).enumerated() {
      for (side, schema) in [("old", contradiction.old), ("new", contradiction.new)] {
        let service = folder.appendingPathComponent("\(place)/\(side)/Oracle")
        try? FileManager.default.createDirectory(at: service, withIntermediateDirectories: true)
        let text = "# \(contradiction.text)\n\(schema)"
        try? text.write(
          to: service.appendingPathComponent("service.yaml"), atomically: true, encoding: .utf8)
      }
    }
    return folder
  }
}
