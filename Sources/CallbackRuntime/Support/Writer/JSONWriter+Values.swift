// Values, without the name and the comma before them.

@_spi(Generated)
extension _JSONWriter {
  @inline(never)
  mutating func put(_ value: String) {
    if let bridge { return bridge.put(value) }
    text(value)
  }

  @inline(never)
  mutating func put(_ value: Int) {
    if let bridge { return bridge.put(value) }
    if value < 0 { put(byte: 0x2d) }
    put(digits: UInt64(value.magnitude))
  }

  @usableFromInline
  mutating func put(_ value: Int64) {
    if let bridge { return bridge.put(any: value) }
    if value < 0 { put(byte: 0x2d) }
    put(digits: value.magnitude)
  }

  @usableFromInline
  mutating func put(_ value: UInt64) {
    if let bridge { return bridge.put(any: value) }
    put(digits: value)
  }

  @inline(never)
  mutating func put(_ value: Bool) {
    if let bridge { return bridge.put(value) }
    if value { put(plain: "true") } else { put(plain: "false") }
  }

  /// Writes the shortest text that decodes to the same number; infinity and NaN, which JSON cannot express, become `null`.
  @inline(never)
  mutating func put(_ value: Double) {
    if let bridge { return bridge.put(any: value) }
    guard value.isFinite else { return put(plain: "null") }
    var text = value.description
    text.withUTF8 { unsafe put(bytes: $0) }
  }

  /// Writes a whole value as received.
  @inline(never)
  public mutating func write(_ raw: RawJSON) {
    if let bridge { return bridge.put(any: raw) }
    put(bytes: raw.bytes)
    hasPrevious = true
  }
}

// MARK: - Strings

extension _JSONWriter {
  /// Writes a string with only those escapes that JSON requires.
  @inline(never)
  mutating func text(_ value: String) {
    var value = value
    put(byte: 0x22)
    value.withUTF8 { text in
      if unsafe isPlain(text) { unsafe put(bytes: text) } else { unsafe escaped(text) }
    }
    put(byte: 0x22)
  }

  /// Writes a string of bytes that may not be valid UTF-8: half of a surrogate pair becomes its escape sequence, and other
  /// bytes are written unchanged.
  mutating func put(text: [UInt8]) {
    put(byte: 0x22)
    unsafe text.withUnsafeBufferPointer { unsafe escaped($0) }
    put(byte: 0x22)
  }

  @inline(never)
  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var halves = 0
    for index in text.indices {
      let byte = unsafe text[index]
      if halves > 0 {
        halves -= 1
        continue
      }
      switch byte {
      // In UTF-8 the second byte is below 0xa0: the bytes are those of half of a surrogate pair.
      case 0xed where unsafe text.count - index > 2 && text[index + 1] >= 0xa0:
        let unit = unsafe 0xd000 | Int(text[index + 1] & 0x3f) << 6 | Int(text[index + 2] & 0x3f)
        put(plain: "\\u")
        for shift in [12, 8, 4, 0] { put(hexadecimal: UInt8(unit >> shift & 15)) }
        halves = 2
      case 0x22: put(plain: "\\\"")
      case 0x5c: put(plain: "\\\\")
      case 10: put(plain: "\\n")
      case 13: put(plain: "\\r")
      case 9: put(plain: "\\t")
      case 0..<0x20:
        put(plain: "\\u00")
        put(hexadecimal: byte &>> 4)
        put(hexadecimal: byte & 15)
      default: put(byte: byte)
      }
    }
  }

  /// Writes a hexadecimal digit.
  private mutating func put(hexadecimal digit: UInt8) {
    put(byte: digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
  }

  /// Whether no byte needs an escape; compares eight bytes at a time.
  @inline(__always)
  private func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    let count = raw.count
    var place = 0
    let high: UInt64 = 0x8080_8080_8080_8080
    let one: UInt64 = 0x0101_0101_0101_0101
    while count &- place >= 8 {
      let word = unsafe raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let quote = word ^ 0x2222_2222_2222_2222
      let slash = word ^ 0x5c5c_5c5c_5c5c_5c5c
      let control = (word &- 0x2020_2020_2020_2020) & ~word
      if ((quote &- one) & ~quote | (slash &- one) & ~slash | control) & high != 0 { return false }
      place &+= 8
    }
    while place < count {
      let byte = unsafe raw[place]
      if byte < 0x20 || byte == 0x22 || byte == 0x5c { return false }
      place &+= 1
    }
    return true
  }
}
