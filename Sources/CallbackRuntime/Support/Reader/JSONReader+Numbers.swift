/// An integer between -2^64 and 2^64, before conversion to an integer type.
struct ExactInteger {
  var magnitude: UInt64
  var isNegative = false

  /// The value as an integer type; nil if it does not fit.
  func exactly<T: FixedWidthInteger>(_: T.Type) -> T? {
    if !isNegative { return T(exactly: magnitude) }
    if magnitude == 1 &<< 63 { return T(exactly: Int64.min) }
    return magnitude < 1 &<< 63 ? T(exactly: -Int64(magnitude)) : nil
  }
}

extension _JSONReader {
  /// Reads an exact integer, such as `1`, `1.0` or `1e3`; nil for `null` and after an error.
  @inline(__always)
  mutating func integer(_ types: _JSONTypes) -> Int? {
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
    // The fast path excludes missing digits, more than 18 digits, leading zeros, fractions and exponents.
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
  private mutating func slowInteger(_ types: _JSONTypes) -> Int? {
    if let bridge = activeBridge, let value = try? bridge.int() { return value }
    return narrowInteger(types)
  }

  /// Reads an exact integer of any type.
  @inline(never)
  mutating func narrowInteger<T: FixedWidthInteger>(_ types: _JSONTypes) -> T? {
    space()
    let start = position
    guard let value = exactInteger(types) else { return nil }
    if let value = value.exactly(T.self) { return value }
    fail(.range, at: start)
    return nil
  }

  /// Reads an exact unsigned integer.
  @inline(__always)
  mutating func wideInteger(_ types: _JSONTypes) -> UInt64? { narrowInteger(types) }

  /// Reads an integer from the bytes or the decoder, or converts it from another accepted JSON type.
  private mutating func exactInteger(_ types: _JSONTypes) -> ExactInteger? {
    if activeBridge != nil { return bridgedInteger(types) }
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
        reportOtherType("an integer", "a string", at: start)
        return value
      }
      fail(.notInteger, at: start)
    case 0x74 where types.contains(.bool), 0x66 where types.contains(.bool):
      guard let value = literal() else { break }
      reportOtherType("an integer", "true or false", at: start)
      return ExactInteger(magnitude: value ? 1 : 0)
    case 0x6e: _ = consumeNull()
    default: fail(.notInteger)
    }
    return nil
  }

  private mutating func bridgedInteger(_ types: _JSONTypes) -> ExactInteger? {
    guard let bridge = activeBridge else { return nil }
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

  /// The integer in a string, by the grammar of JSON numbers.
  private static func integer(in text: [UInt8]) -> ExactInteger? {
    reading(text) { reader in
      guard reader.position < reader.end, reader.number(), reader.position == reader.end else {
        return nil
      }
      return try? reader.exactInteger(from: 0, to: reader.end).get()
    }
  }
}
