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
  /// What a verdict claims of a body that is there, and no reader sees: proven on the models alone.
  private static let beyondBodies = [
    "signature-removed", "signature-changed", "answer-changed", "header-renamed",
  ]

  /// How many bodies a rule that breaks nothing has to survive.
  private static let count = 1000

  @Test("Yesterday's code reads tomorrow's bodies as each rule says")
  func bodies() throws {
    let pairs = ReviewPair.all.filter { !Self.beyondBodies.contains($0.rule.id) }
    let input = pairs.map { pair in (pair, pair.bodies(Self.count)) }
    let readings = try GeneratedReading.read(input, by: \.before)
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

  private static func isLost(_ reading: GeneratedReading, _ pair: ReviewPair) -> Bool {
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
    if pair.rule.id == "payload-moved", reading.rules.contains("missing") { return true }
    // A member that is known by neither of its names.
    if reading.rules.isSuperset(of: ["unknown-field", "missing"]) { return true }
    let dropped = ["unknown-field", "alias", "other-type", "other-unit", "constant", "wrong-type"]
    if !reading.rules.isDisjoint(with: dropped) { return reading.rules.contains("wrong-type") }
    // A constant is written whether it was read or not.
    if pair.rule.id == "constant-field-removed" { return false }
    return JSONText(reading.json) != JSONText(reading.body)
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
