import SchemaReview
import TestSupport
import Testing

/// Decodes the same bodies with the generated code of both states.
@Suite("The meaning verdicts of a review, as generated code gives them")
struct MeaningProofTests {
  /// Rules that do not change decoded values, but a computed property, a constant or a documentation comment.
  private static let beyondValues = [
    "default-changed", "dependency-changed", "unit-changed", "code-description-changed",
    "outcome-changed", "event-outcome-changed", "column-value-changed", "deadline-changed",
    "retries-changed",
    "description-moved", "reading-unit", "separator-changed", "forms-reordered",
    "order-changed", "part-encoding-changed", "probes-added",
    "probes-changed",
  ]

  @Test(
    "The old and the new code decode a body to the same values, unless a rule says that its meaning changed"
  )
  func values() throws {
    let pairs = ReviewPair.all.filter { pair in
      pair.rules.allSatisfy { $0.wire == .safe && $0.source == .safe }
    }
    let input = pairs.map { ($0, $0.bodies(50)) }
    let before = try DecodedBody.read(input, by: \.before)
    let after = try DecodedBody.read(input, by: \.after)
    for ((pair, oldResults), (_, newResults)) in zip(before, after) {
      // Where a page tells null and absence apart, a struct has a private record of nulls.
      func values(_ body: DecodedBody) -> String {
        body.text.replacing(
          /, _nulls: CallbackRuntime\.NullFields\(words: \[[0-9, ]*\]\)/, with: "")
      }
      let isSame = zip(oldResults, newResults).allSatisfy { values($0) == values($1) }
      let isExpected = pair.rule.meaning == .same || Self.beyondValues.contains(pair.rule.id)
      #expect(
        isSame == isExpected,
        "\(pair.rule.id): \(oldResults.first?.text ?? "") \(newResults.first?.text ?? "")")
    }
  }

  @Test("A change of meaning beyond values is in the generated Swift", arguments: beyondValues)
  func beyond(_ id: String) throws {
    let pair = try #require(ReviewPair.all.first { $0.rule.id == id })
    #expect(pair.rule.meaning == .changed)
    let isInSwift = ReviewPair.swift(pair.before) != ReviewPair.swift(pair.after)
    // No code is generated for the order of deliveries.
    #expect(isInSwift || id == "order-changed")
  }
}
