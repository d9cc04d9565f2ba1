import SchemaReview
import TestSupport
import Testing

/// The word of both states' generated code on the meaning verdicts: they read the same bodies, and say what these mean.
@Suite("The meaning verdicts of a review, as generated code gives them")
struct MeaningProofTests {
  /// What is changed lies beyond the values of a body: in what a computed property concludes, in a constant, or in what
  /// the documentation of a property says, which is compared as generated text.
  private static let beyondValues = [
    "default-changed", "dependency-changed", "unit-changed", "code-described-otherwise",
    "outcome-changed", "column-value-changed", "deadline-changed", "retries-changed",
    "order-changed", "part-encoding-changed", "probes-added", "probes-changed",
  ]

  @Test(
    "Yesterday's and tomorrow's code say the same of a body, unless a rule says that its meaning changed"
  )
  func values() throws {
    let pairs = ReviewPair.all.filter { pair in
      pair.rules.allSatisfy { $0.wire == .safe && $0.source == .safe }
    }
    let input = pairs.map { ($0, $0.bodies(50)) }
    let before = try GeneratedReading.read(input, by: \.before)
    let after = try GeneratedReading.read(input, by: \.after)
    for ((pair, yesterday), (_, tomorrow)) in zip(before, after) {
      let isSame = zip(yesterday, tomorrow).allSatisfy { $0.text == $1.text }
      let isExpected = pair.rule.meaning == .same || Self.beyondValues.contains(pair.rule.id)
      #expect(
        isSame == isExpected,
        "\(pair.rule.id): \(yesterday.first?.text ?? "") \(tomorrow.first?.text ?? "")")
    }
  }

  @Test("What changed beyond the values is in the generated Swift", arguments: beyondValues)
  func beyond(_ id: String) throws {
    let pair = try #require(ReviewPair.all.first { $0.rule.id == id })
    #expect(pair.rule.meaning == .changed)
    let isInSwift = ReviewPair.swift(pair.before) != ReviewPair.swift(pair.after)
    // Code that sorts is the user's own.
    #expect(isInSwift || id == "order-changed")
  }
}
