/// Reads the values of a field from the texts of its declaration.
enum ValueReader {
  /// A value at a place of a text.
  struct Token {
    /// The place in the characters of the text; the end is after the value.
    var range: Range<Int>
    var text: String
    var isQuoted: Bool
    var isCode: Bool

    var isNumber: Bool { ValueReader.isNumber(text) }
  }

  // MARK: Lists

  /// The value that a list item declares, such as `"audio"`: Audio file.
  ///
  /// - Returns: nil if the text begins with no value, or with a name that is neither quoted, a number nor in a code span.
  static func item(_ text: InlineText) -> PageValue? {
    guard let token = token(in: text, at: 0), token.range.lowerBound == 0 else { return nil }
    guard token.isQuoted || token.isNumber || token.isCode || isBoolean(token.text) else {
      return nil
    }
    var place = token.range.upperBound
    skipBlanks(text.plain, &place)
    guard let end = separatorEnd(text.plain, at: place) else { return nil }
    return value(token, meaning: text.plain[end...], in: text, rule: .valueItem)
  }

  /// The place after a separator between a value and its meaning, or the end of the text.
  private static func separatorEnd(_ text: [Character], at place: Int) -> Int? {
    guard place < text.count else { return place }
    switch text[place] {
    case ":", "：", "=": return place + 1
    case "-", "–", "—": return place + 1
    case "(", "（": return place
    default: return nil
    }
  }

  // MARK: Cells

