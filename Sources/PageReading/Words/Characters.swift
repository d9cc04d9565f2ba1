extension Character {
  /// The scalar of the character; nil for a character of several.
  ///
  /// Characters are compared by it, because the comparison of two characters normalizes both.
  var onlyScalar: Unicode.Scalar? {
    var scalars = unicodeScalars.makeIterator()
    let first = scalars.next()
    return scalars.next() == nil ? first : nil
  }

  /// Whether the character is one of some characters of one scalar each.
  func isOne(of characters: String) -> Bool {
    guard let scalar = onlyScalar else { return false }
    return characters.unicodeScalars.contains(scalar)
  }

  /// A space, a tab, or another space of any width.
  var isBlank: Bool { onlyScalar?.isBlank ?? false }

  /// A colon of ASCII or of full width.
  var isColon: Bool { onlyScalar == ":" || onlyScalar == "：" }

  /// The ASCII form of punctuation of full width, and a space for any blank; any other character unchanged.
  var ofASCIIWidth: Character {
    guard let scalar = onlyScalar, !scalar.isASCII || scalar == "\t" else { return self }
    switch scalar {
    case "：": return ":"
    case "（": return "("
    case "）": return ")"
    case "，", "、": return ","
    case "；": return ";"
    case "。": return "."
    case "／": return "/"
    case "｛": return "{"
    case "｝": return "}"
    case "“", "”", "「", "」", "『", "』": return "\""
    default: return scalar.isBlank ? " " : self
    }
  }

  var isASCIIDigit: Bool { onlyScalar.map { $0 >= "0" && $0 <= "9" } ?? false }

  var isASCIILetter: Bool {
    onlyScalar.map { ($0 >= "a" && $0 <= "z") || ($0 >= "A" && $0 <= "Z") } ?? false
  }

  /// A character of a member name or of a code.
  var isNameCharacter: Bool { isASCIILetter || isASCIIDigit || onlyScalar == "_" }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    switch self {
    case " ", "\t", "\u{A0}", "\u{3000}", "\u{2003}", "\u{2002}", "\u{2009}", "\u{202F}": true
    default: false
    }
  }
}

extension Sequence<Character> {
  /// The text of the characters. It is faster than `String.init`, which the compiler does not specialize for them.
  func joined() -> String {
    var text = ""
    for character in self { text.append(character) }
    return text
  }
}

extension StringProtocol {
  /// The text without blanks at both ends.
  var trimmingSpaces: String {
    var rest = self[...]
    while let first = rest.first, first.isBlank || first.isNewline { rest.removeFirst() }
    while let last = rest.last, last.isBlank || last.isNewline { rest.removeLast() }
    return String(rest)
  }
}
