/// A date and time in RFC 3339 format, such as `2023-03-21T15:32:04+08:00`, stored as the string received.
public struct RFC3339Time: RawRepresentable, Codable, Hashable, Sendable {
  /// The string as received, valid or not.
  public var rawValue: String

  /// Creates a time from any string; `sinceEpoch` is nil if the string is not in RFC 3339 format.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates a time from any string; `sinceEpoch` is nil if the string is not in RFC 3339 format.
  public init(_ text: String) { rawValue = text }
}

extension RFC3339Time {
  /// The time since 1970-01-01 00:00 UTC; nil if the string is not in RFC 3339 format.
  ///
  /// Fractions of a second may have any number of digits; those below an attosecond are dropped.
  public var sinceEpoch: Duration? {
    var scanner = TimeScanner(rawValue.utf8)
    guard let year = scanner.digits(4), scanner.take("-"),
      let month = scanner.digits(2), (1...12).contains(month), scanner.take("-"),
      let day = scanner.digits(2), (1...Self.days(in: month, of: year)).contains(day),
      scanner.take("T") || scanner.take("t") || scanner.take(" "),
      let hour = scanner.digits(2), hour < 24, scanner.take(":"),
      let minute = scanner.digits(2), minute < 60, scanner.take(":"),
      // Second 60 is a leap second.
      let second = scanner.digits(2), second <= 60
    else { return nil }
    var attoseconds: Int64 = 0
    if scanner.take(".") {
      guard let fraction = scanner.fraction() else { return nil }
      attoseconds = fraction
    }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    let minutes = (Self.daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute - offset
    return Duration(
      secondsComponent: Int64(minutes * 60 + second), attosecondsComponent: attoseconds)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days since 1970-01-01; years are counted from March, so that a leap day is the last day of its year.
  private static func daysSinceEpoch(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension RFC3339Time: CustomStringConvertible, ExpressibleByStringLiteral {
  /// The string as received.
  public var description: String { rawValue }
  /// Creates a time from a string literal.
  public init(stringLiteral value: String) { rawValue = value }
}

extension RFC3339Time: _JSONScalar {}

/// Parses a date and time from left to right.
private struct TimeScanner {
  private var rest: Substring.UTF8View

  init(_ text: String.UTF8View) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func digit() -> Int? {
    guard let byte = rest.first, byte >= 0x30, byte <= 0x39 else { return nil }
    rest.removeFirst()
    return Int(byte - 0x30)
  }

  mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// The fraction of a second, in attoseconds.
  mutating func fraction() -> Int64? {
    guard let first = digit() else { return nil }
    var unit: Int64 = 100_000_000_000_000_000
    var value = Int64(first) * unit
    while let digit = digit() {
      unit /= 10
      value += Int64(digit) * unit
    }
    return value
  }

  /// The offset from UTC, `Z` or `+08:00`, in minutes.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = digits(2), hours < 24, take(":"), let minutes = digits(2),
      minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
