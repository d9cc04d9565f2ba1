/// HTML that is well-formed XML too. A text that is put into it is escaped: there is no other way in.
struct Markup: ExpressibleByStringInterpolation, Sendable {
  var text: String

  init(stringLiteral text: String) { self.text = text }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  struct Interpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount _: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ text: String) { self.text += Markup.escaped(text) }

    mutating func appendInterpolation(_ number: Int) { text += "\(number)" }

    mutating func appendInterpolation(_ markup: Markup) { text += markup.text }

    mutating func appendInterpolation(_ markups: [Markup]) {
      for markup in markups { text += markup.text }
    }
  }

  /// A text as content or as the value of an attribute.
  ///
  /// What cannot be seen is written out: XML has no place for most control characters, and those that turn the direction
  /// of a text could make a name look like another one.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}", "\u{61C}",
        "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "[U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Markup {
  /// A name or a text of a schema: whatever is in it does not turn what is around it.
  static func name(_ text: String) -> Markup { "<bdi>\(text)</bdi>" }

  /// Code reads from left to right, as the style says.
  static func code(_ text: String) -> Markup { "<code>\(isolated(text))</code>" }

  /// `folder/service.yaml:92:11`, which may be broken behind each slash.
  static func place(_ text: String) -> Markup {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let broken = parts.dropLast().map { "\(isolated($0))/<wbr/>" as Markup }
    return "<code>\(broken)\(isolated(parts.last ?? ""))</code>"
  }

  /// A text that reads from left to right, whose words may not: numbers and signs beside such a word stay where they are.
  static func isolated(_ text: String) -> Markup {
    guard text.unicodeScalars.contains(where: isRightToLeft) else { return "\(text)" }
    let words = words(text).map { word -> Markup in
      word.unicodeScalars.contains(where: isRightToLeft) ? name(word) : "\(word)"
    }
    return "\(words)"
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Two texts with what is different in them marked.
  static func pair(_ old: String, _ new: String) -> (old: Markup, new: Markup) {
    let (before, after) = (words(old), words(new))
    let start = zip(before, after).prefix { $0 == $1 }.count
    let rest = (Array(before.dropFirst(start)), Array(after.dropFirst(start)))
    let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
    let middle = (Array(rest.0.dropLast(end)), Array(rest.1.dropLast(end)))
    var marked = (Set(middle.0.indices), Set(middle.1.indices))
    // Where much is different, the middle is marked as a whole.
    if max(middle.0.count, middle.1.count) <= 200 {
      marked = ([], [])
      for step in middle.1.difference(from: middle.0) {
        switch step {
        case .remove(let place, _, _): marked.0.insert(place)
        case .insert(let place, _, _): marked.1.insert(place)
        }
      }
    }
    return (
      marking(before, Set(marked.0.map { $0 + start }), as: "del"),
      marking(after, Set(marked.1.map { $0 + start }), as: "ins")
    )
  }

  /// Words and numbers in whole, all else by character.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var isInWord = false
    for character in text {
      let isOfWord = character.isLetter || character.isNumber || character == "_"
      if isOfWord, isInWord {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      isInWord = isOfWord
    }
    return words
  }

  private static func marking(_ words: [String], _ marked: Set<Int>, as tag: String) -> Markup {
    // A space between two marks is marked with them.
    func isMarked(_ place: Int) -> Bool {
      marked.contains(place)
        || words[place] == " " && marked.contains(place - 1) && marked.contains(place + 1)
    }
    var markup: Markup = ""
    var place = 0
    while place < words.count {
      let isDifferent = isMarked(place)
      var run = ""
      while place < words.count, isMarked(place) == isDifferent {
        run += words[place]
        place += 1
      }
      let text = isolated(run)
      markup = isDifferent ? "\(markup)<\(tag)>\(text)</\(tag)>" : "\(markup)\(text)"
    }
    return markup
  }

  /// A body over several lines, for the eye; what is no object or list stays as it is.
  static func indented(_ json: String) -> String {
    guard json.count > 60, let first = json.first, first == "{" || first == "[" else { return json }
    var lines = ""
    var (depth, isInText, isEscaped) = (0, false, false)
    func lineBreak() -> String { "\n" + String(repeating: "  ", count: max(0, depth)) }
    for character in json {
      if isInText {
        lines.append(character)
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isInText = false
        }
        continue
      }
      switch character {
      case "\"":
        isInText = true
        lines.append(character)
      case "{", "[":
        depth += 1
        lines += "\(character)\(lineBreak())"
      case "}", "]":
        depth -= 1
        lines += "\(lineBreak())\(character)"
      case ",": lines += ",\(lineBreak())"
      case ":": lines += ": "
      case " ", "\n", "\t": break
      default: lines.append(character)
      }
    }
    return lines
  }
}
