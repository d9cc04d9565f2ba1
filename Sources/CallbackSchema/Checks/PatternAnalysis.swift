@_spi(Generated) package import CallbackRuntime

extension Pattern {
  /// The reason why a backtracking engine may take exponential or polynomial time; nil if it takes linear time.
  ///
  /// Validators of the exported JSON Schema have such engines. They are fast if each string matches in one way at most,
  /// because then each prefix reaches each state in one way.
  package func ambiguity() -> PatternError? {
    let positions = automaton.positions
    var seen: Set<Pair> = []
    var before: [Pair: [Pair]] = [:]
    var open: [Pair] = []
    func add(_ one: [Int], _ two: [Int], after pair: Pair?) {
      for one in one {
        for two in two where positions[one].set.overlaps(positions[two].set) {
          let next = Pair(one: min(one, two), two: max(one, two))
          if let pair { before[next, default: []].append(pair) }
          if seen.insert(next).inserted { open.append(next) }
        }
      }
    }
    add(automaton.first, automaton.first, after: nil)
    while let pair = open.popLast() {
      guard seen.count <= Self.maximumPairs else {
        return PatternError("the pattern is too large to be checked", at: 0)
      }
      add(positions[pair.one].next, positions[pair.two].next, after: pair)
    }
    // Two ways count only if both lead to a match.
    var ends = seen.filter { positions[$0.one].isLast && positions[$0.two].isLast }
    open = Array(ends)
    while let pair = open.popLast() {
      for earlier in before[pair] ?? [] where ends.insert(earlier).inserted { open.append(earlier) }
    }
    let twofold = ends.filter { $0.one != $0.two }.min { ($0.one, $0.two) < ($1.one, $1.two) }
    guard let twofold else { return nil }
    let offsets = [twofold.one, twofold.two].map { positions[$0].offset }.sorted()
    let other =
      offsets[0] == offsets[1] ? "in two of its repetitions" : "and at character \(offsets[1] + 1)"
    return PatternError(
      "the same character of a text can be matched here \(other), so that some engines take forever",
      at: offsets[0],
      fix:
        "let each text match in one way alone: distinct sets side by side, alternatives that begin otherwise"
    )
  }

  private static let maximumPairs = 100_000

  private struct Pair: Hashable {
    var one: Int
    var two: Int
  }

  /// Whether every matching string also matches another pattern; nil if the comparison takes too long.
  package func isCovered(by other: Pattern) -> Bool? {
    struct State: Hashable {
      /// Nil before the first character.
      var own: Int?
      var others: Set<Int>
    }
    let (mine, theirs) = (automaton, other.automaton)
    if mine.isNullable, !theirs.isNullable { return false }
    var open = [State(own: nil, others: [])]
    var seen = Set(open)
    while let state = open.popLast() {
      guard seen.count <= Self.maximumPairs else { return nil }
      let next = state.own.map { mine.positions[$0].next } ?? mine.first
      let candidates =
        state.own == nil
        ? Set(theirs.first)
        : state.others.reduce(into: []) { $0.formUnion(theirs.positions[$1].next) }
      for place in next {
        for character in mine.positions[place].set.representatives(
          among: candidates.map { theirs.positions[$0].set })
        {
          let others = candidates.filter { theirs.positions[$0].set.contains(character) }
          let isMatched = others.contains { theirs.positions[$0].isLast }
          if mine.positions[place].isLast, !isMatched { return false }
          let reached = State(own: place, others: others)
          if seen.insert(reached).inserted { open.append(reached) }
        }
      }
    }
    return true
  }
}

extension PatternAutomaton {
  /// The lengths of the shortest and the longest matching string; nil without an upper limit.
  package var lengths: (shortest: Int, longest: Int?) {
    var (reached, count) = (Set(first), isNullable ? 0 : 1)
    var shortest: Int? = isNullable ? 0 : nil
    var longest: Int? = isNullable ? 0 : nil
    // A string longer than the number of states visits one of them twice.
    while !reached.isEmpty, count <= positions.count + 1 {
      count = max(count, 1)
      if reached.contains(where: { positions[$0].isLast }) {
        shortest = shortest ?? count
        longest = count
      }
      reached = reached.reduce(into: []) { $0.formUnion(positions[$1].next) }
      count += 1
    }
    return (shortest ?? 0, reached.isEmpty ? longest : nil)
  }
}

extension CharacterRanges {
  fileprivate func overlaps(_ other: CharacterRanges) -> Bool {
    !intersection(other).ranges.isEmpty
  }

  /// Representative characters of the set: at least one for each combination of other sets that contain it.
  fileprivate func representatives(among others: [CharacterRanges]) -> [Unicode.Scalar] {
    var starts = Set(ranges.map(\.lowerBound))
    for range in others.flatMap(\.ranges) {
      starts.formUnion([range.lowerBound, range.upperBound + 1])
    }
    return starts.sorted().compactMap(Unicode.Scalar.init).filter(contains)
  }
}
