import CallbackSchema

/// The meanings of type words: the general ones and those of a profile.
struct TypeWords: Sendable {
  private var types: [String: PageType] = [:]

  /// - Parameter entries: further words, which replace the general meaning.
  init(adding entries: [TypeEntry] = []) {
    for (words, type) in Vocabulary.types { for word in words { types[word] = type } }
    for entry in entries { types[Self.normalized(entry.word.value)] = entry.type }
  }

  /// A word in lower case, without blanks and hyphens.
  private static func normalized(_ word: String) -> String {
    String(word.lowercased().filter { !$0.isBlank && $0 != "-" && $0 != "`" && $0 != "*" })
  }

  /// The meaning of a whole type, such as `String`, `Array of Stream` or `String/Number`; nil for an unknown word.
  ///
  /// - Parameters:
  ///   - text: the type as written, without a link.
  ///   - isLinked: whether the type links to a description; the name of an object then is one.
  func type(of text: String, isLinked: Bool = false) -> PageType? {
    guard text.count <= 80 else { return nil }
    let word = text.map(\.ofASCIIWidth)
    let plain = String(word).trimmingSpaces.trimmingSuffix(".").trimmingSpaces
    return type(plain, isLinked, depth: 0)
  }

  private func type(_ text: String, _ isLinked: Bool, depth: Int) -> PageType? {
    guard depth < 4, !text.isEmpty else { return nil }
    var word = Self.normalized(text)
    if let type = types[word] { return type }
    for suffix in Vocabulary.typeSuffixes where word.hasSuffix(suffix) && word != suffix {
      if let type = types[String(word.dropLast(suffix.count))] { return type }
    }
    // A length: `String(64)`.
    if let bracket = word.firstIndex(of: "("), word.hasSuffix(")"),
      word[bracket...].dropFirst().dropLast().allSatisfy(\.isASCIIDigit)
    {
      word = String(word[..<bracket])
      if let type = types[word] { return type }
    }
    if let element = Self.elementOfList(text) {
      let inner = element.trimmingSpaces
      if inner.isEmpty { return .list(nil) }
      if let type = type(inner, isLinked, depth: depth + 1) { return .list(type) }
      return Self.isObjectName(inner) ? .list(.object) : nil
    }
    for separator in ["/", "|", " or ", "或", ","] where text.contains(separator) {
      let parts = text.components(separatedBy: separator).map {
        type($0, isLinked, depth: depth + 1)
      }
      guard !parts.contains(nil) else { continue }
      return .union(parts.compactMap { $0 })
    }
    return isLinked && Self.isObjectName(text) ? .object : nil
  }

  /// The text of the element type of a list; nil if the text names no list.
  private static func elementOfList(_ text: String) -> String? {
    let lower = text.lowercased()
    for prefix in ["array of ", "list of ", "arrays of "] where lower.hasPrefix(prefix) {
      return String(text.dropFirst(prefix.count))
    }
    for prefix in ["array<", "list<", "array[", "list["]
    where lower.hasPrefix(prefix) && (lower.hasSuffix(">") || lower.hasSuffix("]")) {
      return String(text.dropFirst(prefix.count).dropLast())
    }
    if lower.hasSuffix("[]") { return String(text.dropLast(2)) }
    if lower.hasPrefix("[]") { return String(text.dropFirst(2)) }
    if lower.hasPrefix("["), lower.hasSuffix("]") { return String(text.dropFirst().dropLast()) }
    for suffix in [" array", " list", "数组", "列表", "の配列", "のリスト", "配列"]
    where lower.hasSuffix(suffix) { return String(text.dropLast(suffix.count)) }
    return nil
  }

  private static func isObjectName(_ text: String) -> Bool {
    text.first?.isASCIILetter == true && text.allSatisfy { $0.isNameCharacter || $0 == "." }
  }

  /// The type at the start of a description, such as `String. The name` or `String 类型，名称`.
  ///
  /// - Returns: the word as written, its meaning, and the place after it; nil if no type word begins the text.
  func leadingType(in text: ArraySlice<Character>, links: [InlineText.Link]) -> (
    word: String, type: PageType, end: Int
  )? {
    let start = text.firstIndex { !$0.isBlank } ?? text.endIndex
    guard start < text.endIndex else { return nil }
    let limit = min(text.endIndex, start + 60)
    var end = start
    // A type ends at punctuation or with the text; one in a union or a list contains some.
    var found: (String, PageType, Int)?
    while end <= limit {
      let isEnd =
        end == text.endIndex
        || Self.endsType(text[end], next: end + 1 < text.endIndex ? text[end + 1] : nil)
      if isEnd, end > start {
        let word = String(text[start..<end]).trimmingSpaces
        let isLinked = links.contains { word.hasSuffix($0.text) && $0.target.contains("#") }
        if let type = type(of: word, isLinked: isLinked) { found = (word, type, end) }
        // The first sentence decides; a comma may separate the types of a union.
        if end == text.endIndex || text[end].isOne(of: ".。;；") { break }
      }
      if end == text.endIndex { break }
      end += 1
    }
    return found
  }

  private static func endsType(_ character: Character, next: Character?) -> Bool {
    switch character {
    case ".": next.map { $0.isBlank || !$0.isNameCharacter } ?? true
    case ",", "，", "。", ";", "；", "(", "（", "、", ":", "：", "\n": true
    case "-", "–", "—": next?.isBlank ?? true
    default: false
    }
  }
}

extension String {
  /// The parts of the text between separators.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
