/// Eight bytes of a text, which are compared at once. Each property or method returns a word in which the highest bit of a byte is
/// set if the byte at its place is meant, and no other bit; the first byte is the lowest.
struct ByteWord {
  private let bits: UInt64

  /// The number of bytes of a word.
  static let size = 8

  /// - Parameter offset: the place of the first byte; eight bytes follow.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    unsafe bits = UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// The bytes of a character.
  func places(of character: Unicode.Scalar) -> UInt64 {
    let other = bits ^ UInt64(character.value) &* 0x0101_0101_0101_0101
    // Without a carry from one byte to the next, as `other - 0x01…` would have.
    return ~((other & Self.low) &+ Self.low | other | Self.low)
  }

  /// The bytes that are not ASCII.
  var others: UInt64 { bits & ~Self.low }

  /// The bytes below the space: control characters, of ASCII only.
  var controls: UInt64 { ~((bits & Self.low) &+ 0x6060_6060_6060_6060 | bits) & ~Self.low }
}

extension UInt64 {
  /// The place, from 0, of the first byte that is meant.
  var firstByte: Int { trailingZeroBitCount / 8 }
}
