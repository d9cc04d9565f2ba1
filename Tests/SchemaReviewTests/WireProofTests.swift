import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import SchemaReview
import SchemaSource
import TestSupport
import Testing

/// Decodes bodies that are sampled from the new state with the generated code of the old one.
@Suite("The wire verdicts of a review, as generated code gives them")
struct WireProofTests {
  /// Rules whose verdict does not concern the decoding of bodies.
  private static let beyondBodies = [
    "signature-removed", "signature-changed", "acknowledgement-changed", "header-renamed",
  ]

  /// The number of bodies that the old code has to decode under a rule that does not break the wire.
  private static let count = 1000

  @Test("The old code decodes new bodies as each rule says")
  func bodies() throws {
    let pairs = ReviewPair.all.filter { !Self.beyondBodies.contains($0.rule.id) }
    let input = pairs.map { pair in (pair, pair.bodies(Self.count)) }
    let readings = try DecodedBody.read(input, by: \.before)
    for (pair, found) in readings {
      #expect(found.count >= (pair.findings == nil ? 1 : Self.count), "\(pair.rule.id)")
      let lost = found.first { Self.isLost($0, pair) }
      guard let findings = pair.findings else {
        // The verdict is neither safe nor degrades.
        #expect(lost != nil, "\(pair.rule.id): \(found.prefix(2))")
        continue
      }
      #expect(lost == nil, "\(pair.rule.id): \(String(describing: lost))")
      for finding in findings {
        // The verdict is not safe.
        #expect(found.contains { $0.rules.contains(finding) }, "\(pair.rule.id): \(finding)")
      }
      // With another condition, some bodies lack the field and some have it unexpectedly.
      let conditions = ["condition-changed", "presence-unspecified"]
      // A value that cannot be read is missing too.
      let isMissing = conditions.contains(pair.rule.id) || findings.contains("wrong-type")
      let also: Set = isMissing ? ["missing"] : []
      let other = found.first { !$0.rules.isSubset(of: findings.union(also)) }
      #expect(other == nil, "\(pair.rule.id): \(String(describing: other))")
    }
  }

  @Test(
    "A rule that breaks more than bodies removes something that the old state states",
    arguments: beyondBodies)
  func beyond(_ id: String) throws {
    let pair = try #require(ReviewPair.all.first { $0.rule.id == id })
    func claims(_ service: Service) -> Set<String> {
      let signatures = service.delivery.signatures.map {
        "\($0.place.value.text) \($0.algorithm) \(String(describing: $0.encoding))"
      }
      let headers = service.delivery.headers.map(\.wire)
      return Set(
        signatures + headers + [service.delivery.acknowledgement.map { "\($0.status)" } ?? ""])
    }
    #expect(!claims(pair.before).isSubset(of: claims(pair.after)))
  }

  private static func isLost(_ reading: DecodedBody, _ pair: ReviewPair) -> Bool {
    if reading.event == "fault" || reading.event == "malformed" { return true }
    let isForeign = reading.rules.contains("unknown-event")
    if reading.event == "unrecognized" {
      return !(isForeign && pair.findings?.contains("unknown-event") == true)
    }
    // The event was decoded as another one.
    let id = JSONText(reading.body).integer("kind")
    let events = pair.after.events.filter { $0.id.value == .number("\(id ?? 0)") }.map(\.key)
    let renamed = ["event-renamed", "event-meaning-changed"].contains(pair.rule.id)
    if !renamed, id != nil, let event = events.first, event != reading.event { return true }
    // The value was decoded as another field.
    if pair.rule.id == "alias-reassigned", reading.rules.contains("alias") { return true }
    // The payload was read from the wrong member.
    if pair.rule.id == "payload-moved", reading.rules.contains("missing") { return true }
    // A member was renamed, so that it is both unknown and missing. Another object has other members.
    let isRenamed = reading.rules.isSuperset(of: ["unknown-field", "missing"])
    if isRenamed, pair.rule.id != "object-replaced" { return true }
    let dropped = ["unknown-field", "alias", "other-type", "other-unit", "constant"]
    if !reading.rules.isDisjoint(with: dropped) { return false }
    // A constant is encoded whether the body had it or not.
    if pair.rule.id == "constant-field-removed" { return false }
    return JSONText(reading.json) != JSONText(reading.body)
  }
}

/// A JSON text, compared by value regardless of the order of members.
private struct JSONText: Equatable {
  private let value: NSObject?

  init(_ text: String) {
    value =
      try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      as? NSObject
  }

  func integer(_ key: String) -> Int? { ((value as? [String: Any])?[key] as? NSNumber)?.intValue }
}
