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
      guard let count = unsafe unescape(into: buffer) else { return false }
      // Only the bytes that were stored are read.
      unsafe body(&self, UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      return true
    }
  }

  /// Reads a string into memory that has room for the rest of the body and eight more bytes; nil, with nothing consumed, if
  /// the string is not valid JSON or not valid Unicode.
  ///
  /// - Returns: the number of bytes.
  private mutating func unescape(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    var target = unsafe MutableRawSpan(_unsafeBytes: buffer)
    let quote = position
    position &+= 1
    var count = 0
    var all: UInt64 = 0
    while position < end {
      copyUnescaped(into: &target, &count, &all)
      guard position < end else { break }
      if at(position) == 0x22 {
        let text = JSONText(start: quote &+ 1, count: position &- quote &- 1, isEscaped: true)
        if all & 0x8080_8080_8080_8080 != 0, firstWrongByte(text) != nil { break }
        position &+= 1
        return count
      }
      guard copyCharacter(into: &target, &count, &all) else { break }
    }
    position = quote
    return nil
  }

  /// Copies one byte, or the character that an escape stands for; false for an invalid escape and a control character.
  @inline(never)
  private mutating func copyCharacter(
    into target: inout MutableRawSpan, _ count: inout Int, _ all: inout UInt64
  ) -> Bool {
    let byte = at(position)
    if byte == 0x5c {
      guard let scalar = unescapedScalar(), let units = UTF8.encode(scalar) else { return false }
      for unit in units {
        target.storeBytes(of: unit, toByteOffset: count, as: UInt8.self)
        count &+= 1
      }
      return true
    }
    guard byte >= 0x20 else { return false }
    all |= UInt64(byte)
    target.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
    position &+= 1
    return true
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
      let word = word(place)
      all |= word
      // What is stored from the first special byte on is overwritten.
      target.storeBytes(of: word.littleEndian, toByteOffset: length, as: UInt64.self)
      let special = Self.specialBytes(in: word)
      if special == 0 {
        place &+= 8
        length &+= 8
        continue
      }
      let shift = UInt64(special.trailingZeroBitCount & 0x38)
      let plain = Int(shift &>> 3)
      place &+= plain
      length &+= plain
      let pair = word &>> shift & 0xffff
      if pair == 0x225c || pair == 0x5c5c {
        target.storeBytes(of: UInt8(pair &>> 8), toByteOffset: length, as: UInt8.self)
        place &+= 2
        length &+= 1
      } else if plain < 7 || at(place) != 0x5c {
        break
      }
      // Of a backslash at the end of the word the next one decides.
    }
    position = place
    count = length
  }
}
