/// A number before conversion to the type of a field.
protocol JSONNumber {
  /// The documented type in a finding.
  static var words: StaticString { get }
  /// The error of a value of another JSON type.
  static var mismatch: DecodingErrorCode { get }
  /// The value of a well-formed number in the bytes of a reader.
  static func value(
    in reader: borrowing _JSONReader, from start: Int, to stop: Int
  ) -> Result<Self, DecodingErrorCode>
  /// The next value of a decoder.
  static func next(of bridge: DecoderBridge) throws -> Self
  /// 1 for true, 0 for false.
  init(_ flag: Bool)
}

extension _JSONReader {
  /// Reads an exact integer, such as `1`, `1.0` or `1e3`; nil for `null` and after an error.
  @inline(__always)
  mutating func integer(_ types: _JSONTypes) -> Int? {
    space()
    if let value = plainInteger(), let value = Int(exactly: value) { return value }
    return slowInteger(types)
  }

  /// Reads an integer of at most 18 digits without leading zeros, a fraction or an exponent; nil, with nothing consumed, if
  /// anything else follows.
  @inline(__always)
  private mutating func plainInteger() -> Int64? {
    guard position < end else { return nil }
    let isNegative = at(position) == 0x2d
    let digits = isNegative ? position &+ 1 : position
    var place = digits
    var value: UInt64 = 0
    // A time in milliseconds has 13 digits: the first eight at once.
    if end &- place >= 8, let eight = Self.eightDigits(word(place)) {
      value = eight
      place &+= 8
    }
    while place < end {
      let digit = at(place) &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      place &+= 1
    }
    let count = place &- digits
    guard count > 0, count <= 18, count == 1 || at(digits) != 0x30 else { return nil }
    let byte = place < end ? at(place) : 0
    if byte == 0x2e || byte | 0x20 == 0x65 { return nil }
    position = place
    let magnitude = Int64(bitPattern: value)
    return isNegative ? 0 &- magnitude : magnitude
  }

  /// The number of eight ASCII digits; nil if a byte is not a digit.
  @inline(__always)
  private static func eightDigits(_ word: UInt64) -> UInt64? {
    let digits = word ^ 0x3030_3030_3030_3030
    guard ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0 else {
      return nil
    }
    // Each step joins neighbours: to pairs, to groups of four, to the number.
    let pairs = digits &* 10 &+ digits &>> 8
    let low = (pairs & 0x0000_00ff_0000_00ff) &* 0x000f_4240_0000_0064
    let high = (pairs &>> 16 & 0x0000_00ff_0000_00ff) &* 0x0000_2710_0000_0001
    return (low &+ high) &>> 32
  }

  @inline(never)
  private mutating func slowInteger(_ types: _JSONTypes) -> Int? {
    if let bridge = activeBridge, let value = try? bridge.int() { return value }
    return integerBits(types, width: Int.bitWidth, isSigned: true).map(
      Int.init(truncatingIfNeeded:))
  }

  /// Reads an exact integer of a type with a given width, as the bits of its two's complement.
  @inline(never)
  @usableFromInline
  mutating func integerBits(_ types: _JSONTypes, width: Int, isSigned: Bool) -> UInt64? {
    space()
    let start = position
    let plain = plainInteger().map { ExactInteger(magnitude: $0.magnitude, isNegative: $0 < 0) }
    guard let value = plain ?? number(types) else { return nil }
    if let bits = value.bits(width: width, isSigned: isSigned) { return bits }
    fail(.range, at: start)
    return nil
  }

  /// Reads a number from the bytes or the decoder, or converts it from another accepted JSON type.
  mutating func number<T: JSONNumber>(_ types: _JSONTypes) -> T? {
    space()
    if activeBridge != nil { return bridgedNumber(types) }
    let start = position
    guard position < end else {
      fail(T.mismatch)
      return nil
    }
    switch at(position) {
    case 0x2d, 0x30...0x39:
      guard number() else { return nil }
      switch T.value(in: self, from: start, to: position) {
      case .success(let value): return value
      case .failure(let code): fail(code, at: start)
      }
    case 0x22 where types.contains(.string):
      guard let text = text() else { return nil }
      if isForm, text.count == 0 { return nil }
      if let value = Self.number(T.self, in: bytes(text)) {
        reportOtherType(T.words, "a string", at: start)
        return value
      }
      fail(T.mismatch, at: start)
    case 0x74 where types.contains(.bool), 0x66 where types.contains(.bool):
      guard let value = literal() else { break }
      reportOtherType(T.words, "true or false", at: start)
      return T(value)
    case 0x6e: _ = consumeNull()
    default: fail(T.mismatch)
    }
    return nil
  }

  private mutating func bridgedNumber<T: JSONNumber>(_ types: _JSONTypes) -> T? {
    guard let bridge = activeBridge else { return nil }
    do { return try T.next(of: bridge) } catch {
      if consumeNull() { return nil }
      if types.contains(.string), let text = try? bridge.string(),
        let value = Self.number(T.self, in: Array(text.utf8))
      {
        return value
      }
      if types.contains(.bool), let value = try? bridge.bool() { return T(value) }
      fail(error, expected: T.mismatch)
      return nil
    }
  }

  /// The number in a string, by the grammar of JSON numbers.
  static func number<T: JSONNumber>(_: T.Type, in text: [UInt8]) -> T? {
    reading(text) { reader in
      guard reader.position < reader.end, reader.number(), reader.position == reader.end else {
        return nil
      }
      return try? T.value(in: reader, from: 0, to: reader.end).get()
    }
  }
}
