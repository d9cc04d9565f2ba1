import CallbackSchema

/// The roles of column headers: the general words and those of a profile.
struct ColumnWords: Sendable {
  private var roles: [String: ColumnRole] = [:]
  /// The largest number of characters of a header without markup and brackets.
  private var longestHeader = 0

  /// - Parameter entries: further words, which replace the general meaning.
  init(adding entries: [ColumnEntry] = []) {
    for (role, words) in Vocabulary.columns { for word in words { roles[word] = role } }
    for entry in entries {
      for word in entry.words.entries { roles[Self.normalized(word.value)] = entry.role }
    }
    longestHeader = max(roles.keys.lazy.map(\.count).max() ?? 0, Self.longestCompound)
  }

  /// The role of a header; nil for an unknown word.
  func role(of header: String) -> ColumnRole? {
    let word = Self.normalized(header)
    guard !word.isEmpty else { return nil }
    if let role = roles[word] { return role }
    return Vocabulary.codeEndings.contains { word.hasSuffix($0) } ? .value : nil
  }

  /// A header in lower case, without blanks at its ends, a colon, and what it adds in brackets.
  static func normalized(_ header: String) -> String {
    var text = header.map(\.ofASCIIWidth).filter { $0 != "*" && $0 != "`" }
    if let bracket = text.firstIndex(of: "("), bracket > 0 { text = Array(text[..<bracket]) }
    return String(text).lowercased().trimmingSpaces
      .trimmingSuffix(":").trimmingSpaces
  }

  /// A line as headers that have no separator, such as `Error codeDescription`; nil if it is none.
  ///
  /// - Returns: the headers as written; at least two, or one that announces codes.
  func headers(inGlued text: String) -> [String]? {
    let line = Array(text)
    let limit = 120
    guard line.count <= limit, !line.isEmpty else { return nil }
    // A remark in brackets and markup do not count; a colon does.
    let isBounded = !line.contains { $0.isOne(of: "(（*`") }
    let longest = isBounded ? longestHeader + 1 : line.count
    // The longest word first: "field name" before "field".
    var headers: [String] = []
    var place = 0
    while place < line.count {
      guard
        let end = (place + 1...min(line.count, place + longest)).reversed().first(where: { end in
          // A header begins with a capital letter or an ideograph, unless the line does not.
          guard end == line.count || Self.mayBegin(line[end], after: line[end - 1]) else {
            return false
          }
          return isHeader(String(line[place..<end]))
        })
      else { return nil }
      headers.append(String(line[place..<end]))
      place = end
    }
    if headers.count >= 2 { return headers }
    return headers.count == 1 && role(of: headers[0]) == .value && headers[0].count > 5
      ? headers : nil
  }

  /// The largest number of characters of a compound.
  private static let longestCompound = 24

  private func isHeader(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, !first.isBlank, !last.isBlank else {
      return false
    }
    let word = Self.normalized(text)
    if roles[word] != nil { return true }
    // Compounds such as "Error code", "eventType" and "Event description".
    let lower = word.split(separator: " ").last.map(String.init) ?? word
    guard word.count <= Self.longestCompound, word.split(separator: " ").count <= 2 else {
      return false
    }
    if word.contains(" ") { return roles[lower] != nil }
    // Two headers without a separator, such as "FieldType", are no compound.
    return ["type", "code", "name", "id"].contains {
      word.hasSuffix($0) && roles[String(word.dropLast($0.count))] == nil
    }
      && word.allSatisfy(\.isASCIILetter)
      && text.dropFirst().contains(where: \.isUppercase)
      && text.filter(\.isUppercase).count <= 2
  }

  private static func mayBegin(_ next: Character, after last: Character) -> Bool {
    if next.isBlank || last.isBlank { return false }
    return next.isUppercase || !next.isASCII || next.isLowercase && last.isLowercase
  }
}

extension String {
  /// The text without an ending.
  func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
