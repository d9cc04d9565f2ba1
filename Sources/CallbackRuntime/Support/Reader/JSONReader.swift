/// Reads one JSON value in a single pass, for generated code.
///
/// A reader never throws. It stores its first error and moves to the end; every later call returns a placeholder, so that
/// generated code needs no error handling. The creator of the reader takes the error at the end.
///
/// It cannot be copied and is only passed as `inout`, so that it cannot outlive the bytes it reads.
///
/// It reads from bytes or, more slowly, from a `Decoder`. With a decoder `position` always equals `end`: every fast path fails
/// at its first byte, and the slow path reads from the bridge. Reading bytes thus costs no additional check.
@safe
public struct _JSONReader: ~Copyable {
  private let base: UnsafeRawPointer
  /// The offset of the next byte.
  var position = 0
  /// The number of bytes.
  let end: Int
  /// The index of the field that `nextField` found last, in any object.
  var field = 0
  /// The number of open objects and arrays.
  var depth = 0
  /// The first error as one byte, which is cheap to check; it becomes a `CallbackDecodingError` at the end.
  var failed = DecodingErrorCode.none
  /// Whether no envelope may recover from the error, because it concerns the discriminator or would lose raw JSON.
  @usableFromInline
  var isUnrecoverable = false
  /// Whether the value is a callback, of which a broken optional field costs that field and no more.
  var isLenient = false
  /// Whether a required field of an event is broken or absent, so that no object inside the event recovers.
  var losesEvent = false
  /// Whether the error is another value than an object of the envelope, which has a property for each member only.
  var isGroupBroken = false
  /// Whether strings that are not valid Unicode are skipped without an error.
  var toleratesText = false
  /// Whether findings are collected.
  package var collectsFindings = false
  /// Whether undocumented members are collected.
  var keepsUnknownMembers = false
  /// Whether a required field of an open object was `null`.
  var hasNulls = false
  /// Whether the reader stands for an absent or null payload.
  var isAbsent = false
  /// Whether the bytes were made of a form, whose numbers and booleans are text.
  package var isForm = false
  /// The nesting depth inside the object that has the fields of the envelope and of the event; 0 for none.
  var besideDepth: UInt16 = 0
  /// The byte offset of the error.
  var failedAt = 0
  /// The byte offset of the name of a map that was read last.
  var nameAt = 0
  /// The byte offset of the opening brace of the object closed last.
  var closedAt = 0
  /// The decoder to read from instead of bytes.
  var bridge: DecoderBridge?
  /// State that most bodies never need, allocated on first use.
  var sideState: ReaderSideState?

  @usableFromInline
  init(_ bytes: UnsafeRawBufferPointer) {
    // An empty buffer may have no address; the substitute is never read, because position == end.
    let nothing: StaticString = ""
    unsafe base = bytes.baseAddress ?? UnsafeRawPointer(nothing.utf8Start)
    end = unsafe bytes.baseAddress == nil ? 0 : bytes.count
  }
}

// MARK: - Bytes. Only this extension loads from the buffer.

extension _JSONReader {
  @inline(__always)
  private func check(_ place: Int, _ count: Int) {
    precondition(place >= 0 && count >= 0 && place <= end &- count, "read past the end")
  }

  /// The byte at an offset.
  @inline(__always)
  func at(_ place: Int) -> UInt8 {
    check(place, 1)
    return unsafe base.load(fromByteOffset: place, as: UInt8.self)
  }

  /// Whether eight bytes begin at an offset: the condition that `word` checks, so that the compiler removes that check.
  @inline(__always)
  func hasWord(at place: Int) -> Bool { place >= 0 && place <= end &- 8 }

