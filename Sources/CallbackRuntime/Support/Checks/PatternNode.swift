/// The syntax tree of a regular expression. An offset is the start of a part, in Unicode scalars.
package indirect enum PatternNode: Hashable, Sendable {
  case set(CharacterRanges, at: Int)
  case sequence([PatternNode])
  case choice([PatternNode], at: Int)
  case repetition(PatternNode, from: Int, through: Int?, at: Int)

  package init(parsing text: String) throws(PatternError) {
    var parser = PatternParser(text: Array(text.unicodeScalars))
    self = try parser.expression(depth: 0)
    if parser.place < parser.text.count {
      throw PatternError(
        "')' closes nothing", at: parser.place, fix: "a character of its own is \\)")
    }
  }
}

/// Parses I-Regexp (RFC 9485).
private struct PatternParser {
  let text: [Unicode.Scalar]
  var place = 0

  private static let maximumDepth = 32
  private static let newline = CharacterRanges("\n\r")

  private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  mutating func expression(depth: Int) throws(PatternError) -> PatternNode {
    let start = place
    var branches: [PatternNode] = []
    repeat {
      var pieces: [PatternNode] = []
      while let character = next, character != "|", character != ")" {
        pieces.append(try piece(depth: depth))
      }
      branches.append(pieces.count == 1 ? pieces[0] : .sequence(pieces))
    } while take("|")
    return branches.count == 1 ? branches[0] : .choice(branches, at: start)
  }

  private mutating func piece(depth: Int) throws(PatternError) -> PatternNode {
    let start = place
    let atom = try atom(depth: depth)
    guard let (least, most) = try quantifier() else { return atom }
    if let character = next, "*+?{".unicodeScalars.contains(character) {
      throw PatternError(
        "a quantifier has no second one", at: place,
        fix: "take '\(character)' out: the whole text matches or not, greedily or lazily")
    }
    return .repetition(atom, from: least, through: most, at: start)
  }

  private mutating func quantifier() throws(PatternError) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = place
    guard take("{") else { return nil }
    let least = number()
    var most = least
    if take(",") { most = number() }
    let isOpen = text[place - 1] == ","
    guard let least, most != nil || isOpen, take("}") else {
      throw PatternError(
        "'{' begins a count", at: start, fix: "{2}, {2,} or {2,5}; a character of its own is \\{")
    }
    if let most, most < least || most == 0 {
      throw PatternError("the count ends below its start, or at 0", at: start)
    }
    return (least, isOpen ? nil : most)
  }

  /// A number; all numbers above the maximum count as one, which the automaton refuses.
  private mutating func number() -> Int? {
    var found: Int?
    while let digit = next, ("0"..."9").contains(digit) {
      found = min((found ?? 0) * 10 + Int(digit.value - 48), PatternAutomaton.maximumPositions + 1)
      place += 1
    }
    return found
  }

  private mutating func atom(depth: Int) throws(PatternError) -> PatternNode {
    let start = place
    let character = text[place]
    place += 1
    switch character {
    case "(":
      if next == "?" {
        throw PatternError(
          "a group has no '?': no look-around, no name and no flags", at: start,
          fix: "(?:a) is (a)")
      }
      guard depth < Self.maximumDepth else {
        throw PatternError("more than \(Self.maximumDepth) groups inside of each other", at: start)
      }
      let inner = try expression(depth: depth + 1)
      guard take(")") else { throw PatternError("'(' is not closed", at: start) }
      return inner
    case "[": return .set(try characterClass(from: start), at: start)
    case ".": return .set(Self.newline.inverted, at: start)
    case "\\": return .set(try escape(from: start), at: start)
    case "^", "$":
      throw PatternError(
        "'\(character)' has no place: a pattern matches the whole text", at: start,
        fix: "take it out; a character of its own is \(character == "^" ? "\\^" : "[$]")")
    case "*", "+", "?", "{", "}", "]":
      throw PatternError(
        "nothing stands before '\(character)'", at: start,
        fix: "a character of its own is \\\(character)")
    default: return .set(CharacterRanges(ranges: [character.value...character.value]), at: start)
    }
  }

  /// The set after a backslash: one character or a Unicode category.
  private mutating func escape(from start: Int) throws(PatternError) -> CharacterRanges {
    guard let character = next else {
      throw PatternError("nothing follows the backslash", at: start, fix: "a backslash is \\\\")
    }
    place += 1
    switch character {
    case "n": return CharacterRanges("\n")
    case "r": return CharacterRanges("\r")
    case "t": return CharacterRanges("\t")
    case "p", "P":
      var name = ""
      if take("{") {
        while let letter = next, letter != "}" {
          name.unicodeScalars.append(letter)
          place += 1
        }
      }
      guard take("}"), let category = CharacterRanges(category: name) else {
        throw PatternError("no category of Unicode", at: start, fix: "\\p{L}, \\p{Lu} or \\P{Nd}")
      }
      return character == "p" ? category : category.inverted
    case _ where "()*+-.?[\\]^{|}".unicodeScalars.contains(character):
      return CharacterRanges(ranges: [character.value...character.value])
    default: throw PatternError(Self.refusal(of: character), at: start, fix: Self.wayOut(character))
    }
  }

  private static func refusal(of character: Unicode.Scalar) -> String {
    ("1"..."9").contains(character)
      ? "'\\\(character)' refers back to a group, which takes more than one reading of the text"
      : "'\\\(character)' is no escape of I-Regexp"
  }

  private static func wayOut(_ character: Unicode.Scalar) -> String {
    switch character {
    case "d": "[0-9]"
    case "D": "[^0-9]"
    case "w": "[A-Za-z0-9_]"
    case "W": "[^A-Za-z0-9_]"
    case "s": "[ \\t\\r\\n]"
    case "S": "[^ \\t\\r\\n]"
    case "b", "B", "A", "z", "Z": "take it out: a pattern matches the whole text"
    case "1"..."9": "write the alternatives out"
    default: "the character itself, or its set: [\(character)]"
    }
  }

  /// The set in brackets, such as `[a-z_]` or `[^/]`, after the opening bracket.
  private mutating func characterClass(from start: Int) throws(PatternError) -> CharacterRanges {
    let isInverted = take("^")
    var found: [ClosedRange<UInt32>] = []
    if take("-") { found.append(45...45) }
    while let character = next, character != "]" {
      let begin = place
      if take("-") {
        guard next == "]" else {
          throw PatternError("a minus sign of its own stands first or last", at: begin, fix: "\\-")
        }
        found.append(45...45)
        continue
      }
      let lower = try classCharacter()
      guard next == "-", place + 1 < text.count, text[place + 1] != "]" else {
        found += lower.ranges
        continue
      }
      place += 1
      let upper = try classCharacter()
      guard let low = lower.single, let high = upper.single, low <= high else {
        throw PatternError("the range begins above its end, or at no single character", at: begin)
      }
      found.append(low...high)
    }
    guard take("]") else { throw PatternError("'[' is not closed", at: start) }
    guard !found.isEmpty else { throw PatternError("a set of no characters", at: start) }
    let set = CharacterRanges(ranges: found)
    return isInverted ? set.inverted : set
  }

  private mutating func classCharacter() throws(PatternError) -> CharacterRanges {
    let start = place
    let character = text[place]
    place += 1
    switch character {
    case "\\": return try escape(from: start)
    case "[":
      throw PatternError("a set inside of a set", at: start, fix: "a character of its own is \\[")
    default: return CharacterRanges(ranges: [character.value...character.value])
    }
  }
}

extension CharacterRanges {
  /// The scalar of a set with one element.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}
