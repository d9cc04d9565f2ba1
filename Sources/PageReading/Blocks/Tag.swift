/// An HTML or MDX tag. The scanner accepts tags that are not closed, and closing tags that were not opened.
struct Tag: Hashable, Sendable {
  /// The name in lower case.
  var name: String
  /// Whether the name as written begins with a capital letter, as that of an MDX component does.
  var isComponent: Bool
  var isClosing: Bool
  /// Whether the tag ends itself, as `<br/>` does.
  var isSelfClosing: Bool
  /// The attributes by their names in lower case; one without a value has an empty one.
  var attributes: [String: String]
  /// The place after the tag.
  var end: Int

  /// The longest tag in characters. A longer one is text, so that a single bracket costs no time.
  static let maximumLength = 4000

  /// The tag at a place; nil if there is none.
  init?(in text: [Character], at start: Int) {
    guard start + 1 < text.count, text[start] == "<" else { return nil }
    let limit = min(text.count, start + Self.maximumLength)
    var place = start + 1
    isClosing = text[place] == "/"
    if isClosing { place += 1 }
    let nameStart = place
    while place < limit, text[place].isNameCharacter || text[place] == "-" || text[place] == "." {
      place += 1
    }
    guard place > nameStart, text[nameStart].isASCIILetter else { return nil }
    let written = String(text[nameStart..<place])
    name = written.lowercased()
    isComponent = written.first?.isUppercase == true
    attributes = [:]
    isSelfClosing = false
    while place < limit {
      let character = text[place]
      if character == ">" {
        end = place + 1
        return
      }
      if character == "<" { return nil }
      if character == "/" || character.isBlank || character.isNewline {
        isSelfClosing = character == "/" || (isSelfClosing && !character.isNameCharacter)
        place += 1
        continue
      }
      guard let attribute = Self.attribute(in: text, at: &place, limit: limit) else { return nil }
      attributes[attribute.name.lowercased()] = attribute.value
      isSelfClosing = false
    }
    return nil
  }

  private static func attribute(
    in text: [Character], at place: inout Int, limit: Int
  ) -> (name: String, value: String)? {
    let start = place
    while place < limit, !text[place].isBlank, !text[place].isNewline,
      !text[place].isOne(of: "=>/<")
    {
      place += 1
    }
    guard place > start else { return nil }
    let name = String(text[start..<place])
    var next = place
    while next < limit, text[next].isBlank || text[next].isNewline { next += 1 }
    guard next < limit, text[next] == "=" else { return (name, "") }
    place = next + 1
    while place < limit, text[place].isBlank || text[place].isNewline { place += 1 }
    guard place < limit else { return nil }
    return (name, value(in: text, at: &place, limit: limit))
  }

  /// The value of an attribute in quotes, in braces, or without both.
  private static func value(in text: [Character], at place: inout Int, limit: Int) -> String {
    let quote = text[place]
    if quote == "\"" || quote == "'" || quote == "{" {
      let close: Character = quote == "{" ? "}" : quote
      let start = place + 1
      place = start
      while place < limit, text[place] != close { place += 1 }
      let value = String(text[start..<place])
      place = min(place + 1, limit)
      return quote == "{" ? value.filter { $0 != "\"" && $0 != "'" && $0 != "`" } : value
    }
    let start = place
    while place < limit, !text[place].isBlank, !text[place].isNewline, text[place] != ">" {
      place += 1
    }
    return String(text[start..<place])
  }
}

/// The characters of HTML entities.
enum Entity {
  private static let named: [String: Character] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ", "#39": "'",
    "#123": "{", "#125": "}", "#124": "|", "#x27": "'", "#34": "\"", "#60": "<", "#62": ">",
    "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "bull": "•", "ldquo": "“",
    "rdquo": "”", "lsquo": "‘", "rsquo": "’",
  ]

  /// The entity at a place and its length; nil if there is none.
  static func decode(_ text: [Character], at start: Int) -> (Character, length: Int)? {
    guard text[start] == "&" else { return nil }
    let rest = text[(start + 1)...].prefix(10)
    guard let end = rest.firstIndex(of: ";") else { return nil }
    let name = String(text[start + 1..<end])
    if let character = named[name] ?? named[name.lowercased()] {
      return (character, end + 1 - start)
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 else { return nil }
    return (Character(scalar), end + 1 - start)
  }
}
