/// The position automaton (Glushkov automaton) of a regular expression: one state for each character set of the
/// expression, and no transition without a character.
package struct PatternAutomaton: Sendable {
  /// A state: the accepted characters, the offset in the expression, and the following states.
  package struct Position: Sendable {
    package var set: CharacterRanges
    package var offset: Int
    package var next: [Int] = []
    package var isLast = false
  }

  /// The maximum number of states; a counted repetition is expanded, so its count is bounded.
  package static let maximumPositions = 1000

  package private(set) var positions: [Position] = []
  package private(set) var first: [Int] = []
  /// Whether the empty string matches.
  package private(set) var isNullable = false

  /// Creates an automaton that matches no string.
  init() {}

  package init(_ node: PatternNode) throws(PatternError) {
    let whole = try fragment(node)
    first = whole.first
    isNullable = whole.isNullable
    for place in whole.last { positions[place].isLast = true }
  }

  /// Whether the whole string matches; each character takes at most as many steps as there are transitions.
  package func matches(_ text: String, steps: inout Int) -> Bool {
    if text.isEmpty { return isNullable }
    var active: [Int]?
    var seen = Array(repeating: -1, count: positions.count)
    for (index, character) in text.unicodeScalars.enumerated() {
      var found: [Int] = []
      func step(_ place: Int) {
        steps += 1
        guard seen[place] != index, positions[place].set.contains(character) else { return }
        seen[place] = index
        found.append(place)
      }
      if let active {
        for place in active { positions[place].next.forEach(step) }
      } else {
        first.forEach(step)
      }
      if found.isEmpty { return false }
      active = found
    }
    return active?.contains { positions[$0].isLast } ?? isNullable
  }

  // MARK: - Construction

  /// A part of the expression, by its first and last states.
  private struct Fragment {
    var first: [Int] = []
    var last: [Int] = []
    var isNullable = true
  }

  private mutating func fragment(_ node: PatternNode) throws(PatternError) -> Fragment {
    switch node {
    case .set(let set, let offset):
      guard positions.count < Self.maximumPositions else {
        throw PatternError(
          "with its counts written out, the pattern has more than \(Self.maximumPositions) characters",
          at: offset, fix: "say with length: how long the text is")
      }
      positions.append(Position(set: set, offset: offset))
      let place = [positions.count - 1]
      return Fragment(first: place, last: place, isNullable: false)
    case .sequence(let nodes):
      var whole = Fragment()
      for node in nodes { whole = join(whole, try fragment(node)) }
      return whole
    case .choice(let nodes, let offset):
      var whole = Fragment(isNullable: false)
      for node in nodes {
        let part = try fragment(node)
        if whole.isNullable, part.isNullable {
          throw PatternError("two alternatives match the empty text", at: offset)
        }
        whole.first += part.first
        whole.last += part.last
        whole.isNullable = whole.isNullable || part.isNullable
      }
      return whole
    case .repetition(let node, let least, let most, let offset):
      return try repetition(of: node, least, most, at: offset)
    }
  }

  private mutating func join(_ one: Fragment, _ two: Fragment) -> Fragment {
    for place in one.last { positions[place].next += two.first }
    return Fragment(
      first: one.isNullable ? one.first + two.first : one.first,
      last: two.isNullable ? one.last + two.last : two.last,
      isNullable: one.isNullable && two.isNullable)
  }

  /// `x{2,4}` is `xx(x(x)?)?`, `x{2,}` is `xx+`.
  private mutating func repetition(
    of node: PatternNode, _ least: Int, _ most: Int?, at offset: Int
  ) throws(PatternError) -> Fragment {
    var copies: [Fragment] = []
    for _ in 0..<max(most ?? least, most == nil ? 1 : 0) { copies.append(try fragment(node)) }
    if let copy = copies.first, copy.isNullable, most != 1 || least == 0 {
      throw PatternError(
        "what is repeated matches the empty text", at: offset, fix: "repeat what has a character")
    }
    if most == nil, let copy = copies.last {
      for place in copy.last {
        guard Set(positions[place].next).isDisjoint(with: copy.first) else {
          throw PatternError(
            "a repetition of a repetition matches one text in several ways", at: offset,
            fix: "repeat once: (a+)+ is a+")
        }
        positions[place].next += copy.first
      }
    }
    var whole = Fragment()
    for (place, copy) in copies.enumerated().reversed() {
      whole = join(copy, whole)
      if place >= least { whole.isNullable = true }
    }
    return whole
  }
}
