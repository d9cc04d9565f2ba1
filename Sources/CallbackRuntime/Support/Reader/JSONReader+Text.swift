/// The byte range of a JSON string between its quotes, not unescaped. UTF-8 and escapes are validated, unless the reader
/// tolerates text that is not valid Unicode.
struct JSONText {
  var start: Int
  var count: Int
  var isEscaped: Bool
  /// Whether the text is known to be ASCII without escapes.
  var isPlain = false
}

extension _JSONReader {
  /// Skips and validates a string, and returns its range; nil after an error.
  @inline(__always)
  mutating func text() -> JSONText? {
    guard position < end, at(position) == 0x22 else {
      fail(.syntax)
      return nil
    }
    let start = position &+ 1
    var place = start
    // Compares eight bytes at a time, up to the first quote, backslash, control character or byte beyond ASCII. A carry out of
    // such a byte changes only the bytes after it.
    while hasWord(at: place) {
      let word = word(place)
      let quote = (word ^ 0x2222_2222_2222_2222) &+ 0x7f7f_7f7f_7f7f_7f7f
      let slash = (word ^ 0x5c5c_5c5c_5c5c_5c5c) &+ 0x7f7f_7f7f_7f7f_7f7f
      let control = word &+ 0x6060_6060_6060_6060
      let special = (~(quote & slash & control) | word) & 0x8080_8080_8080_8080
      if special == 0 {
        place &+= 8
        continue
      }
      place &+= special.trailingZeroBitCount &>> 3
      guard at(place) == 0x22 else { break }
      position = place &+ 1
      return JSONText(start: start, count: place &- start, isEscaped: false, isPlain: true)
    }
    return slowText(start, from: place)
  }

  /// The unescaped string.
  @inline(__always)
  mutating func string(_ text: JSONText) -> String {
    if text.isEscaped { return String(decoding: unescaped(text), as: UTF8.self) }
    if text.isPlain { return asciiString(at: text.start, count: text.count) }
    return string(at: text.start, count: text.count)
  }

  /// Reads a string of validated JSON; what is not valid Unicode is replaced by U+FFFD.
  mutating func repairedString() -> String? {
    let before = toleratesText
    toleratesText = true
    let text = text()
    toleratesText = before
    return text.map { String(decoding: bytes($0), as: UTF8.self) }
  }

  /// The unescaped string in UTF-8.
  mutating func bytes(_ text: JSONText) -> [UInt8] {
    text.isEscaped ? unescaped(text) : copy(at: text.start, count: text.count)
  }

  /// Skips the rest of a string of ASCII without escapes if it ends in the last seven bytes of the body, as that of its last
  /// member does; nil for any other.
  @inline(__always)
  private mutating func lastText(_ start: Int, from place: Int) -> JSONText? {
    guard end &- place < 8, place < end, end >= 8 else { return nil }
    // The zeros that take the place of bytes before the offset count as control characters.
    let word = word(end &- 8) &>> UInt64(truncatingIfNeeded: 8 &* (8 &- (end &- place)))
    let special = Self.specialBytes(in: word) | word & 0x8080_8080_8080_8080
    let quote = place &+ special.trailingZeroBitCount &>> 3
    guard quote < end, at(quote) == 0x22 else { return nil }
    position = quote &+ 1
    return JSONText(start: start, count: quote &- start, isEscaped: false, isPlain: true)
  }

  /// Skips the rest of a string, of which the bytes up to an offset are ASCII without escapes.
  @inline(never)
  private mutating func slowText(_ start: Int, from place: Int) -> JSONText? {
    if let text = lastText(start, from: place) { return text }
    var isEscaped = false
    var isUnicode = true
    var all: UInt64 = 0
    position = place
    while position < end {
      skipPlainBytes(&all)
      guard position < end else { break }
      let byte = at(position)
      if byte == 0x22 {
        let text = JSONText(start: start, count: position &- start, isEscaped: isEscaped)
        position &+= 1
        if !isUnicode, isBeforeColon {
          fail(.surrogate, at: start)
          return nil
        }
        return all & 0x8080_8080_8080_8080 == 0 || isUTF8(text) ? text : nil
      }
      if byte < 0x20 { break }
      if byte == 0x5c {
        isEscaped = true
        guard skipEscape(&isUnicode) else { return nil }
      } else {
        all |= UInt64(byte)
        position &+= 1
      }
    }
    fail(.syntax)
    return nil
  }

  /// Skips up to the next quote, backslash or control character, or to fewer than eight bytes before the end.
  ///
  /// - Parameter all: the skipped bytes are added to it bit by bit, eight at a time.
  @inline(__always)
  private mutating func skipPlainBytes(_ all: inout UInt64) {
    while hasWord(at: position) {
      let word = word(position)
      let special = Self.specialBytes(in: word)
      let count = special == 0 ? 8 : special.trailingZeroBitCount &>> 3
      if count > 0 { all |= word & (~0 &>> UInt64(64 &- 8 &* count)) }
      position &+= count
      if count < 8 { return }
    }
  }

  /// The quotes, backslashes and control characters among eight bytes: the lowest set bit is in the first one.
  @inline(__always)
  static func specialBytes(in word: UInt64) -> UInt64 {
    // 0x22 becomes 0x20, and control characters stay below.
    let control = (word ^ 0x0202_0202_0202_0202) &- 0x2121_2121_2121_2121
    let slash = (word ^ 0x5c5c_5c5c_5c5c_5c5c) &- 0x0101_0101_0101_0101
    return (control | slash) & ~word & 0x8080_8080_8080_8080
  }

