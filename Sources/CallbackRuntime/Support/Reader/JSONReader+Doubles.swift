extension Double: JSONNumber {
  static var words: StaticString { "a number" }
  static var mismatch: DecodingErrorCode { .notNumber }

  init(_ flag: Bool) { self = flag ? 1 : 0 }

  static func next(of bridge: DecoderBridge) throws -> Double { try bridge.decode(Double.self) }

  /// The nearest `Double` of a well-formed number; fails if it overflows, or underflows to zero.
  static func value(
    in reader: borrowing _JSONReader, from start: Int, to stop: Int
  ) -> Result<Double, DecodingErrorCode> {
    let decimal = reader.decimal(from: start, to: stop)
    // Both operands are exact doubles, so that the result is correctly rounded.
    if !decimal.isLong, decimal.significand < 1 &<< 53, Swift.abs(decimal.exponent) <= 22 {
      let value = Double(decimal.significand)
      let power = powers[Swift.abs(decimal.exponent)]
      let result = decimal.exponent < 0 ? value / power : value * power
      return .success(decimal.isNegative ? -result : result)
    }
    let isZero = decimal.significand == 0 && !decimal.isLong
    guard let value = Double(reader.string(at: start, count: stop &- start)), value.isFinite,
      value != 0 || isZero
    else { return .failure(.range) }
    return .success(value)
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
