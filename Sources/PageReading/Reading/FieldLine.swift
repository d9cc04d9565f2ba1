/// A list item or a paragraph that declares a field: `name`: Type. Description
struct FieldLine {
  var name: String
  var typeWord: String?
  var type: PageType?
  /// The text after the type.
  var description: InlineText
  var presence: PagePresence?
  var doubts: Set<Doubt> = []
  /// Whether the name is in a code span.
  var isCode: Bool

  /// The declaration of a text; nil if it has another form.
  init?(_ text: InlineText, types: TypeWords) {
    let plain = text.plain
    var place = 0
    guard let (name, isCode) = Self.name(in: text, &place) else { return nil }
    (self.name, self.isCode) = (name, isCode)
    description = text
    if text.hasStrayTicks { doubts.insert(.brokenMarkup) }
    Self.skipBlanks(plain, &place)
    // `name` (Type): or `name` (required):
    if let end = Self.bracket(in: plain, at: place) {
      readBracket(plain[place + 1..<end].joined(), at: text.position(of: place), types)
      place = end + 1
      Self.skipBlanks(plain, &place)
    }
    var hasColon = false
    if isCode, place > 0, Self.endsWithColon(text, before: place) {
      // The colon is inside the code span.
      hasColon = true
      doubts.insert(.brokenMarkup)
    }
    if place < plain.count, plain[place].isColon {
      hasColon = true
      place += 1
    }
    guard hasColon || type != nil else { return nil }
    Self.skipBlanks(plain, &place)
    if let end = Self.bracket(in: plain, at: place) {
      readBracket(plain[place + 1..<end].joined(), at: text.position(of: place), types)
      if presence != nil || type != nil { place = end + 1 }
    }
    if type == nil, let leading = types.leadingType(in: plain[place...], links: text.links) {
      (typeWord, type, place) = (leading.word, leading.type, leading.end)
    }
    description = text.suffix(from: place)
  }

  private mutating func readBracket(_ text: String, at position: PagePosition, _ types: TypeWords) {
    for part in text.split(whereSeparator: { $0.isOne(of: ",，、;") }) {
      let word = String(part).trimmingSpaces
      if let mark = PresenceWords.mark(word) {
        presence = PagePresence(isRequired: mark, word: word, position: position)
      } else if let type = types.type(of: word) {
        self.type = type
        typeWord = word
      }
    }
  }

  private static func name(
    in text: InlineText, _ place: inout Int
  ) -> (name: String, isCode: Bool)? {
    if let span = text.codeSpans.first, span.range.lowerBound == 0 {
      var content = text.plain[span.range].joined().trimmingSpaces
      while let last = content.last, last.isColon || last.isBlank { content.removeLast() }
      guard isName(content) else { return nil }
      place = span.range.upperBound
      return (content, true)
    }
    var end = 0
    while end < text.plain.count,
      text.plain[end].isNameCharacter || text.plain[end].isOne(of: ".-[]$")
    { end += 1 }
    let name = text.plain[..<end].joined()
    guard isName(name) else { return nil }
    place = end
    return (name, false)
  }

  /// Whether a text can be the name of a member.
  static func isName(_ text: String) -> Bool {
    guard let first = text.first, first.isASCIILetter || first == "_" || first == "$" else {
      return false
    }
    return text.count <= 100
      && text.allSatisfy { $0.isNameCharacter || $0.isOne(of: ".-[]$") }
  }

  private static func endsWithColon(_ text: InlineText, before place: Int) -> Bool {
    text.plain[..<place].last { !$0.isBlank }?.isColon ?? false
  }

  private static func bracket(in text: [Character], at place: Int) -> Int? {
    guard place < text.count, text[place] == "(" || text[place] == "（" else { return nil }
    let limit = min(text.count, place + 60)
    return text[place..<limit].firstIndex { $0 == ")" || $0 == "）" }
  }

  private static func skipBlanks(_ text: [Character], _ place: inout Int) {
    while place < text.count, text[place].isBlank { place += 1 }
  }
}

/// Marks of required and optional fields.
enum PresenceWords {
  /// Whether a word marks a field as required; nil if it is no mark.
  static func mark(_ word: String) -> Bool? {
    let text = word.lowercased().trimmingSpaces
    if Vocabulary.optionalMarks.contains(text) { return false }
    return Vocabulary.requiredMarks.contains(text) ? true : nil
  }

  /// The mark in a cell of a column that says whether fields are required.
  static func cell(_ text: String, saysOptional: Bool) -> Bool? {
    let word = text.lowercased().trimmingSpaces
    if let mark = mark(word) { return mark }
    if Vocabulary.yes.contains(word) { return !saysOptional }
    return Vocabulary.no.contains(word) ? saysOptional : nil
  }

  /// The mark in brackets within a description, such as `(optional)` or `(option: ...)`.
  static func mark(in text: InlineText) -> PagePresence? {
    let plain = text.plain.map(\.ofASCIIWidth)
    for place in plain.indices where plain[place] == "(" {
      let word = String(
        plain[(place + 1)...].prefix { $0 != ")" && $0 != ":" && $0 != "," && !$0.isColon })
      if let mark = mark(word) {
        return PagePresence(
          isRequired: mark, word: word.trimmingSpaces, position: text.position(of: place + 1))
      }
    }
    return nil
  }
}

extension InlineText {
  /// The rest of the text from a character, with the markup in it. Links keep their texts, so all of them stay.
  func suffix(from place: Int) -> InlineText {
    var start = min(place, plain.count)
    while start < plain.count, plain[start].isBlank { start += 1 }
    var rest = self
    rest.plain = Array(plain[start...])
    rest.position = position(of: start)
    rest.codeSpans = codeSpans.filter { $0.range.lowerBound >= start }.map {
      Span(range: $0.range.lowerBound - start..<$0.range.upperBound - start)
    }
    return rest
  }
}
