// Exact conversion of well-formed JSON numbers.

/// An integer between -2^64 and 2^64.
struct ExactInteger: JSONNumber {
  static var words: StaticString { "an integer" }
  static var mismatch: DecodingErrorCode { .notInteger }

  var magnitude: UInt64
  var isNegative = false

  /// The bits of the two's complement in a type; nil if the value does not fit.
  func bits(width: Int, isSigned: Bool) -> UInt64? {
    let limit = UInt64.max &>> UInt64(64 &- width &+ (isSigned ? 1 : 0))
    if !isNegative { return magnitude <= limit ? magnitude : nil }
    return magnitude == 0 || isSigned && magnitude &- 1 <= limit ? 0 &- magnitude : nil
  }

  /// The value of a well-formed number; fails for a fraction, or beyond 64 bits.
  static func value(
    in reader: borrowing _JSONReader, from start: Int, to stop: Int
  ) -> Result<ExactInteger, DecodingErrorCode> {
    let decimal = reader.decimal(from: start, to: stop)
    guard decimal.significand != 0 || decimal.isLong else {
      return .success(ExactInteger(magnitude: 0))
    }
    if decimal.exponent < 0 { return .failure(.notInteger) }
    if decimal.isLong || decimal.exponent > 19 { return .failure(.range) }
    var value = decimal.significand
    for _ in 0..<decimal.exponent {
      let (product, isOver) = value.multipliedReportingOverflow(by: 10)
      if isOver { return .failure(.range) }
      value = product
    }
    return .success(ExactInteger(magnitude: value, isNegative: decimal.isNegative))
  }

  static func next(of bridge: DecoderBridge) throws -> ExactInteger {
    do {
      let value = try bridge.decode(Int64.self)
      return ExactInteger(magnitude: value.magnitude, isNegative: value < 0)
    } catch {
      guard let value = try? bridge.decode(UInt64.self) else { throw error }
      return ExactInteger(magnitude: value)
    }
  }
}

extension ExactInteger {
  init(_ flag: Bool) { magnitude = flag ? 1 : 0 }
}

extension _JSONReader {
  /// A number as digits without trailing zeros, and a power of ten.
  struct Decimal {
    var significand: UInt64 = 0
    /// Whether the number has more digits than the significand holds.
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

  func decimal(from start: Int, to stop: Int) -> Decimal {
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
        // A larger power cannot change the result, and would overflow.
        if power < 1_000_000_000_000 { power = power * 10 + Int(at(place) &- 0x30) }
        place &+= 1
      }
    }
    result.exponent = shift + zeros + (isDown ? -power : power)
    return result
  }
}
