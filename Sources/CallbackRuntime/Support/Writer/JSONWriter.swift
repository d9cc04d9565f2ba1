/// Writes one JSON text for generated code, or makes the same calls into an `Encoder`.
///
/// It can't be copied and is only ever lent (`inout`). Each `write` of a nil writes nothing.
@safe
public struct _JSONWriter: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  /// A value stands before the next one.
  var hasPrevious = false
  /// The other sink, if there is one.
  let bridge: EncoderBridge?

  /// Writes bytes.
  init() {
    capacity = 512
    unsafe base = .allocate(capacity: capacity)
    bridge = nil
  }

  /// Writes into an encoder.
  init(_ bridge: EncoderBridge) {
    capacity = 0
    unsafe base = .allocate(capacity: 0)
    self.bridge = bridge
  }

  deinit { unsafe base.deallocate() }

  /// What was written.
  var bytes: [UInt8] { unsafe [UInt8](UnsafeBufferPointer(start: base, count: count)) }
}

// MARK: - The stores. Nothing else in this module writes to the buffer.

extension _JSONWriter {
  @inline(__always)
  private mutating func room(_ more: Int) { if capacity &- count < more { grow(more) } }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
  }

  /// Puts a byte behind what was written.
  @inline(__always)
  mutating func put(byte: UInt8) {
    room(1)
    unsafe base[count] = byte
    count &+= 1
  }

  /// Puts bytes behind what was written.
  @inline(__always)
  mutating func put(bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    room(bytes.count)
    unsafe (base + count).update(from: start, count: bytes.count)
    count &+= bytes.count
  }

  /// Puts bytes behind what was written.
  mutating func put(bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe put(bytes: $0) }
  }

  /// Puts characters that need no escape behind what was written.
  @inline(__always)
  mutating func put(plain text: StaticString) {
    unsafe put(
      bytes: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Puts a name, and what goes before and behind it.
  @inline(never)
  mutating func key(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    room(length &+ 4)
    if hasPrevious {
      unsafe base[count] = 0x2c
      count &+= 1
    }
    hasPrevious = true
    unsafe base[count] = 0x22
    unsafe (base + (count &+ 1)).update(from: name.utf8Start, count: length)
    count &+= length &+ 1
    unsafe base[count] = 0x22
    unsafe base[count &+ 1] = 0x3a
    count &+= 2
  }

  /// Puts the digits of a number.
  @inline(never)
  mutating func put(digits magnitude: UInt64) {
    room(20)
    var rest = magnitude
    var digits = 1
    var limit: UInt64 = 10
    while digits < 20, rest >= limit {
      digits &+= 1
      if digits < 20 { limit &*= 10 }
    }
    var place = count &+ digits
    count = place
    repeat {
      place &-= 1
      unsafe base[place] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
      rest /= 10
    } while rest > 0
  }
}

// MARK: - Objects and lists

@_spi(Generated)
extension _JSONWriter {
  /// Begins an object, where the writer stands.
  @inline(never)
  public mutating func begin() {
    if let bridge { return bridge.begin() }
    put(byte: 0x7b)
    hasPrevious = false
  }

  /// Ends the object that was begun last.
  @inline(never)
  public mutating func end() {
    if let bridge { return bridge.end() }
    put(byte: 0x7d)
    hasPrevious = true
  }

  /// The place of a nested value: what is written next is that value.
  @inline(never)
  public mutating func member(_ name: StaticString) {
    if let bridge { bridge.member(name) } else { key(name) }
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