  /// Skips an escape sequence, a surrogate pair as one; false after an error.
  ///
  /// - Parameter isUnicode: becomes false for half of a surrogate pair that is tolerated.
  private mutating func skipEscape(_ isUnicode: inout Bool) -> Bool {
    let start = position
    position &+= 1
    guard position < end else {
      fail(.syntax)
      return false
    }
    let letter = at(position)
    position &+= 1
    switch letter {
    case 0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74: return true
    case 0x75:
      guard let unit = readUnit() else { break }
      if unit & 0xf800 != 0xd800 { return true }
      if unit & 0xfc00 == 0xd800, skipLowSurrogate() { return true }
      if toleratesText {
        isUnicode = false
        return true
      }
      if position < end { position = start }
      fail(.surrogate)
      return false
    default: break
    }
    if position < end || failed != .none { position = start }
    fail(.escape)
    return false
  }

  /// Skips the escape sequence of the second half of a surrogate pair; false if there is none.
  private mutating func skipLowSurrogate() -> Bool {
    guard isLowSurrogate(at: position) else { return false }
    position &+= 6
    return true
  }

  /// Whether an escape sequence for the second half of a surrogate pair begins at an offset.
  func isLowSurrogate(at place: Int) -> Bool {
    guard end &- place >= 6, at(place) == 0x5c, at(place &+ 1) == 0x75,
      let low = unit(at: place &+ 2)
    else { return false }
    return low & 0xfc00 == 0xdc00
  }

  /// Whether the next byte that is not white space is a colon: the text before it is the key of a member.
  private var isBeforeColon: Bool {
    (position..<end).first { at($0) > 0x20 }.map { at($0) == 0x3a } ?? false
  }

  /// Reads the four hexadecimal digits of a UTF-16 code unit.
  private mutating func readUnit() -> UInt32? {
    guard end &- position >= 4 else {
      position = end
      return nil
    }
    guard let unit = unit(at: position) else { return nil }
    position &+= 4
    return unit
  }

  func unit(at place: Int) -> UInt32? {
    var unit: UInt32 = 0
    for index in 0..<4 {
      let byte = at(place &+ index)
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte &- 0x30
      case 0x41...0x46: digit = byte &- 0x37
      case 0x61...0x66: digit = byte &- 0x57
      default: return nil
      }
      unit = unit &<< 4 | UInt32(digit)
    }
    return unit
  }

  /// Unescapes a string. Half of a surrogate pair becomes three bytes that are not valid UTF-8.
  @inline(never)
  private mutating func unescaped(_ text: JSONText) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = text.start
    let stop = text.start &+ text.count
    while place < stop {
      let byte = at(place)
      place &+= 1
      guard byte == 0x5c, place < stop else {
        result.append(byte)
        continue
      }
      let letter = at(place)
      place &+= 1
      switch letter {
      case 0x62: result.append(8)
      case 0x66: result.append(12)
      case 0x6e: result.append(10)
      case 0x72: result.append(13)
      case 0x74: result.append(9)
      case 0x75:
        guard stop &- place >= 4, var scalar = unit(at: place) else { break }
        place &+= 4
        if scalar & 0xfc00 == 0xd800, isLowSurrogate(at: place), let low = unit(at: place &+ 2) {
          place &+= 6
          scalar = 0x10000 &+ (scalar & 0x3ff) &<< 10 &+ (low & 0x3ff)
        }
        if let scalar = Unicode.Scalar(scalar), let bytes = UTF8.encode(scalar) {
          result.append(contentsOf: bytes)
        } else {
          result += [0xed, UInt8(0x80 | scalar >> 6 & 0x3f), UInt8(0x80 | scalar & 0x3f)]
        }
      default: result.append(letter)
      }
    }
    return result
  }
}

// MARK: - UTF-8

extension _JSONReader {
  @inline(never)
  private mutating func isUTF8(_ text: JSONText) -> Bool {
    guard let wrong = firstWrongByte(text) else { return true }
    if toleratesText, !isBeforeColon { return true }
    fail(.encoding, at: wrong)
    return false
  }

  /// The offset of the first byte that is not valid UTF-8.
  func firstWrongByte(_ text: JSONText) -> Int? {
    var place = text.start
    let stop = text.start &+ text.count
    while place < stop {
      let byte = at(place)
      if byte < 0x80 {
        let isWord = stop &- place >= 8 && word(place) & 0x8080_8080_8080_8080 == 0
        place &+= isWord ? 8 : 1
        continue
      }
      let more: Int
      var second: ClosedRange<UInt8> = 0x80...0xbf
      switch byte {
      case 0xc2...0xdf: more = 1
      case 0xe0:
        more = 2
        second = 0xa0...0xbf
      case 0xed:
        more = 2
        second = 0x80...0x9f
      case 0xe1...0xef: more = 2
      case 0xf0:
        more = 3
        second = 0x90...0xbf
      case 0xf1...0xf3: more = 3
      case 0xf4:
        more = 3
        second = 0x80...0x8f
      default: return place
      }
      guard stop &- place > more, second.contains(at(place &+ 1)) else { return place }
      for index in 1..<more where at(place &+ 1 &+ index) & 0xc0 != 0x80 { return place }
      place &+= 1 &+ more
    }
    return nil
  }
}
