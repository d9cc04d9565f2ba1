@_spi(Generated) import CallbackRuntime
@_spi(Generated) import CallbackSchema
import Testing

/// What is decided about patterns, against all short texts of two letters.
@Suite("What is decided about patterns")
struct PatternAnalysisTests {
  /// All texts of a and b with at most eight characters.
  private static let texts: [String] = {
    var found = [""]
    var last = [""]
    for _ in 0..<8 {
      last = last.flatMap { [$0 + "a", $0 + "b"] }
      found += last
    }
    return found
  }()

  private static let patterns: [Pattern] = {
    let atoms = ["a", "b", "[ab]", "ab", "(a|b)", "(a|ab)", "(ab?)", "(b|a+)"]
    let quantifiers = ["", "*", "?", "{2}", "{1,2}"]
    let pieces = atoms.flatMap { atom in quantifiers.map { atom + $0 } }
    let texts = pieces.enumerated().flatMap { place, piece in
      [piece, piece + pieces[(place * 7 + 3) % pieces.count], "(\(piece)b)*a?"]
    }
    return texts.compactMap { try? Pattern(parsing: $0) }
  }()

  /// In how many ways a text matches.
  private static func ways(_ text: String, _ pattern: Pattern) -> Int {
    let positions = pattern.automaton.positions
    if text.isEmpty { return pattern.automaton.isNullable ? 1 : 0 }
    var counts: [Int: Int]?
    for character in text.unicodeScalars {
      var next: [Int: Int] = [:]
      let sources = counts.map { $0.map { (positions[$0.key].next, $0.value) } }
      for (places, count) in sources ?? [(pattern.automaton.first, 1)] {
        for place in places where positions[place].set.contains(character) {
          next[place, default: 0] += count
        }
      }
      counts = next
    }
    return (counts ?? [:]).reduce(0) { $0 + (positions[$1.key].isLast ? $1.value : 0) }
  }

  @Test("A pattern is refused exactly if some text matches in two ways")
  func ambiguity() {
    var refused = 0
    for pattern in Self.patterns {
      let isTwofold = Self.texts.contains { Self.ways($0, pattern) > 1 }
      #expect((pattern.ambiguity() != nil) == isTwofold, "\(pattern.text)")
      if isTwofold { refused += 1 }
    }
    #expect(refused > 20 && Self.patterns.count - refused > 20)
  }

  @Test("A pattern covers another exactly if it matches whatever that one matches")
  func covers() {
    let matching = Self.patterns.map { pattern in Set(Self.texts.filter(pattern.matches)) }
    var covered = 0
    // A part of all pairs.
    for (one, pattern) in Self.patterns.enumerated() where one % 3 == 0 {
      for (two, other) in Self.patterns.enumerated() where two % 2 == 0 {
        let expected = matching[one].isSubset(of: matching[two])
        #expect(pattern.isCovered(by: other) == expected, "\(pattern.text) by \(other.text)")
        if expected { covered += 1 }
      }
    }
    #expect(covered > Self.patterns.count)
  }

  @Test("The shortest and the longest text are known")
  func lengths() throws {
    for pattern in Self.patterns {
      let counts = Self.texts.filter(pattern.matches).map(\.count)
      let (shortest, longest) = pattern.automaton.lengths
      #expect(shortest == counts.min(), "\(pattern.text)")
      #expect(longest == nil ? counts.max() ?? 0 >= 7 : longest == counts.max(), "\(pattern.text)")
    }
  }
}
