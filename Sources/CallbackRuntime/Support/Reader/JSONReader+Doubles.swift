extension _JSONReader {
  /// Reads a number as the nearest `Double`; nil for `null` and after an error.
  @inline(never)
  mutating func double(_ types: _JSONTypes) -> Double? {
    space()
    if activeBridge != nil { return bridgedDouble(types) }
    let start = position
    guard position < end else {
      fail(.notNumber)
      return nil
    }
    switch at(position) {
    case 0x2d, 0x30...0x39:
      guard number() else { return nil }
      if let value = double(from: start, to: position) { return value }
      fail(.range, at: start)
    case 0x22 where types.contains(.string):
      guard let text = text() else { return nil }
      if let value = Self.double(in: bytes(text)) {
        reportOtherType("a number", "a string", at: start)
        return value
      }
      fail(.notNumber, at: start)
    case 0x74 where types.contains(.bool), 0x66 where types.contains(.bool):
      guard let value = literal() else { break }
      reportOtherType("a number", "true or false", at: start)
      return value ? 1 : 0
    case 0x6e: _ = consumeNull()
    default: fail(.notNumber)
    }
    return nil
  }

  private mutating func bridgedDouble(_ types: _JSONTypes) -> Double? {
    guard let bridge = activeBridge else { return nil }
    do { return try bridge.double() } catch {
      if bridge.isNull() { return nil }
      if types.contains(.string), let text = try? bridge.string(),
        let value = Self.double(in: Array(text.utf8))
      {
        return value
      }
      if types.contains(.bool), let value = try? bridge.bool() { return value ? 1 : 0 }
      fail(error, expected: .notNumber)
      return nil
    }
  }

  private static func double(in text: [UInt8]) -> Double? {
    reading(text) { reader in
      guard reader.position < reader.end, reader.number(), reader.position == reader.end else {
        return nil
      }
      return reader.double(from: 0, to: reader.end)
    }
  }

  /// The nearest `Double` of a well-formed number; nil if it overflows, or underflows to zero.
  private func double(from start: Int, to stop: Int) -> Double? {
    let decimal = decimal(from: start, to: stop)
    // Both operands are exact doubles, so that the result is correctly rounded.
    if !decimal.isLong, decimal.significand < 1 &<< 53, abs(decimal.exponent) <= 22 {
      let value = Double(decimal.significand)
      let power = Self.powers[abs(decimal.exponent)]
      let result = decimal.exponent < 0 ? value / power : value * power
      return decimal.isNegative ? -result : result
    }
    guard let value = Double(string(at: start, count: stop &- start)), value.isFinite else {
      return nil
    }
    let isZero = decimal.significand == 0 && !decimal.isLong
    return value == 0 && !isZero ? nil : value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
