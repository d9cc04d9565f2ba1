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

extension JSONReader {
  /// An integer, exact; `1.0` and `1e3` are integers too. Nil for a null, or after a fault.
  @inline(__always)
  mutating func integer(_ forms: JSONForms) -> Int? {
    space()
    let start = position
    guard position < end else { return slowInteger(forms) }
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
    return slowInteger(forms)
  }

  @inline(never)
  private mutating func slowInteger(_ forms: JSONForms) -> Int? {
    if let bridge = live, let value = try? bridge.int() { return value }
    return narrowInteger(forms)
  }

  /// The same for the narrower types.
  @inline(never)
  mutating func narrowInteger<T: FixedWidthInteger>(_ forms: JSONForms) -> T? {
    space()
    let start = position
    guard let value = exactInteger(forms) else { return nil }
    if let value = value.exactly(T.self) { return value }
    fail(.range, at: start)
    return nil
  }

  /// The same for the widest type.
  @inline(__always)
  mutating func wideInteger(_ forms: JSONForms) -> UInt64? { narrowInteger(forms) }

  /// An integer from the bytes, from the decoder, or from another form.
  private mutating func exactInteger(_ forms: JSONForms) -> ExactInteger? {
    if live != nil { return bridgedInteger(forms) }
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
    case 0x22 where forms.contains(.string):
      guard let text = text() else { return nil }
      if let value = Self.integer(in: bytes(text)) {
        noteForm("an integer", "a string", at: start)
        return value
      }
      fail(.notInteger, at: start)
    case 0x74 where forms.contains(.bool), 0x66 where forms.contains(.bool):
      guard let value = literal() else { break }
      noteForm("an integer", "true or false", at: start)
      return ExactInteger(magnitude: value ? 1 : 0)
    case 0x6e: _ = takeNull()
    default: fail(.notInteger)
    }
    return nil
  }

  private mutating func bridgedInteger(_ forms: JSONForms) -> ExactInteger? {
    guard let bridge = live else { return nil }
    do {
      let value = try bridge.int64()
      return ExactInteger(magnitude: value.magnitude, isNegative: value < 0)
    } catch {
      if bridge.isNull() { return nil }
      if let value = try? bridge.uint64() { return ExactInteger(magnitude: value) }
      if forms.contains(.string), let text = try? bridge.string(),
        let value = Self.integer(in: Array(text.utf8))
      {
        return value
      }
      if forms.contains(.bool), let value = try? bridge.bool() {
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

// MARK: - Exact values

extension JSONReader {
  struct NumberFailure: Error { var code: FaultCode }

  /// The integer that a number is; the number is well-formed.
  private func exactInteger(from start: Int, to stop: Int) -> Result<ExactInteger, NumberFailure> {
    let decimal = decimal(from: start, to: stop)
    guard decimal.significand != 0 || decimal.isLong else {
      return .success(ExactInteger(magnitude: 0))
    }
    if decimal.exponent < 0 { return .failure(NumberFailure(code: .notInteger)) }
    if decimal.isLong || decimal.exponent > 19 { return .failure(NumberFailure(code: .range)) }
    var value = decimal.significand
    for _ in 0..<decimal.exponent {
      let (product, isOver) = value.multipliedReportingOverflow(by: 10)
      if isOver { return .failure(NumberFailure(code: .range)) }
      value = product
    }
    return .success(ExactInteger(magnitude: value, isNegative: decimal.isNegative))
  }

  /// A number as digits, without zeros behind, and a power of ten.
  private struct Decimal {
    var significand: UInt64 = 0
    /// More digits than the significand holds.
    var isLong = false
    var exponent = 0
    var isNegative = false

    mutating func append(_ digit: UInt8) {
      guard !isLong else { return }
      let (product, isOver) = significand.multipliedReportingOverflow(by: 10)
      let (sum, isOverToo) = product.addingReportingOverflow(UInt64(digit))
      isLong = isOver || isOverToo
      significand = sum
    }
  }

  private func decimal(from start: Int, to stop: Int) -> Decimal {
    var result = Decimal()
    var place = start
    var zeros = 0
    var shift = 0
    var hasPoint = false
    if at(place) == 0x2d {
      result.isNegative = true
      place &+= 1
    }
    while place < stop, at(place) | 0x20 != 0x65 {
      let byte = at(place)
      place &+= 1
      if byte == 0x2e {
        hasPoint = true
        continue
      }
      if hasPoint { shift -= 1 }
      if byte == 0x30 {
        zeros += 1
      } else {
        if result.significand != 0 || result.isLong {
          for _ in 0..<Swift.min(zeros, 20) { result.append(0) }
        }
        zeros = 0
        result.append(byte &- 0x30)
      }
    }
    var power = 0
    var isDown = false
    if place < stop {
      place &+= 1
      if at(place) == 0x2b || at(place) == 0x2d {
        isDown = at(place) == 0x2d
        place &+= 1
      }
      while place < stop {
        // Far beyond any body's number of digits; more would change nothing.
        if power < 1_000_000_000_000 { power = power * 10 + Int(at(place) &- 0x30) }
        place &+= 1
      }
    }
    result.exponent = shift + zeros + (isDown ? -power : power)
    return result
  }

  /// A number, as the nearest double. Nil for a null, or after a fault.
  @inline(never)
  mutating func double(_ forms: JSONForms) -> Double? {
    space()
    if live != nil { return bridgedDouble(forms) }
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
    case 0x22 where forms.contains(.string):
      guard let text = text() else { return nil }
      if let value = Self.double(in: bytes(text)) {
        noteForm("a number", "a string", at: start)
        return value
      }
      fail(.notNumber, at: start)
    case 0x74 where forms.contains(.bool), 0x66 where forms.contains(.bool):
      guard let value = literal() else { break }
      noteForm("a number", "true or false", at: start)
      return value ? 1 : 0
    case 0x6e: _ = takeNull()
    default: fail(.notNumber)
    }
    return nil
  }

  private mutating func bridgedDouble(_ forms: JSONForms) -> Double? {
    guard let bridge = live else { return nil }
    do { return try bridge.double() } catch {
      if bridge.isNull() { return nil }
      if forms.contains(.string), let text = try? bridge.string(),
        let value = Self.double(in: Array(text.utf8))
      {
        return value
      }
      if forms.contains(.bool), let value = try? bridge.bool() { return value ? 1 : 0 }
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

  /// The double that a number is; nil when it is too large, or so small that nothing is left of it.
  private func double(from start: Int, to stop: Int) -> Double? {
    let decimal = decimal(from: start, to: stop)
    // Exact: both factors are doubles themselves.
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
