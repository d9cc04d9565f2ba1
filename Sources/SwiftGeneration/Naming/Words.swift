import SchemaSource

/// Splits a wire name into words and joins them by the Swift API design guidelines.
enum Words {
  /// Words that are written in uniform case: `roomID`, `urlList`.
  static let acronyms: Set<String> = ["id", "ids", "uri", "uris", "url", "urls"]

  private static let acronymLengths = 2...4

  /// The words of a wire name: `RoomId` is `Room`, `Id`; `postpone_transcode::transcode` is three words; `WebGL` is two.
  static func split(_ wire: String) -> [String] {
    wire.utf8.allSatisfy { $0 < 0x80 } ? splitASCII(wire) : splitCharacters(wire)
  }

  /// The words of a name of ASCII characters, whose bytes are its characters.
  private static func splitASCII(_ wire: String) -> [String] {
    var words: [String] = []
    var bytes = Array(wire.utf8)
    if bytes.contains(UInt8(ascii: "_")), !bytes.contains(where: \.isLowercase) {
      for place in bytes.indices { bytes[place] = bytes[place].lowercased }
    }
    var start = 0
    for place in bytes.indices {
      let byte = bytes[place]
      let isPart = byte.isLetterOrDigit
      let isNext =
        place > start && byte.isUppercase
        && (!bytes[place - 1].isUppercase
          || place + 1 < bytes.count && bytes[place + 1].isLowercase)
      guard !isPart || isNext else { continue }
      if place > start { words.append(String(decoding: bytes[start..<place], as: UTF8.self)) }
      start = isPart ? place : place + 1
    }
    if start < bytes.count { words.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return words
  }

  private static func splitCharacters(_ wire: String) -> [String] {
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
    // A single word.
    if wire.withBytes({ $0.allSatisfy { $0.isLowercase || $0.isDigit } }) { return wire }
    let words = split(wire)
    guard let first = words.first else { return "" }
    return words.dropFirst().reduce(into: first.lowercased()) { $0 += capitalized($1, more) }
  }

  /// The name in `UpperCamelCase`.
  static func upper(_ wire: String, acronyms more: Set<String> = []) -> String {
    split(wire).reduce(into: "") { $0 += capitalized($1, more) }
  }

  private static func capitalized(_ word: String, _ more: Set<String>) -> String {
    let length = word.utf8.count
    if !more.isEmpty || acronymLengths.contains(length) {
      let small = word.lowercased()
      if more.contains(small) { return small.uppercased() }
      if acronyms.contains(small) {
        return small.hasSuffix("s") && small != "s" ? plural(small) : small.uppercased()
      }
    }
    if let first = word.utf8.first, word.utf8.allSatisfy({ $0 < 0x80 }) {
      guard first.isLowercase else { return word }
      var bytes = Array(word.utf8)
      bytes[0] = first.uppercased
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let first = word.first else { return "" }
    // A word in capitals that is not a known acronym stays as it is: GL in WebGL.
    return first.uppercased() + word.dropFirst()
  }

  private static func plural(_ acronym: String) -> String { acronym.dropLast().uppercased() + "s" }
}

/// Bytes as ASCII characters.
extension UInt8 {
  var isLowercase: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
  var isUppercase: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isLetterOrDigit: Bool { isLowercase || isUppercase || isDigit }
  var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
  var uppercased: UInt8 { isLowercase ? self & ~0x20 : self }
}
