/// Values in sentences. They are doubtful, but for those of an enumeration.
extension ValueReader {
  /// The values of a sentence that does nothing but explain each of them: `a indicates …, b indicates …, and c indicates …`,
  /// or `0 means …; other values mean …`. A text that has values in other sentences, too, is no enumeration.
  static func enumeration(in text: InlineText) -> [PageValue] {
    let mentioned = prose(in: text) + words(in: text)
    guard !mentioned.isEmpty else { return [] }
    var listed: Set<String> = []
    for sentence in sentences(of: text.plain) {
      if let values = values(explainedBy: sentence) {
        listed.formUnion(values)
      } else if text.codeSpans.contains(where: { sentence.contains(String(text.plain[$0.range])) })
        || sentence.contains(where: { $0.isASCIIDigit || $0.isOne(of: "\"“") })
      {
        return []
      }
    }
    var seen: Set<String> = []
    let values = mentioned.filter { seen.insert($0.text).inserted }
    guard !values.isEmpty, values.allSatisfy({ listed.contains($0.text) }) else { return [] }
    return values.map { value in
      var value = value
      value.doubts.remove(.proseValue)
      return value
    }
  }

  private static func sentences(of text: [Character]) -> [String] {
    String(text).replacing(". ", with: "。").split(separator: "。").map {
      String($0).trimmingSuffix(".").trimmingSpaces
    }
  }

  /// The values that a sentence explains, if each of its clauses explains one, and there are two or more.
  private static func values(explainedBy sentence: String) -> [String]? {
    // What is in brackets explains a meaning.
    var depth = 0
    var plain: [Character] = []
    for character in sentence {
      if character.isOne(of: "(（") { depth += 1 }
      if depth == 0 { plain.append(character) }
      if character.isOne(of: ")）") { depth = max(depth - 1, 0) }
    }
    let clauses = plain.split { $0.isOne(of: ",;/，；、") }.map { clause in
      var text = String(clause).trimmingSpaces
      for word in ["and ", "以及", "和"] where text.hasPrefix(word) {
        text = String(text.dropFirst(word.count)).trimmingSpaces
      }
      return text
    }
    // What comes before the first value introduces the enumeration.
    let found = clauses.map { explained(by: $0) }.drop { $0 == nil }
    guard found.count > 1, found.allSatisfy({ $0 != nil }) else { return nil }
    return found.compactMap { $0 }.filter { !$0.isEmpty }
  }

  /// The value that a clause explains, an empty text for all other values, nil for none.
  private static func explained(by clause: String) -> String? {
    let lower = clause.lowercased()
    if let others = Vocabulary.otherValues.first(where: lower.hasPrefix) {
      return isExplained(lower.dropFirst(others.count)) ? "" : nil
    }
    let start = clause.drop { $0.isOne(of: "`\"“") }
    let value = start.prefix { $0.isNameCharacter || $0 == "-" }
    let rest = start.dropFirst(value.count).drop { $0.isOne(of: "`\"”") }
    return !value.isEmpty && isExplained(rest.lowercased()[...]) ? String(value) : nil
  }

  private static func isExplained(_ rest: Substring) -> Bool {
    let words = String(rest).trimmingSpaces
    return Vocabulary.valueVerbs.contains { words.hasPrefix($0) }
  }

  /// Values in a sentence: those before words such as "indicates", and a code span at its end.
  static func prose(in text: InlineText) -> [PageValue] {
    var found: [PageValue] = []
    let plain = text.plain
    var last = 0
    for start in plain.indices where start >= last && mayBegin(at: start, in: text) {
      guard let token = token(in: text, at: start), token.range.lowerBound == start,
        token.isNumber || token.isQuoted || token.isCode,
        start == 0 || !plain[start - 1].isNameCharacter || token.isCode
      else { continue }
      last = token.range.upperBound
      let rest = plain[last...].drop(while: \.isBlank).prefix(12)
      let lower = rest.joined().lowercased()
      let isChoice =
        (token.isNumber && token.isCode && offersChoice(before: start, in: plain))
        || (token.isNumber && isFixed(before: start, in: plain))
      let isLast =
        token.isCode && isAtEnd(plain, from: last) && isAnnounced(before: start, in: plain)
      guard Vocabulary.valueVerbs.contains(where: lower.hasPrefix) || isChoice || isLast else {
        continue
      }
      let meaning = plain[last...].prefix { !$0.isOne(of: ",;，；。、") }
      var value = value(token, meaning: meaning, in: text, rule: .valueProse)
      value.doubts.insert(.proseValue)
      found.append(value)
    }
    return found
  }

  /// The plain words of a text that explains two or more of them: `a for … / b for …`, `a indicates …, and b indicates …`.
  static func words(in text: InlineText) -> [PageValue] {
    let plain = text.plain
    var found: [PageValue] = []
    var last = 0
    for start in plain.indices where start >= last && beginsClause(at: start, in: plain) {
      guard let token = token(in: text, at: start), token.text.first?.isASCIILetter == true else {
        continue
      }
      last = token.range.upperBound
      let rest = plain[last...].drop(while: \.isBlank).prefix(14).joined().lowercased()
      guard Vocabulary.valueVerbs.contains(where: rest.hasPrefix) else { continue }
      let meaning = plain[last...].prefix { !$0.isOne(of: "/,;，；。、") }
      var value = value(token, meaning: meaning, in: text, rule: .valueProse)
      value.doubts.insert(.proseValue)
      found.append(value)
    }
    return found.count > 1 ? found : []
  }

  /// Whether a word at a place begins the text or a part of an enumeration.
  private static func beginsClause(at place: Int, in text: [Character]) -> Bool {
    guard text[place].isNameCharacter || text[place].isOne(of: "\"“"),
      place == 0 || !text[place - 1].isNameCharacter
    else { return false }
    let before = text[..<place].suffix(8).joined().lowercased().trimmingSpaces
    return before.isEmpty || before.last.map { $0.isOne(of: "/,;.，；。、") } == true
      || [" and", "、和", "以及"].contains { before.hasSuffix($0) }
  }

  /// Whether the words before a value offer it: "取", "或", "or", "be".
  private static func offersChoice(before place: Int, in text: [Character]) -> Bool {
    let before = text[..<place].suffix(8).joined().lowercased().trimmingSpaces
    return ["取", "或", "or", "be"].contains { before.hasSuffix($0) }
  }

  /// Whether the words before a value say that it is the only one.
  private static func isFixed(before place: Int, in text: [Character]) -> Bool {
    let before = text[..<place].suffix(10).joined().lowercased().trimmingSpaces
    return Vocabulary.fixedCues.contains { before.hasSuffix($0) }
  }

  private static func isAtEnd(_ text: [Character], from place: Int) -> Bool {
    text[place...].allSatisfy { $0.isBlank || $0.isOne(of: ".。:：;；\"") }
  }

  /// Whether the words before the last code span announce the value of the field: ", `x`", "即 `x`".
  private static func isAnnounced(before place: Int, in text: [Character]) -> Bool {
    let before = text[..<place].joined().lowercased().trimmingSpaces
    return [",", "，", "即", "is", ":", "：", "为", "は"].contains { before.hasSuffix($0) }
  }
}
