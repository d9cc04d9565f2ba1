/// An integer of any of the types that are read, before it is known to fit one.
struct ExactInteger {
  var magnitude: UInt64
  var isNegative = false

  /// The value, if it fits.
  func exactly<T: FixedWidthInteger>(_: T.Type) -> T? {
    if !isNegative { return T(exactly: magnitude) }
    if magnitude == 1 &<< 63 { return T(exactly: Int64.min) }
    return magnitude < 1 &<< 63 ? T(exactly: -Int64(magnitude)) : nil
  }
}

extension _JSONReader {
  /// An integer, exact; `1.0` and `1e3` are integers too. Nil for a null, or after a fault.
  @inline(__always)
  mutating func integer(_ types: _AcceptedJSONTypes) -> Int? {
    space()
    let start = position
    guard position < end else { return slowInteger(types) }
    let isNegative = at(position) == 0x2d
    if isNegative { position &+= 1 }
    let digits = position
    var value: UInt64 = 0
    while position < end {
      let digit = at(position) &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      position &+= 1
    }
    let count = position &- digits
    // No digits, so many that they may not fit, a zero in front, a fraction, an exponent: the slow way.
    if count > 0, count <= 18, count == 1 || at(digits) != 0x30 {
      let byte = position < end ? at(position) : 0
      if byte != 0x2e, byte | 0x20 != 0x65 {
        let value = Int64(bitPattern: value)
        if let value = Int(exactly: isNegative ? 0 &- value : value) { return value }
      }
    }
    position = start
    return slowInteger(types)
  }

  @inline(never)
  private mutating func slowInteger(_ types: _AcceptedJSONTypes) -> Int? {
    if let bridge = live, let value = try? bridge.int() { return value }
    return narrowInteger(types)
  }

  /// The same for the narrower types.
  @inline(never)
  mutating func narrowInteger<T: FixedWidthInteger>(_ types: _AcceptedJSONTypes) -> T? {
    space()
    let start = position
    guard let value = exactInteger(types) else { return nil }
    if let value = value.exactly(T.self) { return value }
    fail(.range, at: start)
    return nil
  }

  /// The same for the widest type.
  @inline(__always)
  mutating func wideInteger(_ types: _AcceptedJSONTypes) -> UInt64? { narrowInteger(types) }

  /// An integer from the bytes, from the decoder, or from another form.
  private mutating func exactInteger(_ types: _AcceptedJSONTypes) -> ExactInteger? {
    if live != nil { return bridgedInteger(types) }
    let start = position
    guard position < end else {
      fail(.notInteger)
      return nil
    }
    switch at(position) {
    case 0x2d, 0x30...0x39:
      guard number() else { return nil }
      switch exactInteger(from: start, to: position) {
      case .success(let value): return value
      case .failure(let failure): fail(failure.code, at: start)
      }
    case 0x22 where types.contains(.string):
      guard let text = text() else { return nil }
      if let value = Self.integer(in: bytes(text)) {
        noteForm("an integer", "a string", at: start)
        return value
      }
      fail(.notInteger, at: start)
    case 0x74 where types.contains(.bool), 0x66 where types.contains(.bool):
      guard let value = literal() else { break }
      noteForm("an integer", "true or false", at: start)
      return ExactInteger(magnitude: value ? 1 : 0)
    case 0x6e: _ = takeNull()
    default: fail(.notInteger)
    }
    return nil
  }

  private mutating func bridgedInteger(_ types: _AcceptedJSONTypes) -> ExactInteger? {
    guard let bridge = live else { return nil }
    do {
      let value = try bridge.int64()
      return ExactInteger(magnitude: value.magnitude, isNegative: value < 0)
    } catch {
      if bridge.isNull() { return nil }
      if let value = try? bridge.uint64() { return ExactInteger(magnitude: value) }
      if types.contains(.string), let text = try? bridge.string(),
        let value = Self.integer(in: Array(text.utf8))
      {
        return value
      }
      if types.contains(.bool), let value = try? bridge.bool() {
        return ExactInteger(magnitude: value ? 1 : 0)
      }
      fail(error, expected: .notInteger)
      return nil
    }
  }

  /// The integer that a text is, by the same grammar.
  private static func integer(in text: [UInt8]) -> ExactInteger? {
    reading(text) { reader in
      guard reader.position < reader.end, reader.number(), reader.position == reader.end else {
        return nil
      }
      return try? reader.exactInteger(from: 0, to: reader.end).get()
    }
  }
}
