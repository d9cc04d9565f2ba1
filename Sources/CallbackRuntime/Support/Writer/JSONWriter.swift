/// Writes one JSON value for generated code, as bytes or through an `Encoder`.
///
/// It cannot be copied and is only passed as `inout`.
@safe
public struct _JSONWriter: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Whether the buffer was allocated by the writer.
  private var ownsBase = true
  private var count = 0
  /// Whether a comma is needed before the next member or element.
  var hasPrevious = false
  /// Whether the JSON is the text of a string: its quotes and backslashes are escaped.
  var isEmbedded = false
  /// The encoder to write to instead of the buffer.
  let bridge: EncoderBridge?

  /// Creates a writer of bytes.
  init() {
    capacity = 512
    unsafe base = .allocate(capacity: capacity)
    bridge = nil
  }

  /// Creates a writer of bytes that begins in memory of the caller, which has to outlive it.
  @unsafe
  init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    // Empty memory may have no address.
    ownsBase = unsafe memory.baseAddress == nil
    capacity = memory.count
    unsafe base = memory.baseAddress ?? .allocate(capacity: 0)
    bridge = nil
  }

  /// Creates a writer to an encoder.
  init(_ bridge: EncoderBridge) {
    capacity = 0
    unsafe base = .allocate(capacity: 0)
    self.bridge = bridge
  }

  deinit { if ownsBase { unsafe base.deallocate() } }

  /// Calls `body` with the bytes written so far.
  borrowing func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    unsafe body(UnsafeBufferPointer(start: base, count: count))
  }

  /// The bytes written so far.
  var bytes: [UInt8] { unsafe [UInt8](UnsafeBufferPointer(start: base, count: count)) }
}

// MARK: - Buffer. Only this extension stores into it.

