/// UTF-8 in padded base64, in which a vendor replaces some characters, for example `/` by `-`.
@_spi(Generated)
public struct Base64Text: Sendable {
  /// The 64 characters of base64 and the padding, as they are written; 0 for a substitute that is longer than a byte.
  private let letters: [UInt8]
  /// For each byte of an encoded text its six bits, `padding`, or `none`. A substitute of several bytes is not listed.
  private let values: [UInt8]
  /// The substitutes that are longer than a byte in UTF-8, each with the character for which it is written.
  private let long: [(substitute: Character, character: Character)]

  private static let padding: UInt8 = 64
  private static let none: UInt8 = 65

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)
  private static let plainValues: [UInt8] = {
    var values = [UInt8](repeating: none, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()

  /// - Parameter replaced: the substitutes for characters of base64.
  package init(_ replaced: KeyValuePairs<Character, Character>) {
    self.init(pairs: Array(replaced))
  }

  /// - Parameter replaced: characters of base64, each with its substitute.
  package init(pairs replaced: [(key: Character, value: Character)]) {
    var letters = Self.alphabet
    var values = Self.plainValues
    var long: [(substitute: Character, character: Character)] = []
    for (character, substitute) in replaced {
      // Only characters of base64 are replaced.
      guard let byte = character.asciiValue else { continue }
      let value = Self.plainValues[Int(byte)]
      if value != Self.none { letters[Int(value)] = substitute.asciiValue ?? 0 }
      if let written = substitute.asciiValue {
        values[Int(written)] = value
      } else {
        long.append((substitute, character))
      }
    }
    self.letters = letters
    self.values = values
    self.long = long
  }

  /// The base64 of a string.
  package func encode(_ text: String) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity((text.utf8.count + 2) / 3 * 4)
    var bits = 0
    var count = 0
    func put(_ value: Int) {
      if letters[value] != 0 { return encoded.append(letters[value]) }
      let character = Character(Unicode.Scalar(Self.alphabet[value]))
      for pair in long where pair.character == character { encoded += String(pair.substitute).utf8 }
    }
    func put(_ letters: Int, padded padding: Int) {
      for place in 0..<letters { put(bits >> (18 - 6 * place) & 63) }
      for _ in 0..<padding { put(Int(Self.padding)) }
    }
    for byte in text.utf8 {
      bits = bits << 8 | Int(byte)
      count += 1
      if count == 3 {
        put(4, padded: 0)
        (bits, count) = (0, 0)
      }
    }
    if count > 0 {
      bits <<= 8 * (3 - count)
      put(count + 1, padded: 3 - count)
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The string in a base64 text; nil if the text is not base64 or its bytes are not UTF-8.
  package func decode(_ encoded: String) -> String? {
    guard long.isEmpty else {
      let plain = encoded.map { letter in
        long.first { $0.substitute == letter }?.character ?? letter
      }
      return decode(bytes: Array(String(plain).utf8))
    }
    return decode(bytes: Array(encoded.utf8))
  }

  /// Whether a text is base64 as it would be written of a string: decoding and encoding it does not change it.
  package func isCanonical(_ encoded: Span<UInt8>) -> Bool {
    guard long.isEmpty else {
      let text = String(decoding: encoded.indices.map { encoded[$0] }, as: UTF8.self)
      return decode(text).map { encode($0) == text } ?? false
    }
    guard encoded.count % 4 == 0 else { return false }
    var bits: UInt32 = 0
    var (padding, all) = (0, UInt32(0))
    for place in encoded.indices {
      let value = values[Int(encoded[place])]
      guard value != Self.none, letters[Int(value)] == encoded[place] else { return false }
      if value == Self.padding {
        padding += 1
        bits <<= 6
      } else {
        guard padding == 0 else { return false }
        bits = bits << 6 | UInt32(value)
      }
      guard place % 4 == 3 else { continue }
      // The bits that the padding leaves over are 0.
      guard padding < 3, bits & (1 << UInt32(8 * padding) - 1) == 0 else { return false }
      all |= bits
      bits = 0
    }
    // Bytes of ASCII are valid UTF-8.
    return all & 0x808080 == 0 || decode(bytes: encoded.indices.map { encoded[$0] }) != nil
  }

  private func decode(bytes encoded: [UInt8]) -> String? {
    guard encoded.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count / 4 * 3)
    var bits = 0
    var padding = 0
    for (place, byte) in encoded.enumerated() {
      let value = values[Int(byte)]
      bits <<= 6
      if value == Self.padding {
        padding += 1
      } else {
        // Nothing follows the padding.
        guard value < Self.padding, padding == 0 else { return nil }
        bits |= Int(value)
      }
      guard place % 4 == 3 else { continue }
      for shift in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
      bits = 0
    }
    guard padding < 3 else { return nil }
    let text = String(decoding: bytes.dropLast(padding), as: UTF8.self)
    return text.utf8.elementsEqual(bytes.dropLast(padding)) ? text : nil
  }
}
