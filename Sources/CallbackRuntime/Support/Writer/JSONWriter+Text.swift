// Strings, with only those escapes that JSON requires.

extension _JSONWriter {
  /// Writes a string.
  @inline(never)
  mutating func text(_ value: String) { string(value) }

  /// Writes a string, without a call.
  @inline(__always)
  mutating func string(_ value: String) {
    if unsafe value.utf8.withContiguousStorageIfAvailable({ unsafe string($0) }) != nil { return }
    // A string of another language's library.
    var value = value
    value.withUTF8 { unsafe string($0) }
  }

  /// Writes a string of bytes that may not be valid UTF-8: half of a surrogate pair becomes its escape sequence, and other
  /// bytes are written unchanged.
  mutating func put(text: [UInt8]) {
    quote()
    unsafe text.withUnsafeBufferPointer { unsafe twiceEscaped($0) }
    quote()
  }

  /// Writes raw JSON, which is escaped where all JSON is the text of a string.
  mutating func put(json: [UInt8]) {
    unsafe json.withUnsafeBufferPointer { unsafe put(embedded: $0) }
  }

  /// Writes what `write` writes, as the text of a string.
  mutating func embedding(_ write: (inout _JSONWriter) -> Void) {
    guard !isEmbedded else {
      // Text in a text: its escapes are escaped.
      var inner = _JSONWriter()
      write(&inner)
      return unsafe inner.withBytes { unsafe string($0) }
    }
    put(byte: 0x22)
    isEmbedded = true
    write(&self)
    isEmbedded = false
    put(byte: 0x22)
    hasPrevious = true
  }

  /// Writes the quote of a string.
  @inline(__always)
  mutating func quote() { if isEmbedded { put(0x5c, 0x22) } else { put(byte: 0x22) } }

  /// Writes the bytes of a string in quotes.
  @inline(__always)
  mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    if unsafe put(ifPlainString: text) { return }
    quote()
    unsafe twiceEscaped(text)
    quote()
  }

  /// Writes the text of a string with its escapes, which are escaped where all JSON is the text of a string.
  @inline(never)
  private mutating func twiceEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard isEmbedded else { return unsafe escaped(text) }
    var inner = _JSONWriter()
    unsafe inner.escaped(text)
    unsafe inner.withBytes { unsafe escaped($0) }
  }

  /// Writes JSON, which is escaped where all JSON is the text of a string.
  @inline(__always)
  mutating func put(embedded json: UnsafeBufferPointer<UInt8>) {
    guard isEmbedded else { return unsafe put(bytes: json) }
    if unsafe !put(ifPlain: json) { unsafe escaped(json) }
  }

  @inline(never)
  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(text)
    var place = 0
    while place < bytes.count {
      // Eight bytes at a time, up to the first one that may need an escape.
      if bytes.count &- place >= 8 {
        let word = unsafe UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let special = Self.escapedBytes(in: word)
        let plain = special == 0 ? 8 : special.trailingZeroBitCount &>> 3
        put(word: word, count: plain)
        place &+= plain
        if plain == 8 { continue }
      }
      let byte = unsafe bytes[place]
      place &+= 1
      switch byte {
      case 0x22, 0x5c: put(0x5c, byte)
      // In UTF-8 the second byte is below 0xa0: the bytes are those of half of a surrogate pair.
      case 0xed where unsafe bytes.count - place >= 2 && bytes[place] >= 0xa0:
        unsafe put(half: 0xd000 | Int(bytes[place] & 0x3f) << 6 | Int(bytes[place + 1] & 0x3f))
        place &+= 2
      case 0..<0x20: put(control: byte)
      default: put(byte: byte)
      }
    }
  }

  /// The quotes, backslashes, control characters and first bytes of halves of surrogate pairs among eight bytes: the lowest
  /// set bit is in the first one.
  @inline(__always)
  private static func escapedBytes(in word: UInt64) -> UInt64 {
    let half = word ^ 0xeded_eded_eded_eded
    let halves = (half &- 0x0101_0101_0101_0101) & ~half & 0x8080_8080_8080_8080
    return _JSONReader.specialBytes(in: word) | halves
  }

  @inline(never)
  private mutating func put(control byte: UInt8) {
    switch byte {
    case 10: put(0x5c, 0x6e)
    case 13: put(0x5c, 0x72)
    case 9: put(0x5c, 0x74)
    default:
      put(plain: "\\u00")
      put(hexadecimal: byte &>> 4)
      put(hexadecimal: byte & 15)
    }
  }

  @inline(never)
  private mutating func put(half unit: Int) {
    put(plain: "\\u")
    for shift in [12, 8, 4, 0] { put(hexadecimal: UInt8(unit >> shift & 15)) }
  }

  /// Writes a hexadecimal digit.
  private mutating func put(hexadecimal digit: UInt8) {
    put(byte: digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
  }
}
