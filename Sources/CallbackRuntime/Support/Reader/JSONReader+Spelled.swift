// Numbers and booleans that are documented as another JSON type: an integer in a string, a boolean as 0 or 1 or in a string.

@_spi(Generated)
extension _JSONReader {
  /// Reads an integer from a string.
  @inline(never)
  public mutating func readText(_ value: inout Int?, accepting types: _JSONTypes = []) {
    value = textInteger(types)
  }

  /// Reads a required integer from a string.
  @inline(never)
  public mutating func readText(_ value: inout Int, accepting types: _JSONTypes = []) {
    require(textInteger(types), in: &value)
  }

  /// Reads a time from a string of digits; with another unit, its magnitude decides which.
  public mutating func readText<T: UnixTime>(
    _ value: inout T?, otherUnit: UnixTimeUnit? = nil, accepting types: _JSONTypes = []
  ) {
    value = textTime(in: T.unit, otherwise: otherUnit, types).map { T(rawValue: $0) }
  }

  /// Reads a required time from a string of digits; with another unit, its magnitude decides which.
  public mutating func readText<T: UnixTime>(
    _ value: inout T, otherUnit: UnixTimeUnit? = nil, accepting types: _JSONTypes = []
  ) {
    require(textTime(in: T.unit, otherwise: otherUnit, types).map { T(rawValue: $0) }, in: &value)
  }

  /// Reads a boolean from `"true"` or `"false"`.
  @inline(never)
  public mutating func readText(_ value: inout Bool?, accepting types: _JSONTypes = []) {
    value = textBool(types)
  }

  /// Reads a required boolean from `"true"` or `"false"`.
  @inline(never)
  public mutating func readText(_ value: inout Bool, accepting types: _JSONTypes = []) {
    require(textBool(types), in: &value)
  }

  /// Reads a boolean from 0 or 1.
  @inline(never)
  public mutating func readNumber(_ value: inout Bool?, accepting types: _JSONTypes = []) {
    value = numericBool(types)
  }

  /// Reads a required boolean from 0 or 1.
  @inline(never)
  public mutating func readNumber(_ value: inout Bool, accepting types: _JSONTypes = []) {
    require(numericBool(types), in: &value)
  }
}

extension _JSONReader {
  private mutating func textInteger(_ types: _JSONTypes) -> Int? {
    let start = startOfValue()
    if isAtNumber, types.contains(.number) {
      guard let value = integer([]) else { return nil }
      reportOtherType("a string", "a number", at: start)
      return value
    }
    if let bridge = activeBridge, types.contains(.number), let value = try? bridge.int() {
      return value
    }
    guard let text = string([]) else { return nil }
    let number = Self.number(ExactInteger.self, in: Array(text.utf8))
    guard let bits = number?.bits(width: Int.bitWidth, isSigned: true) else {
      fail(number == nil ? .notInteger : .range, at: start)
      return nil
    }
    return Int(truncatingIfNeeded: bits)
  }

  /// Reads a number from a string, whose text is kept.
  mutating func textNumber(_ types: _JSONTypes) -> DoubleText? {
    let start = startOfValue()
    guard let text = string(types.intersection(.number)) else { return nil }
    guard let number = DoubleText(rawValue: text) else {
      fail(.notNumber, at: start)
      return nil
    }
    return number
  }

  package mutating func textTime(
    in unit: UnixTimeUnit, otherwise other: UnixTimeUnit?, _ types: _JSONTypes
  ) -> Int? {
    let start = startOfValue()
    return textInteger(types).map { time($0, in: unit, otherwise: other ?? unit, at: start) }
  }

  private mutating func textBool(_ types: _JSONTypes) -> Bool? {
    let start = startOfValue()
    if isAt(0x74) || isAt(0x66), types.contains(.bool) {
      guard let value = literal() else { return nil }
      reportOtherType("a string", "true or false", at: start)
      return value
    }
    if let bridge = activeBridge, types.contains(.bool), let value = try? bridge.bool() {
      return value
    }
    guard let text = string([]) else { return nil }
    guard let value = Bool(text) else {
      fail(.notBoolean, at: start)
      return nil
    }
    return value
  }

  private mutating func numericBool(_ types: _JSONTypes) -> Bool? {
    let start = startOfValue()
    if isAt(0x74) || isAt(0x66), types.contains(.bool) {
      guard let value = literal() else { return nil }
      reportOtherType("a number", "true or false", at: start)
      return value
    }
    // A decoder may read 0 and 1 as booleans.
    if let bridge = activeBridge, types.contains(.bool), (try? bridge.int()) == nil,
      let value = try? bridge.bool()
    {
      return value
    }
    guard let value = integer([]) else { return nil }
    guard value == 0 || value == 1 else {
      fail(.notBoolean, at: start)
      return nil
    }
    return value == 1
  }

  /// Skips white space; returns the offset of the next value.
  private mutating func startOfValue() -> Int {
    space()
    return position
  }

  private var isAtNumber: Bool {
    position < end && (at(position) == 0x2d || at(position) &- 0x30 <= 9)
  }
}

@_spi(Generated)
extension _JSONWriter {
  /// Writes an integer as a string.
  @inline(never)
  public mutating func writeText(_ name: StaticString, _ value: Int?) {
    write(name, value.map { String($0) })
  }

  /// Writes a time as a string of digits.
  @inlinable
  public mutating func writeText<T: UnixTime>(_ name: StaticString, _ value: T?) {
    writeText(name, value?.rawValue)
  }

  /// Writes a boolean as a string.
  @inline(never)
  public mutating func writeText(_ name: StaticString, _ value: Bool?) {
    write(name, value.map { $0 ? "true" : "false" })
  }

  /// Writes a boolean as 0 or 1.
  @inline(never)
  public mutating func writeNumber(_ name: StaticString, _ value: Bool?) {
    write(name, value.map { $0 ? 1 : 0 })
  }
}
