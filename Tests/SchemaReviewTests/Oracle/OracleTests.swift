import Testing

@testable import SchemaReview

/// Decides by trial what each verdict must be: bodies of one state are read with the code of the other.
@Suite("The verdicts of a review, as trial gives them")
struct OracleTests {
  /// All types in the long campaign, and some of them otherwise.
  private static let types: (states: [OracleState], bodies: [String]) = {
    let all = OracleField.types.map { OracleField(type: $0) }
    return OracleState.states(of: Oracle.drawn(all, max(Oracle.count(standard: 24), 24), seed: 13))
  }()

  @Test("The language allows every field, and each is documented by some body")
  func fields() {
    let all = OracleField.types.map { OracleField(type: $0) }
    for field in all { #expect(OracleState.service(field) != nil, "\(field)") }
    for state in Self.types.states { #expect(state.documented.contains(true), "\(state.field)") }
  }

  @Test(
    "The verdicts of pairs of types are what trial says, and a wrong verdict of any rule is found")
  func types() {
    let (states, bodies) = Self.types
    let pairs = Oracle.pairs(of: states)
    let trials = Oracle.trials(Oracle.drawn(pairs, Oracle.count(standard: 150), seed: 14))
    let found = Oracle.contradictions(trials, bodies)
    #expect(found.isEmpty, "\(found.count) contradictions: \(found.prefix(3))")
    // A wrong verdict of any rule is found.
    let rules = Set(trials.flatMap(\.changes).map(\.rule))
    for rule in rules {
      var planted = OracleVerdicts()
      planted.wire = { $0 == rule ? $0.wire.flipped : $0.wire }
      #expect(!Oracle.contradictions(trials, bodies, planted).isEmpty, "\(rule.id)")
    }
  }

  @Test("The verdicts of pairs of types and presences are what trial says")
  func presences() {
    let all = OracleField.types.flatMap { type in
      OracleField.presences.map { OracleField(type: type, presence: $0) }
    }.filter { !$0.hasReadings }
    let count = Oracle.count(standard: 100)
    // Several presences of each of a few types.
    let size = min(all.count, Int(Double(count).squareRoot()) + 1)
    let (states, bodies) = OracleState.states(of: Oracle.drawn(all, size, seed: 15))
    let trials = Oracle.trials(Oracle.drawn(Oracle.pairs(of: states), count, seed: 16))
    let found = Oracle.contradictions(trials, bodies)
    #expect(found.isEmpty, "\(found.count) contradictions: \(found.prefix(5))")
  }
}