  /// Eight bytes at an offset, as a little-endian integer.
  @inline(__always)
  func word(_ place: Int) -> UInt64 {
    check(place, 8)
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Four bytes at an offset, as a little-endian integer.
  @inline(__always)
  func half(_ place: Int) -> UInt64 {
    check(place, 4)
    return UInt64(
      unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  /// A range of bytes, which must be valid UTF-8, as a string.
  @inline(__always)
  func string(at place: Int, count: Int) -> String {
    check(place, count)
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: base + place, count: count), as: UTF8.self)
  }

  /// A range of bytes, which must be ASCII, as a string; they are not validated again where the standard library allows it.
  @inline(__always)
  func asciiString(at place: Int, count: Int) -> String {
    guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) else {
      return string(at: place, count: count)
    }
    return withSpan(at: place, count: count) {
      unsafe String(copying: UTF8Span(unchecked: $0, isKnownASCII: true))
    }
  }

  /// Calls `body` with a range of bytes.
  @inline(__always)
  func withSpan<R>(at place: Int, count: Int, _ body: (Span<UInt8>) -> R) -> R {
    check(place, count)
    let bytes = unsafe UnsafeRawBufferPointer(start: base + place, count: count)
    return unsafe body(Span(_unsafeBytes: bytes))
  }

  /// A copy of a range of bytes.
  @inline(__always)
  func copy(at place: Int, count: Int) -> [UInt8] {
    check(place, count)
    return unsafe [UInt8](UnsafeRawBufferPointer(start: base + place, count: count))
  }

  /// A new reader at the start of the same bytes.
  func rewound() -> _JSONReader {
    unsafe _JSONReader(UnsafeRawBufferPointer(start: base, count: end))
  }
}

// MARK: - White space and errors

extension _JSONReader {
  /// The maximum number of nested objects and arrays.
  ///
  /// It equals the limit of Foundation's `JSONDecoder`, far exceeds any documented body, and keeps recursion within the stack
  /// of a small thread.
  static let maximumDepth = 512

  /// The decoder to read from; nil for a reader of bytes and after an error, when nothing more is read.
  var activeBridge: DecoderBridge? { failed == .none ? bridge : nil }

  /// Whether there is a next byte and it equals this one.
  @inline(__always)
  func isAt(_ byte: UInt8) -> Bool { position < end && at(position) == byte }

  /// Skips white space.
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

  /// Fails at the current position. Only the first error is stored; later ones are its consequences.
  @inline(never)
  mutating func fail(_ code: DecodingErrorCode) {
    if failed == .none {
      failed = position >= end && bridge == nil ? code.atEnd : code
      failedAt = position
    }
    position = end
  }

  /// Fails because of the value that begins at an offset.
  mutating func fail(_ code: DecodingErrorCode, at place: Int) {
    if bridge == nil, failed == .none { position = place }
    fail(code)
  }

  /// Fails with the error of a decoder, and the code of the expected type.
  @inline(never)
  mutating func fail(_ error: any Error, expected code: DecodingErrorCode) {
    guard failed == .none, let bridge else { return }
    bridge.error = error
    if case DecodingError.dataCorrupted = error, code.isNumeric {
      failed = .range
    } else {
      failed = code
    }
  }

  /// Fails if data other than white space follows.
  mutating func finish() {
    guard failed == .none, bridge == nil else { return }
    space()
    if position != end { fail(.trailing) }
  }
}

extension _JSONReader {
  /// Calls `body` with a reader of borrowed bytes.
  @inline(__always)
  static func reading<R>(_ bytes: UnsafeRawBufferPointer, _ body: (inout _JSONReader) -> R) -> R {
    var reader = unsafe _JSONReader(bytes)
    return body(&reader)
  }

  /// Calls `body` with a reader of some bytes.
  package static func reading<R>(_ bytes: Span<UInt8>, _ body: (inout _JSONReader) -> R) -> R {
    unsafe bytes.withUnsafeBytes { buffer in
      var reader = unsafe _JSONReader(buffer)
      return body(&reader)
    }
  }

  /// Calls `body` with a reader of some bytes.
  package static func reading<R>(_ bytes: [UInt8], _ body: (inout _JSONReader) -> R) -> R {
    reading(bytes.span, body)
  }
}
