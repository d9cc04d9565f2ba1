extension _JSONReader {
  /// Reads a string, undoes its escapes in a single pass into memory that is released at the end, and calls `body` with the
  /// text; false, with nothing consumed, if the string is not valid JSON or not valid Unicode.
  ///
  /// The quotes of every key of JSON text in a string are escaped, so that a pass for each escape costs more than reading the
  /// text does.
  @inline(__always)
  mutating func withUnescapedText(
    _ body: (inout _JSONReader, UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    // The text is never longer than what is left of the body. Eight more bytes, because eight are stored at a time.
    let room = end &- position &+ 8
    return unsafe withUnsafeTemporaryAllocation(byteCount: room, alignment: 8) { buffer in
      var target = unsafe MutableRawSpan(_unsafeBytes: buffer)
      guard let count = unescape(into: &target) else { return false }
      // Only the bytes that were stored are read.
      unsafe body(&self, UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      return true
    }
  }

  /// Reads a string into memory that has room for the rest of the body and eight more bytes; nil, with nothing consumed, if
  /// the string is not valid JSON or not valid Unicode.
  ///
  /// - Returns: the number of bytes.
  private mutating func unescape(into target: inout MutableRawSpan) -> Int? {
    let quote = position
    position &+= 1
    var count = 0
    var all: UInt64 = 0
    while position < end {
      copyUnescaped(into: &target, &count, &all)
      guard position < end else { break }
      let byte = at(position)
      if byte == 0x22 {
        let text = JSONText(start: quote &+ 1, count: position &- quote &- 1, isEscaped: true)
        if all & 0x8080_8080_8080_8080 != 0, firstWrongByte(text) != nil { break }
        position &+= 1
        return count
      }
      if byte < 0x20 { break }
      if byte == 0x5c {
        guard let scalar = unescapedScalar(), let units = UTF8.encode(scalar) else { break }
        for unit in units {
          target.storeBytes(of: unit, toByteOffset: count, as: UInt8.self)
          count &+= 1
        }
      } else {
        all |= UInt64(byte)
        target.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count &+= 1
        position &+= 1
      }
    }
    position = quote
    return nil
  }

  /// The scalar that an escape stands for, a surrogate pair included, which is then consumed; nil for an invalid escape.
  private mutating func unescapedScalar() -> Unicode.Scalar? {
    guard end &- position >= 2 else { return nil }
    let start = position
    if let byte = Self.unescaped(at(start &+ 1)) {
      position &+= 2
      return Unicode.Scalar(byte)
    }
    guard at(start &+ 1) == 0x75, end &- start >= 6, var scalar = unit(at: start &+ 2) else {
      return nil
    }
    var stop = start &+ 6
    if scalar & 0xfc00 == 0xd800, isLowSurrogate(at: stop), let low = unit(at: stop &+ 2) {
      stop &+= 6
      scalar = 0x10000 &+ (scalar & 0x3ff) &<< 10 &+ (low & 0x3ff)
    }
    guard let scalar = Unicode.Scalar(scalar) else { return nil }
    position = stop
    return scalar
  }

  /// The byte that a backslash and a letter stand for; nil for a number or an invalid escape.
  @inline(__always)
  private static func unescaped(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 0x22, 0x5c, 0x2f: letter
    case 0x62: 8
    case 0x66: 12
    case 0x6e: 10
    case 0x72: 13
    case 0x74: 9
    default: nil
    }
  }

  /// Copies bytes and removes the backslashes of quotes and backslashes, eight bytes at a time; stops at the closing quote, a
  /// control character, any other escape, and where fewer than eight bytes are left.
  ///
  /// - Parameter all: bytes are added to it bit by bit, those that are copied and some that follow.
  @inline(__always)
  private mutating func copyUnescaped(
    into target: inout MutableRawSpan, _ count: inout Int, _ all: inout UInt64
  ) {
    var place = position
    var length = count
    while hasWord(at: place) {
      var word = word(place)
      all |= word
      var special = Self.eachSpecialByte(in: word)
      // The bytes of the word that are copied, and the backslashes removed from it.
      var kept = 8
      var removed = 0
      while special != 0 {
        let shift = UInt64(special.trailingZeroBitCount & 0x38)
        let pair = word &>> shift & 0xffff
        guard pair == 0x225c || pair == 0x5c5c else {
          kept = Int(shift &>> 3)
          break
        }
        let before: UInt64 = ~(~0 &<< shift)
        word = word & before | word &>> 8 & ~before
        // The flags after the escaped byte move with their bytes.
        special = special &>> 8 & ~before & ~(0xff &<< shift)
        kept &-= 1
        removed &+= 1
      }
      // What is stored behind the copied bytes is overwritten.
      target.storeBytes(of: word.littleEndian, toByteOffset: length, as: UInt64.self)
      length &+= kept
      let consumed = kept &+ removed
      place &+= consumed
      // Of a backslash at the end of the word the next byte decides.
      if consumed < 8, consumed < 7 || at(place) != 0x5c { break }
    }
    position = place
    count = length
  }

  /// The quotes, backslashes and control characters among eight bytes, each with the highest bit of its byte.
  @inline(__always)
  private static func eachSpecialByte(in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    // 0x22 becomes 0x20, and control characters stay below.
    let control = word ^ 0x0202_0202_0202_0202
    let slash = word ^ 0x5c5c_5c5c_5c5c_5c5c
    // The highest bit of a sum is clear for a backslash, or for a byte below 0x21; no carry leaves its byte.
    let others =
      ((slash & low) &+ low | slash) & ((control & low) &+ 0x5f5f_5f5f_5f5f_5f5f | control)
    return ~others & 0x8080_8080_8080_8080
  }
}