extension _JSONWriter {
  @inline(__always)
  private mutating func reserve(_ more: Int) { if capacity &- count < more { grow(more) } }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: base, count: count)
    if ownsBase { unsafe base.deallocate() }
    unsafe base = larger
    ownsBase = true
  }

  /// Appends a byte.
  @inline(__always)
  mutating func put(byte: UInt8) {
    reserve(1)
    unsafe base[count] = byte
    count &+= 1
  }

  /// Appends two bytes.
  @inline(__always)
  mutating func put(_ first: UInt8, _ second: UInt8) {
    reserve(2)
    unsafe base[count] = first
    unsafe base[count &+ 1] = second
    count &+= 2
  }

  /// Appends the first bytes of a little-endian integer, at most eight.
  @inline(__always)
  mutating func put(word: UInt64, count bytes: Int) {
    reserve(8)
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
    count &+= bytes
  }

  /// Appends bytes.
  @inline(__always)
  mutating func put(bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe (base + count).update(from: start, count: bytes.count)
    count &+= bytes.count
  }

  /// Appends bytes.
  mutating func put(bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe put(bytes: $0) }
  }

  /// Appends text of which no byte needs an escape; false, with nothing appended, for any other.
  @inline(__always)
  mutating func put(ifPlain text: UnsafeBufferPointer<UInt8>) -> Bool {
    reserve(text.count)
    guard unsafe Self.copyIfPlain(text, to: UnsafeMutableRawPointer(base + count)) else {
      return false
    }
    count &+= text.count
    return true
  }

  /// Appends a string in quotes of which no byte needs an escape; false, with nothing appended, for any other.
  ///
  /// The quotes are escaped where all JSON is the text of a string.
  @inline(__always)
  mutating func put(ifPlainString text: UnsafeBufferPointer<UInt8>) -> Bool {
    let quote: UInt16 = isEmbedded ? 0x225c : 0x22
    let width = isEmbedded ? 2 : 1
    // Two bytes are stored for each quote; what follows a quote of one byte is overwritten.
    reserve(text.count &+ 4)
    let target = unsafe UnsafeMutableRawPointer(base + count)
    unsafe target.storeBytes(of: quote.littleEndian, as: UInt16.self)
    guard unsafe Self.copyIfPlain(text, to: target + width) else { return false }
    unsafe target.storeBytes(
      of: quote.littleEndian, toByteOffset: width &+ text.count, as: UInt16.self)
    count &+= text.count &+ 2 &* width
    return true
  }

  /// Copies text of which no byte needs an escape, eight bytes at a time; false for any other.
  @inline(__always)
  private static func copyIfPlain(
    _ text: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableRawPointer
  ) -> Bool {
    let length = text.count
    guard let start = text.baseAddress, length > 0 else { return true }
    let source = unsafe UnsafeRawPointer(start)
    if length < 8 { return unsafe copyIfPlain(source, to: target, count: length) }
    var place = 0
    while true {
      let word = unsafe source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if _JSONReader.specialBytes(in: word) != 0 { return false }
      unsafe target.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
      if place == length &- 8 { return true }
      // The last eight bytes may begin among those that were copied.
      place = Swift.min(place &+ 8, length &- 8)
    }
  }

  /// Copies one to seven bytes of which none needs an escape; false, with nothing copied, for any other.
  @inline(__always)
  private static func copyIfPlain(
    _ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int
  ) -> Bool {
    if count >= 4 {
      // The first and the last four, which may overlap.
      let first = unsafe source.loadUnaligned(as: UInt32.self)
      let last = unsafe source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      let word = UInt64(first) | UInt64(last) &<< 32
      if _JSONReader.specialBytes(in: word) != 0 { return false }
      unsafe target.storeBytes(of: first, as: UInt32.self)
      unsafe target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
    } else {
      for place in 0..<count {
        let byte = unsafe source.load(fromByteOffset: place, as: UInt8.self)
        if byte < 0x20 || byte == 0x22 || byte == 0x5c { return false }
        unsafe target.storeBytes(of: byte, toByteOffset: place, as: UInt8.self)
      }
    }
    return true
  }

  /// Copies the bytes of a name; a call for the copy of a short one takes longer than the copy.
  @inline(__always)
  private static func copy(
    _ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int
  ) {
    if count >= 8, count <= 16 {
      // The first and the last eight, which may overlap.
      let first = unsafe source.loadUnaligned(as: UInt64.self)
      let last = unsafe source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      unsafe target.storeBytes(of: first, as: UInt64.self)
      unsafe target.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4, count < 8 {
      let first = unsafe source.loadUnaligned(as: UInt32.self)
      let last = unsafe source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      unsafe target.storeBytes(of: first, as: UInt32.self)
      unsafe target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
    } else {
      unsafe target.copyMemory(from: source, byteCount: count)
    }
  }

  /// Appends characters that need no escape.
  @inline(__always)
  mutating func put(plain text: StaticString) {
    unsafe put(
      bytes: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends the comma if one is needed, the quoted name of a member, which needs no escape, and the colon.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    if isEmbedded { return embeddedKey(name) }
    let length = name.utf8CodeUnitCount
    reserve(length &+ 4)
    if hasPrevious {
      unsafe base[count] = 0x2c
      count &+= 1
    }
    hasPrevious = true
    unsafe base[count] = 0x22
    unsafe Self.copy(
      UnsafeRawPointer(name.utf8Start), to: UnsafeMutableRawPointer(base + (count &+ 1)),
      count: length)
    count &+= length &+ 1
    unsafe base[count] = 0x22
    unsafe base[count &+ 1] = 0x3a
    count &+= 2
  }

  @inline(never)
  private mutating func embeddedKey(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    // A comma, and the escaped quote.
    if hasPrevious { put(word: 0x22_5c_2c, count: 3) } else { put(0x5c, 0x22) }
    hasPrevious = true
    unsafe put(embedded: UnsafeBufferPointer(start: name.utf8Start, count: length))
    // The quote and the colon.
    put(word: 0x3a_22_5c, count: 3)
  }

  /// Appends the decimal digits of a number.
  @inline(never)
  mutating func put(digits magnitude: UInt64) {
    reserve(20)
    var rest = magnitude
    var digits = 1
    while rest >= 10_000 {
      rest /= 10_000
      digits &+= 4
    }
    digits &+= rest < 10 ? 0 : rest < 100 ? 1 : rest < 1000 ? 2 : 3
    rest = magnitude
    var place = count &+ digits
    count = place
    // Two digits at a time, from the end.
    while rest >= 10 {
      let pair = UInt16(truncatingIfNeeded: rest % 100)
      rest /= 100
      // The quotient of a number below 100 and 10, without a division.
      let tens = (pair &* 103) &>> 10
      place &-= 2
      unsafe base[place] = UInt8(truncatingIfNeeded: 0x30 &+ tens)
      unsafe base[place &+ 1] = UInt8(truncatingIfNeeded: 0x30 &+ (pair &- tens &* 10))
    }
    if digits & 1 == 1 { unsafe base[place &- 1] = UInt8(truncatingIfNeeded: 0x30 &+ rest) }
  }
}

extension _JSONWriter {
  /// Writes an object, and removes its braces to join its members to those of the open object.
  mutating func joining(_ write: (inout _JSONWriter) -> Void) {
    let hadPrevious = hasPrevious
    // Without a member before it, the object takes the place of the brace that opened the enclosing one.
    if !hadPrevious { count &-= 1 }
    let start = count
    write(&self)
    count &-= 1
    let isEmpty = count == start &+ 1
    if hadPrevious {
      if isEmpty { count = start } else { unsafe base[start] = 0x2c }
    }
    hasPrevious = hadPrevious || !isEmpty
  }
}

// MARK: - Objects and arrays

@_spi(Generated)
extension _JSONWriter {
  /// Begins an object at the writer's position.
  @inline(never)
  public mutating func begin() {
    if let bridge { return bridge.begin() }
    put(byte: 0x7b)
    hasPrevious = false
  }

  /// Ends the innermost object.
  @inline(never)
  public mutating func end() {
    if let bridge { return bridge.end() }
    put(byte: 0x7d)
    hasPrevious = true
  }

  /// Writes the name of a member, whose value is written next.
  ///
  /// - Parameter name: the name as JSON text: a quotation mark and a backslash are escaped.
  @inline(never)
  public mutating func member(_ name: StaticString) {
    if let bridge { bridge.member(name.unescaped) } else { key(name) }
  }

  /// Writes the name of a member that is known at run time only.
  @usableFromInline
  mutating func member(named name: String) {
    if let bridge { return bridge.member(name) }
    element()
    text(name)
    put(byte: 0x3a)
  }

  @inline(never)
  @usableFromInline
  mutating func beginList() {
    if let bridge { return bridge.beginList() }
    put(byte: 0x5b)
    hasPrevious = false
  }

  @inline(never)
  @usableFromInline
  mutating func element() {
    if let bridge { return bridge.element() }
    if hasPrevious { put(byte: 0x2c) }
    hasPrevious = true
  }

  @inline(never)
  @usableFromInline
  mutating func endList() {
    if let bridge { return bridge.endList() }
    put(byte: 0x5d)
    hasPrevious = true
  }
}

extension StaticString {
  /// The text without the escapes of JSON.
  fileprivate var unescaped: String {
    let text = description
    guard text.utf8.contains(0x5c) else { return text }
    return (try? RawJSON("\"\(text)\""))?.string ?? text
  }
}
