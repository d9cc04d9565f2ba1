/// An anchor in the form in which anchors and the texts of headings are compared: letters and digits in lower case.
///
/// Generators of pages derive anchors from headings in several ways, and authors write them by hand.
enum AnchorKey {
  /// The key of an anchor or of the text of a heading; nil without letters and digits.
  static func key(_ text: String) -> String? {
    let decoded = text.contains("%") ? percentDecoded(text) : text
    let key = decoded.lowercased().filter { $0.isLetter || $0.isNumber }
    return key.isEmpty ? nil : key
  }

  /// The key of a link's target; nil for a link without an anchor.
  static func key(ofTarget target: String) -> String? {
    guard let hash = target.lastIndex(of: "#") else { return nil }
    return key(String(target[target.index(after: hash)...]))
  }

  private static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
