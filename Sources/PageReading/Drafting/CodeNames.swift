/// Derives names for codes, events and objects from what a page calls them.
enum CodeNames {
  /// The words of a name or a symbol: `FileList`, `file_list` and `FILE_LIST` are two.
  static func words(of name: String) -> [String] {
    let isSymbol = !name.contains(where: \.isLowercase)
    var words: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    let characters = Array(isSymbol ? name.lowercased() : name)
    for (place, character) in characters.enumerated() {
      guard character.isASCIILetter || character.isASCIIDigit else {
        close()
        continue
      }
      if let last = word.last, character.isUppercase {
        let next = place + 1 < characters.count ? characters[place + 1] : " "
        if !last.isUppercase || next.isLowercase { close() }
      }
      word.append(character)
    }
    close()
    return words
  }

  static func lowerCamel(_ words: [String]) -> String {
    guard let first = words.first else { return "" }
    return first.lowercased() + words.dropFirst().map(capitalized).joined()
  }

  static func upperCamel(_ words: [String]) -> String { words.map(capitalized).joined() }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// The number of words that all of several symbols begin with, and that leave at least one word of each.
  static func commonWords(_ symbols: [[String]]) -> Int {
    guard let first = symbols.first, symbols.count > 1 else { return 0 }
    var count = 0
    while symbols.allSatisfy({ $0.count > count + 1 && $0[count] == first[count] }) { count += 1 }
    return count
  }

  /// The name of a code by its meaning, if that is not longer than a name: `Debug`, `The recorder.`
  static func name(ofMeaning meaning: String) -> String? {
    let end = meaning.firstIndex { $0.isOne(of: ".,;:(!。，；：（") } ?? meaning.endIndex
    let start = meaning[..<end].trimmingSpaces
    guard !start.isEmpty,
      start.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0.isOne(of: " -_/'") })
    else { return nil }
    let articles: Set<String> = ["a", "an", "the"]
    let words = words(of: start).filter { !articles.contains($0.lowercased()) }
    guard (1...3).contains(words.count), words.joined().count <= 30,
      words.first?.first?.isASCIILetter ?? false
    else { return nil }
    return lowerCamel(words.map { $0.lowercased() })
  }

  /// Members of generated code tables and words of the language, which cannot name a code.
  private static let taken: Set<String> = [
    "advice", "allKnown", "allKnownCases", "debugDescription", "description", "hash", "hashValue",
    "isExhaustive", "isListedElsewhere", "malformed", "outcome", "rawValue", "self", "summary",
    "unknownBits", "unrecognized",
  ]

  /// The names of codes, in the order of the values; nil where a name cannot be derived or would occur twice.
  static func names(of values: [PageValue]) -> [String?] {
    let symbols = values.map { $0.constant.map(words(of:)) ?? [] }
    let common = symbols.allSatisfy { !$0.isEmpty } ? commonWords(symbols) : 0
    let names = zip(values, symbols).map { value, symbol -> String? in
      let name =
        symbol.isEmpty
        ? name(ofMeaning: value.meaning) : lowerCamel(Array(symbol.dropFirst(common)))
      guard let name, name.first?.isASCIILetter ?? false else { return nil }
      return taken.contains(name) ? name + "Code" : name
    }
    let counts = Dictionary(grouping: names.compactMap { $0 }) { $0 }
    return names.map { name in name.flatMap { counts[$0]?.count == 1 ? $0 : nil } }
  }
}
