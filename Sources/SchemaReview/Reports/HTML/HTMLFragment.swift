import PayloadValidation
import SchemaSource

/// A fragment of HTML that is well-formed XML too; interpolated strings are escaped.
struct HTMLFragment: ExpressibleByStringInterpolation, Sendable {
  var text: String

  init(stringLiteral text: String) { self.text = text }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  struct Interpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount _: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ text: String) { self.text += HTMLFragment.escaped(text) }

    mutating func appendInterpolation(_ number: Int) { text += "\(number)" }

    mutating func appendInterpolation(_ markup: HTMLFragment) { text += markup.text }

    mutating func appendInterpolation(_ markups: [HTMLFragment]) {
      for markup in markups { text += markup.text }
    }
  }

  /// A text, escaped as content or as the value of an attribute.
  ///
  /// Invisible characters become their code points: XML does not allow most control characters, and those that set the
  /// writing direction could make a name look like another one.
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

extension HTMLFragment {
  /// A name or a text of a schema, whose writing direction does not affect the text around it.
  static func name(_ text: String) -> HTMLFragment { "<bdi>\(text)</bdi>" }

  /// Code, from left to right.
  static func code(_ text: String) -> HTMLFragment { "<code>\(isolated(text))</code>" }

  /// A location such as `folder/service.yaml:92:11`, with a possible line break after each slash.
  static func location(_ text: String) -> HTMLFragment {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let broken = parts.dropLast().map { "\(isolated($0))/<wbr/>" as HTMLFragment }
    return "<code>\(broken)\(isolated(parts.last ?? ""))</code>"
  }

  /// A text from left to right, in which each right-to-left word is isolated from the numbers and signs beside it.
  static func isolated(_ text: String) -> HTMLFragment {
    guard text.unicodeScalars.contains(where: isRightToLeft) else { return "\(text)" }
    let words = words(text).map { word -> HTMLFragment in
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

  /// Two texts whose differences are marked.
  static func pair(_ old: String, _ new: String) -> (old: HTMLFragment, new: HTMLFragment) {
    let (before, after) = (words(old), words(new))
    let start = zip(before, after).prefix { $0 == $1 }.count
    let rest = (Array(before.dropFirst(start)), Array(after.dropFirst(start)))
    let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
    let middle = (Array(rest.0.dropLast(end)), Array(rest.1.dropLast(end)))
    var marked = (Set(middle.0.indices), Set(middle.1.indices))
    // A difference of long texts is quadratic: above 200 words the middle is marked as a whole.
    if max(middle.0.count, middle.1.count) <= 200 {
      marked = ([], [])
      for step in middle.1.difference(from: middle.0) {
        switch step {
        case .remove(let index, _, _): marked.0.insert(index)
        case .insert(let index, _, _): marked.1.insert(index)
        }
      }
    }
    return (
      marking(before, Set(marked.0.map { $0 + start }), as: "del"),
      marking(after, Set(marked.1.map { $0 + start }), as: "ins")
    )
  }

  /// The words and numbers of a text, and every other character by itself.
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

  private static func marking(_ words: [String], _ marked: Set<Int>, as tag: String) -> HTMLFragment
  {
    // A space between two marked words is marked with them.
    func isMarked(_ index: Int) -> Bool {
      marked.contains(index)
        || words[index] == " " && marked.contains(index - 1) && marked.contains(index + 1)
    }
    var markup: HTMLFragment = ""
    var index = 0
    while index < words.count {
      let isDifferent = isMarked(index)
      var run = ""
      while index < words.count, isMarked(index) == isDifferent {
        run += words[index]
        index += 1
      }
      let text = isolated(run)
      markup = isDifferent ? "\(markup)<\(tag)>\(text)</\(tag)>" : "\(markup)\(text)"
    }
    return markup
  }

  /// JSON on several lines; a scalar, and a short object or array, stays on one.
  static func indented(_ json: String) -> String {
    guard json.count > 60 else { return json }
    return JSONValue(body: Array(json.utf8))?.description ?? json
  }
}
