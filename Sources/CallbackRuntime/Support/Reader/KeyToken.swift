/// A key with the byte before its opening quote and the colon after its closing one, such as `,"name":`.
///
/// Bodies have their members in the documented order and without white space, more often than not: comparing the token of the
/// next documented member finds it in two or three comparisons of eight bytes, without a search for the end of the key.
struct KeyToken {
  /// The number of bytes, the byte before the opening quote included.
  var count = 0
  /// The first eight bytes, as a little-endian integer; the byte before the quote, which is not compared, is 0.
  var head: UInt64 = 0
  /// The bits of the head that are compared: those of the token after its first byte.
  var mask: UInt64 = 0
  /// The eight bytes after the head of a token of at least 16 bytes.
  var middle: UInt64 = 0
  /// The last eight bytes of a token of at least eight bytes.
  var tail: UInt64 = 0
}

extension KeyToken {
  /// A token that no body has: its bytes are not valid UTF-8.
  static let never = KeyToken(head: ~0, mask: ~0)

  /// Creates the token of a key in UTF-8. A key that JSON has to escape, or that is not ASCII, has a token that never matches.
  init(_ key: ArraySlice<UInt8>) {
    guard key.allSatisfy({ $0 >= 0x20 && $0 < 0x80 && $0 != 0x22 && $0 != 0x5c }) else {
      self = .never
      return
    }
    let bytes = [0, 0x22] + key + [0x22, 0x3a]
    func word(_ range: Range<Int>) -> UInt64 {
      range.reversed().reduce(0) { $0 &<< 8 | UInt64(bytes[$1]) }
    }
    count = bytes.count
    head = word(0..<Swift.min(8, count))
    mask = (count < 8 ? ~(~0 &<< UInt64(8 * count)) : ~0) & ~0xff
    if count >= 16 { middle = word(8..<16) }
    if count >= 8 { tail = word(count - 8..<count) }
  }
}