  /// The values in the segments of a cell or a description.
  ///
  /// - Parameters:
  ///   - segments: the parts of the text.
  ///   - allowsProse: whether values in sentences count, with a doubt, if there are no certain ones.
  static func values(in segments: [InlineText], allowsProse: Bool = true) -> [PageValue] {
    // A text of this length is no list of values, and searching it would take time.
    let segments = segments.filter { $0.plain.count <= 10_000 }
    var found: [PageValue] = []
    for segment in segments { found += listed(in: segment) }
    if found.isEmpty { for segment in segments { found += set(in: segment) } }
    if found.isEmpty { for segment in segments { found += alternatives(in: segment) } }
    if found.isEmpty, allowsProse { for segment in segments { found += enumeration(in: segment) } }
    if found.isEmpty, allowsProse { for segment in segments { found += prose(in: segment) } }
    if found.isEmpty, allowsProse { for segment in segments { found += words(in: segment) } }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.text).inserted }
  }

  /// The values of an example cell that lists several.
  static func alternatives(inExamples segments: [InlineText]) -> [PageValue] {
    segments.flatMap { alternatives(in: $0) }.map { value in
      var value = value
      value.rule = .exampleValues
      return value
    }
  }

  /// Values with colons: `0: started, 1: failed`, with or without separators.
  private static func listed(in text: InlineText) -> [PageValue] {
    let tokens = colonTokens(in: text)
    guard let first = tokens.first else { return [] }
    // One value within a sentence is no list.
    guard first.range.lowerBound == 0 || tokens.count > 1 else { return [] }
    let rule: ReadingRule = tokens.count > 1 ? .valueSequence : .valueSegment
    return tokens.enumerated().map { index, token in
      let next = index + 1 < tokens.count ? tokens[index + 1].range.lowerBound : text.plain.count
      var start = token.range.upperBound
      skipBlanks(text.plain, &start)
      return value(token, meaning: text.plain[min(start + 1, next)..<next], in: text, rule: rule)
    }
  }

  /// The values before colons.
  private static func colonTokens(in text: InlineText) -> [Token] {
    let plain = text.plain
    guard plain.contains(where: \.isColon) else { return [] }
    var tokens: [Token] = []
    var seen: Set<String> = []
    for start in plain.indices {
      if let last = tokens.last, start < last.range.upperBound { continue }
      guard start == 0 || mayBegin(at: start, in: text), let token = token(in: text, at: start),
        token.range.lowerBound == start,
        token.isNumber || token.isQuoted || token.isCode || (start == 0 && isBoolean(token.text)),
        begins(token, in: plain)
      else { continue }
      var place = token.range.upperBound
      // A remark in brackets: `2 (binary 10): ...`
      if let end = bracketEnd(plain, at: place) { place = end }
      skipBlanks(plain, &place)
      guard place < plain.count, plain[place].isColon else { continue }
      // A time or a ratio.
      if place + 1 < plain.count, plain[place + 1].isASCIIDigit, token.isNumber, !token.isCode {
        continue
      }
      guard seen.insert(token.text).inserted else { continue }
      var whole = token
      whole.range = token.range.lowerBound..<place
      tokens.append(whole)
    }
    return tokens
  }

  /// Whether a value may begin here: at the start, after a separator, or a number after the text of the one before.
  private static func begins(_ token: Token, in text: [Character]) -> Bool {
    guard token.range.lowerBound > 0 else { return true }
    let before = text[token.range.lowerBound - 1]
    if before.isBlank || before.isColon || before.isOne(of: ".,;，。；、（(\"“】") {
      // A decimal number has no blank after its point.
      guard before == ".", token.range.lowerBound >= 2 else { return true }
      return !text[token.range.lowerBound - 2].isASCIIDigit
    }
    return token.isNumber ? !before.isASCIIDigit && before != "-" && before != "_" : token.isCode
  }

  /// Whether a number, a quoted text or a code span may begin at a place, as opposed to a plain word.
  static func mayBegin(at place: Int, in text: InlineText) -> Bool {
    let character = text.plain[place]
    return character.isASCIIDigit || character.isOne(of: "-\"“")
      || text.codeSpans.contains { $0.range.lowerBound == place }
  }

  /// The place after a remark in brackets that begins at a place, with blanks before it; nil if there is none.
  private static func bracketEnd(_ text: [Character], at start: Int) -> Int? {
    var place = start
    skipBlanks(text, &place)
    guard place < text.count, text[place].isOne(of: "(（") else { return nil }
    let limit = min(text.count, place + 40)
    guard let close = text[place..<limit].firstIndex(where: { $0.isOne(of: ")）") }) else {
      return nil
    }
    return close + 1
  }

  /// Values in braces after words such as "one of".
  private static func set(in text: InlineText) -> [PageValue] {
    let plain = text.plain.map(\.ofASCIIWidth)
    var start = 0
    while let open = plain[start...].firstIndex(of: "{") {
      guard let close = plain[open...].firstIndex(of: "}") else { return [] }
      var before = plain[..<open].joined().lowercased().trimmingSpaces
      before = before.trimmingSuffix(":").trimmingSpaces
      if Vocabulary.setCues.contains(where: before.hasSuffix) {
        return elements(of: open + 1..<close, in: text, rule: .valueSet)
      }
      start = close + 1
    }
    return []
  }

  /// Values separated by slashes or enumeration commas: `main/aux`.
  private static func alternatives(in text: InlineText) -> [PageValue] {
    var range = 0..<text.plain.count
    // What follows in brackets explains the values.
    if let open = text.plain.firstIndex(where: { $0.isOne(of: "(（") }) { range = 0..<open }
    if let colon = text.plain[range].lastIndex(where: \.isColon) {
      range = colon + 1..<range.upperBound
    }
    guard !range.isEmpty else { return [] }
    let spans = text.codeSpans.filter { range.contains($0.range.lowerBound) }
    if spans.count >= 2 {
      // Only separators are between the spans, and nothing after them.
      var rest = Array(text.plain[range])
      for span in spans.reversed() {
        let lower = max(span.range.lowerBound - range.lowerBound, 0)
        let upper = min(span.range.upperBound - range.lowerBound, rest.count)
        rest.removeSubrange(lower..<upper)
      }
      guard rest.allSatisfy({ $0.isBlank || $0.isOne(of: "/、,，|或") }) else { return [] }
      return elements(of: range, in: text, rule: .valueAlternatives)
    }
    let plain = text.plain[range]
    guard spans.isEmpty, plain.contains(where: { $0 == "/" || $0 == "、" }),
      plain.allSatisfy({ $0.isNameCharacter || $0 == "-" || $0 == "/" || $0 == "、" || $0.isBlank })
    else { return [] }
    let parts = plain.split { $0 == "/" || $0 == "、" }.map { String($0).trimmingSpaces }
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else {
      return []
    }
    return elements(of: range, in: text, rule: .valueAlternatives)
  }

  /// The elements of a list with separators.
  private static func elements(
    of range: Range<Int>, in text: InlineText, rule: ReadingRule
  ) -> [PageValue] {
    var found: [PageValue] = []
    var start = range.lowerBound
    func add(_ end: Int) {
      let part = text.plain[start..<end].joined().trimmingSpaces
      var name = part.filter { $0 != "`" && !$0.isColon }
      let isQuoted = name.count > 1 && name.first == "\"" && name.last == "\""
      if isQuoted { name = String(name.dropFirst().dropLast()) }
      guard !name.isEmpty, !name.contains(" ") else { return }
      var value = PageValue(text: name, meaning: "", position: text.position(of: start), rule: rule)
      value.isQuoted = isQuoted
      found.append(value)
    }
    for place in range where text.plain[place].isOne(of: ",，、/|或") {
      add(place)
      start = place + 1
    }
    add(range.upperBound)
    return found
  }

  // MARK: Tokens

  /// The value at a place: a number, a quoted text, a code span, or a name.
  static func token(in text: InlineText, at start: Int) -> Token? {
    let plain = text.plain
    guard start < plain.count else { return nil }
    if let span = text.codeSpans.first(where: { $0.range.lowerBound == start }) {
      var content = plain[span.range].joined().trimmingSpaces
      // Ticks around the colon too: `msgName: `.
      while content.last?.isColon == true { content.removeLast() }
      let isQuoted = content.count > 1 && content.first == "\"" && content.last == "\""
      if isQuoted { content = String(content.dropFirst().dropLast()) }
      content = content.trimmingSpaces
      guard !content.isEmpty, !content.contains(" ") || isQuoted else { return nil }
      return Token(range: span.range, text: content, isQuoted: isQuoted, isCode: true)
    }
    if text.codeSpans.contains(where: { $0.range.contains(start) }) { return nil }
    if plain[start] == "\"" || plain[start] == "“" {
      let limit = min(plain.count, start + 100)
      guard
        let end = plain[(start + 1)..<limit].firstIndex(where: { $0 == "\"" || $0 == "”" }),
        end > start + 1
      else { return nil }
      return Token(
        range: start..<end + 1, text: plain[start + 1..<end].joined().trimmingSpaces,
        isQuoted: true,
        isCode: false)
    }
    var end = start
    if plain[start] == "-", start + 1 < plain.count, plain[start + 1].isASCIIDigit { end += 1 }
    while end < plain.count, plain[end].isNameCharacter, end - start < 64 { end += 1 }
    guard end > start else { return nil }
    let name = plain[start..<end].joined()
    // Digits at the start of a word are no value.
    if plain[start].isASCIIDigit, !isNumber(name) { return nil }
    return Token(range: start..<end, text: name, isQuoted: false, isCode: false)
  }

  static func value(
    _ token: Token, meaning: some Sequence<Character>, in text: InlineText, rule: ReadingRule
  ) -> PageValue {
    var value = PageValue(
      text: token.text, meaning: trimmedMeaning(meaning),
      position: text.position(of: token.range.lowerBound), rule: rule)
    value.isQuoted = token.isQuoted
    return value
  }

  /// A meaning without the separators around it.
  static func trimmedMeaning(_ text: some Sequence<Character>) -> String {
    var rest = Array(text)[...]
    while let first = rest.first, first.isBlank || first.isColon || first.isOne(of: ",，、-–—") {
      rest.removeFirst()
    }
    while let last = rest.last, last.isBlank || last.isOne(of: ",，、；;。.") { rest.removeLast() }
    return String(rest)
  }

  static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
  }

  private static func isBoolean(_ text: String) -> Bool { text == "true" || text == "false" }

  static func skipBlanks(_ text: [Character], _ place: inout Int) {
    while place < text.count, text[place].isBlank { place += 1 }
  }
}

extension InlineText {
  /// The position of a character; the markup before it in the line is not counted.
  func position(of place: Int) -> PagePosition {
    PagePosition(line: position.line, column: position.column + place)
  }
}
