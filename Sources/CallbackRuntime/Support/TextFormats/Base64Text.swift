/// UTF-8 in padded base64, in which a vendor replaces some characters, for example `/` by `-`.
@_spi(Generated)
public struct Base64Text: Sendable {
  private let written: [Character: Character]
  private let read: [Character: Character]

  /// - Parameter replaced: the substitutes for characters of base64.
  package init(_ replaced: [Character: Character]) {
    written = replaced
    read = Dictionary(replaced.map { ($0.value, $0.key) }) { first, _ in first }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The base64 of a string.
  package func encode(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var encoded: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<Swift.min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) {
        $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0)
      }
      for place in 0..<4 {
        encoded.append(
          place <= group.count ? Self.alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(String(decoding: encoded, as: UTF8.self).map { written[$0] ?? $0 })
  }

  /// The string in a base64 text; nil if the text is not base64 or its bytes are not UTF-8.
  package func decode(_ encoded: String) -> String? {
    let plain = Array(String(encoded.map { read[$0] ?? $0 }).utf8)
    guard plain.count % 4 == 0 else { return nil }
    let padding = plain.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding < 3 else { return nil }
    var bytes: [UInt8] = []
    var bits = 0
    for (place, character) in plain.enumerated() {
      let isPadding = place >= plain.count - padding
      guard let value = isPadding ? 0 : Self.alphabet.firstIndex(of: character) else { return nil }
      bits = bits << 6 | value
      guard place % 4 == 3 else { continue }
      for shift in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
      bits = 0
    }
    let text = String(decoding: bytes.dropLast(padding), as: UTF8.self)
    return text.utf8.elementsEqual(bytes.dropLast(padding)) ? text : nil
  }
}
