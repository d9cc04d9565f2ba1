/// Reads one JSON text, once, for generated code.
///
/// A reader never throws. Its first fault sticks and moves it to the end; every later call returns a blank value, so that
/// generated code has no error edges. Whoever made the reader asks for the fault afterwards.
///
/// It can't be copied and is only ever lent (`inout`), so it can't outlive the bytes it looks at.
///
/// Bytes are the fast source. A `Decoder` is the other one: `position` then stays at `end`, every fast path misses its
/// first byte, and the slow path asks the bridge. The fast paths pay nothing for it.
@safe
public struct _JSONReader: ~Copyable {
  private let base: UnsafeRawPointer
  /// The place of the next byte.
  var position = 0
  /// The place behind the last byte.
  let end: Int
  /// The number of the field that `nextField` found last, whatever the object.
  var field = 0
  /// How many objects and lists are open here.
  var depth = 0
  /// The first fault, small, so that asking for it costs nothing; a `CallbackDecodingError` is made of it at the end.
  var failed = FaultCode.none
  /// The fault may not be forgiven: it hit the discriminator.
  var isSealed = false
  /// Findings are asked for.
  package var isCollecting = false
  /// Members that no schema knows are kept.
  var isKeeping = false
  /// Some field that can't be nil was null.
  var hasNulls = false
  /// This reader stands for an object that isn't there.
  var isAbsent = false
  /// The place of the fault.
  var failedAt = 0
  /// The opening brace of the object that was closed last.
  var closedAt = 0
  /// The other source, if there is one.
  var bridge: DecoderBridge?
  /// What few bodies need.
  var sideState: ReaderSideState?

  @usableFromInline
  init(_ bytes: UnsafeRawBufferPointer) {
    // An empty buffer may have no address. Nothing is loaded from the stand-in, since position == end.
    let nothing: StaticString = ""
    unsafe base = bytes.baseAddress ?? UnsafeRawPointer(nothing.utf8Start)
    end = unsafe bytes.baseAddress == nil ? 0 : bytes.count
  }
}

// MARK: - The loads. Nothing else in this module looks at the bytes.

extension _JSONReader {
  @inline(__always)
  private func check(_ place: Int, _ count: Int) {
    precondition(place >= 0 && count >= 0 && place <= end &- count, "read past the end")
  }

  /// The byte at a place.
  @inline(__always)
  func at(_ place: Int) -> UInt8 {
    check(place, 1)
    return unsafe base.load(fromByteOffset: place, as: UInt8.self)
  }

  /// Eight bytes, the first one lowest.
  @inline(__always)
  func word(_ place: Int) -> UInt64 {
    check(place, 8)
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Four bytes, the first one lowest.
  @inline(__always)
  func half(_ place: Int) -> UInt64 {
    check(place, 4)
    return UInt64(
      unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  /// The bytes of a part, which must be UTF-8.
  @inline(__always)
  func string(at place: Int, count: Int) -> String {
    check(place, count)
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: base + place, count: count), as: UTF8.self)
  }

  /// A copy of a part.
  @inline(__always)
  func copy(at place: Int, count: Int) -> [UInt8] {
    check(place, count)
    return unsafe [UInt8](UnsafeRawBufferPointer(start: base + place, count: count))
  }

  /// A second reader of the same bytes, at the start.
  func again() -> _JSONReader {
    unsafe _JSONReader(UnsafeRawBufferPointer(start: base, count: end))
  }
}

// MARK: - Spaces and faults

extension _JSONReader {
  /// The deepest nest of objects and lists that is read.
  ///
  /// Foundation's `JSONDecoder` takes as many, so that both ways in agree; no documented body comes near, and walks that
  /// recurse stay within a small thread's stack.
  static let deepest = 512

  /// The other source, unless there was a fault: a failed reader does nothing, whatever it reads.
  var live: DecoderBridge? { failed == .none ? bridge : nil }

  /// True when the next byte, if any, is this one.
  @inline(__always)
  func isAt(_ byte: UInt8) -> Bool { position < end && at(position) == byte }

  /// Passes over spaces.
  @inline(__always)
  mutating func space() { if position < end, at(position) <= 0x20 { spaces() } }

  @inline(never)
  private mutating func spaces() {
    while position < end {
      let byte = at(position)
      guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return }
      position &+= 1
    }
  }

  /// Notes the first fault, here; later ones follow from it and don't count.
  @inline(never)
  mutating func fail(_ code: FaultCode) {
    if failed == .none {
      failed = position >= end && bridge == nil ? code.atEnd : code
      failedAt = position
    }
    position = end
  }

  /// Notes a fault of the value that began at a place.
  mutating func fail(_ code: FaultCode, at place: Int) {
    if bridge == nil, failed == .none { position = place }
    fail(code)
  }

  /// Notes the error of a decoder, and what had been expected of it.
  @inline(never)
  mutating func fail(_ error: any Error, expected code: FaultCode) {
    guard failed == .none, let bridge else { return }
    bridge.error = error
    if case DecodingError.dataCorrupted = error, code.isNumeric {
      failed = .range
    } else {
      failed = code
    }
  }

  /// Faults unless only spaces follow.
  mutating func finish() {
    guard failed == .none, bridge == nil else { return }
    space()
    if position != end { fail(.trailing) }
  }
}

extension _JSONReader {
  /// Lends a reader of some bytes.
  package static func reading<R>(_ bytes: [UInt8], _ body: (inout _JSONReader) -> R) -> R {
    unsafe bytes.withUnsafeBytes { buffer in
      var reader = unsafe _JSONReader(buffer)
      return body(&reader)
    }
  }
}
