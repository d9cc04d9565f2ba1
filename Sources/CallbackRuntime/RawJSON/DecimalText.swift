/// The exact value of a JSON number of any length: its digits, without leading and trailing zeros, and a power of ten.
///
/// The power is stored as digits as well, so that `1e99999999999999999999` takes no more time than its length.
struct DecimalText {
  private(set) var bytes: [UInt8] = []

  /// Creates the value of a well-formed JSON number.
  init(_ number: [UInt8]) {
    let isNegative = number.first == 0x2d
    let split = number.firstIndex { $0 | 0x20 == 0x65 } ?? number.endIndex
    let mantissa = number[(isNegative ? 1 : 0)..<split]
    let point = mantissa.firstIndex(of: 0x2e)
    var digits = mantissa.filter { $0 != 0x2e }
    var shift = point.map { $0 + 1 - mantissa.endIndex } ?? 0
    while digits.last == 0x30 {
      digits.removeLast()
      shift += 1
    }
    digits = Array(digits.drop { $0 == 0x30 })
    guard !digits.isEmpty else {
      bytes = [0x30]
      return
    }
    if isNegative { bytes.append(0x2d) }
    bytes += digits
    bytes.append(0x65)
    bytes += Self.sum(of: Array(number[split...].dropFirst()), shift)
  }

  /// The sum of an exponent, given as sent, and a small number.
  private static func sum(of exponent: [UInt8], _ shift: Int) -> [UInt8] {
    let isNegative = exponent.first == 0x2d
    let digits = Array(exponent.drop { $0 == 0x2d || $0 == 0x2b || $0 == 0x30 })
    if digits.count <= 17 {
      let value = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
      return Array(String((isNegative ? -value : value) + shift).utf8)
    }
    // The exponent is so much larger than the shift that its sign does not change.
    let sum = add(isNegative ? -shift : shift, to: digits)
    return (isNegative ? [0x2d] : []) + sum.drop { $0 == 0x30 }
  }

  /// Adds a small number of either sign to a larger one, given as digits.
  private static func add(_ number: Int, to digits: [UInt8]) -> [UInt8] {
    var result = digits
    var carry = number
    for index in result.indices.reversed() where carry != 0 {
      let value = Int(result[index] &- 0x30) + carry
      let digit = ((value % 10) + 10) % 10
      result[index] = 0x30 + UInt8(digit)
      carry = (value - digit) / 10
    }
    return carry > 0 ? Array(String(carry).utf8) + result : result
  }
}
