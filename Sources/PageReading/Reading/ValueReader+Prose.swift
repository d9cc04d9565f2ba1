/// Values in sentences. All of them are doubtful.
extension ValueReader {
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
      let lower = String(rest).lowercased()
      let isChoice =
        (token.isNumber && token.isCode && offersChoice(before: start, in: plain))
        || (token.isNumber && isFixed(before: start, in: plain))
      let isLast =
        token.isCode && isAtEnd(plain, from: last) && isAnnounced(before: start, in: plain)
      guard Vocabulary.valueVerbs.contains(where: lower.hasPrefix) || isChoice || isLast else {
        continue
      }
      let meaning = plain[last...].prefix { !",;，；。、".contains($0) }
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
      let rest = String(plain[last...].drop(while: \.isBlank).prefix(14)).lowercased()
      guard Vocabulary.valueVerbs.contains(where: rest.hasPrefix) else { continue }
      let meaning = plain[last...].prefix { !"/,;，；。、".contains($0) }
      var value = value(token, meaning: meaning, in: text, rule: .valueProse)
      value.doubts.insert(.proseValue)
      found.append(value)
    }
    return found.count > 1 ? found : []
  }

  /// Whether a word at a place begins the text or a part of an enumeration.
  private static func beginsClause(at place: Int, in text: [Character]) -> Bool {
    guard text[place].isNameCharacter || text[place] == "\"" || text[place] == "“",
      place == 0 || !text[place - 1].isNameCharacter
    else { return false }
    let before = String(text[..<place].suffix(8)).lowercased().trimmingSpaces
    return before.isEmpty || before.last.map { "/,;.，；。、".contains($0) } == true
      || [" and", "、和", "以及"].contains { before.hasSuffix($0) }
  }

  /// Whether the words before a value offer it: "取", "或", "or", "be".
  private static func offersChoice(before place: Int, in text: [Character]) -> Bool {
    let before = String(text[..<place].suffix(8)).lowercased().trimmingSpaces
    return ["取", "或", "or", "be"].contains { before.hasSuffix($0) }
  }

  /// Whether the words before a value say that it is the only one.
  private static func isFixed(before place: Int, in text: [Character]) -> Bool {
    let before = String(text[..<place].suffix(10)).lowercased().trimmingSpaces
    return Vocabulary.fixedCues.contains { before.hasSuffix($0) }
  }

  private static func isAtEnd(_ text: [Character], from place: Int) -> Bool {
    text[place...].allSatisfy { $0.isBlank || ".。:：;；\"".contains($0) }
  }

  /// Whether the words before the last code span announce the value of the field: ", `x`", "即 `x`".
  private static func isAnnounced(before place: Int, in text: [Character]) -> Bool {
    let before = String(text[..<place]).lowercased().trimmingSpaces
    return [",", "，", "即", "is", ":", "：", "为", "は"].contains { before.hasSuffix($0) }
  }
}
