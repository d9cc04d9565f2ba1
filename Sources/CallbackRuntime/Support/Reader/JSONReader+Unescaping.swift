extension _JSONReader {
  /// Reads a string that contains JSON text and undoes its escapes in a single pass, eight bytes at a time; nil, with nothing
  /// consumed, if the string is not valid JSON or not valid Unicode.
  ///
  /// The quotes of every key inside are escaped, so that a pass for each escape costs more than reading the text does.
  mutating func unescapedInOnePass() -> [UInt8]? {
    guard isAt(0x22) else { return nil }
    let quote = position
    position &+= 1
    // The length is not known yet. Eight more bytes, because eight are stored at a time.
    var bytes = [UInt8](repeating: 0, count: Swift.min(end &- position, 2048) &+ 8)
    var count = 0
    var all: UInt64 = 0
    while position < end {
      copyUnescaped(into: &bytes, &count, &all)
      if bytes.count &- count < 16 {
        bytes.append(contentsOf: repeatElement(0, count: bytes.count))
      }
      guard position < end else { break }
      let byte = at(position)
      if byte == 0x22 {
        let text = JSONText(start: quote &+ 1, count: position &- quote &- 1, isEscaped: true)
        if all & 0x8080_8080_8080_8080 != 0, firstWrongByte(text) != nil { break }
        position &+= 1
        bytes.removeLast(bytes.count &- count)
        return bytes
      }
      if byte < 0x20 { break }
      if byte == 0x5c {
        guard let scalar = unescapedScalar(), let units = UTF8.encode(scalar) else { break }
        for unit in units {
          bytes[count] = unit
          count &+= 1
        }
      } else {
        all |= UInt64(byte)
        bytes[count] = byte
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

  /// Copies bytes and undoes escapes of two bytes, as long as there is room for eight bytes and more than eight are left;
  /// stops at the closing quote, a control character and any other escape.
  ///
  /// - Parameter all: the copied bytes are added to it bit by bit, eight at a time.
  @inline(__always)
  private mutating func copyUnescaped(
    into bytes: inout [UInt8], _ count: inout Int, _ all: inout UInt64
  ) {
    let last = bytes.count &- 8
    var span = bytes.mutableSpan
    // Any byte is a valid `UInt8`, and each store is checked against the bounds.
    var target = unsafe span.mutableBytes
    var place = position
    var length = count
    var seen: UInt64 = 0
    // The flag of an escaped quote or backslash that is the first of the next eight bytes.
    var escaped: UInt64 = 0
    while length <= last, end &- place > 8 {
      let word = word(place)
      // What is stored behind the first special byte is overwritten.
      target.storeBytes(of: word.littleEndian, toByteOffset: length, as: UInt64.self)
      let special = Self.specialBytes(in: word) & ~escaped
      escaped = 0
      if special == 0 {
        seen |= word
        place &+= 8
        length &+= 8
        continue
      }
      let shift = UInt64(special.trailingZeroBitCount & 0x38)
      seen |= word & ~(~0 &<< shift)
      place &+= Int(shift &>> 3)
      length &+= Int(shift &>> 3)
      guard word &>> shift & 0xff == 0x5c else { break }
      let letter = at(place &+ 1)
      if letter == 0x22 || letter == 0x5c {
        place &+= 1
        escaped = 0x80
        continue
      }
      guard length <= last, let byte = Self.unescaped(letter) else { break }
      target.storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
      place &+= 2
      length &+= 1
    }
    // Without room for the escaped byte the escape is left to the caller.
    position = escaped == 0 ? place : place &- 1
    count = length
    all |= seen
  }
}
