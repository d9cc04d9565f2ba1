/// Splits a wire name into words and joins them by the Swift API design guidelines.
enum Words {
  /// Words that are written in uniform case: `roomID`, `urlList`.
  static let acronyms: Set<String> = ["id", "ids", "uri", "uris", "url", "urls"]

  /// The words of a wire name: `RoomId` is `Room`, `Id`; `postpone_transcode::transcode` is three words; `WebGL` is two.
  static func split(_ wire: String) -> [String] {
    var words: [String] = []
    var word: [Character] = []
    // A constant's name, such as EVENT_TYPE_ENTER_ROOM.
    let isSymbol = wire.contains("_") && !wire.contains(where: \.isLowercase)
    let characters = Array(isSymbol ? wire.lowercased() : wire)
    func close() {
      if !word.isEmpty { words.append(String(word)) }
      word = []
    }
    for (place, character) in characters.enumerated() {
      guard character.isLetter || character.isNumber else {
        close()
        continue
      }
      if let last = word.last, character.isUppercase {
        let next = place + 1 < characters.count ? characters[place + 1] : " "
        // A capital begins a word after a lowercase letter or a digit, and if a lowercase letter follows it.
        if !last.isUppercase || (last.isUppercase && next.isLowercase) { close() }
      }
      word.append(character)
    }
    close()
    return words
  }

  /// The name in `lowerCamelCase`.
  ///
  /// - Parameter more: acronyms in addition to the built-in ones.
  static func lower(_ wire: String, acronyms more: Set<String> = []) -> String {
    let words = split(wire)
    guard let first = words.first else { return "" }
    return first.lowercased() + words.dropFirst().map { capitalized($0, more) }.joined()
  }

  /// The name in `UpperCamelCase`.
  static func upper(_ wire: String, acronyms more: Set<String> = []) -> String {
    split(wire).map { capitalized($0, more) }.joined()
  }

  private static func capitalized(_ word: String, _ more: Set<String>) -> String {
    let small = word.lowercased()
    if more.contains(small) { return small.uppercased() }
    if acronyms.contains(small) {
      return small.hasSuffix("s") && small != "s" ? plural(small) : small.uppercased()
    }
    guard let first = word.first else { return "" }
    // A word in capitals that is not a known acronym stays as it is: GL in WebGL.
    return first.uppercased() + word.dropFirst()
  }

  private static func plural(_ acronym: String) -> String { acronym.dropLast().uppercased() + "s" }
}
