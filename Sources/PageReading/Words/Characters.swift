extension Character {
  /// A space, a tab, or another space of any width.
  var isBlank: Bool {
    switch self {
    case " ", "\t", "\u{A0}", "\u{3000}", "\u{2003}", "\u{2002}", "\u{2009}", "\u{202F}": true
    default: false
    }
  }

  /// A colon of ASCII or of full width.
  var isColon: Bool { self == ":" || self == "：" }

  /// The ASCII form of punctuation of full width; any other character unchanged.
  var ofASCIIWidth: Character {
    switch self {
    case "：": ":"
    case "（": "("
    case "）": ")"
    case "，", "、": ","
    case "；": ";"
    case "。": "."
    case "／": "/"
    case "｛": "{"
    case "｝": "}"
    case "“", "”", "「", "」", "『", "』": "\""
    default: isBlank ? " " : self
    }
  }

  var isASCIIDigit: Bool { self >= "0" && self <= "9" && isASCII }

  var isASCIILetter: Bool { isASCII && isLetter }

  /// A character of a member name or of a code.
  var isNameCharacter: Bool { isASCIILetter || isASCIIDigit || self == "_" }
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
