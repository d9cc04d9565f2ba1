/// Takes a wire spelling apart and puts it together by the Swift API guidelines.
enum Words {
  /// Words that are written in one case: `roomID`, `urlList`.
  static let acronyms: Set<String> = ["id", "ids", "uri", "uris", "url", "urls"]

  /// `RoomId` is `Room`, `Id`; `postpone_transcode::transcode` is three words; `WebGL` is two.
  static func split(_ wire: String) -> [String] {
    var words: [String] = []
    var word: [Character] = []
    // A symbol: EVENT_TYPE_ENTER_ROOM.
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
        // A capital begins a word after a small letter or a digit, and as the last of a run of capitals before a small one.
        if !last.isUppercase || (last.isUppercase && next.isLowercase) { close() }
      }
      word.append(character)
    }
    close()
    return words
  }

  /// `lowerCamelCase`
  ///
  /// - Parameter more: acronyms beside the usual ones.
  static func lower(_ wire: String, acronyms more: Set<String> = []) -> String {
    let words = split(wire)
    guard let first = words.first else { return "" }
    return first.lowercased() + words.dropFirst().map { capitalized($0, more) }.joined()
  }

  /// `UpperCamelCase`
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
    // A word in capitals that is no acronym keeps them: GL in WebGL.
    return first.uppercased() + word.dropFirst()
  }

  private static func plural(_ acronym: String) -> String { acronym.dropLast().uppercased() + "s" }
}
