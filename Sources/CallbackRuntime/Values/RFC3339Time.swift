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
    var text = rawValue
    return text.withUTF8 { unsafe Self.sinceEpoch(of: Span(_unsafeElements: $0)) }
  }

  /// The time since 1970-01-01 00:00 UTC that some bytes in RFC 3339 format mean; nil for other bytes.
  package static func sinceEpoch(of text: Span<UInt8>) -> Duration? {
    var scanner = TimeScanner()
    guard let year = scanner.digits(4, in: text), scanner.take("-", in: text),
      let month = scanner.digits(2, in: text), (1...12).contains(month),
      scanner.take("-", in: text),
      let day = scanner.digits(2, in: text), (1...days(in: month, of: year)).contains(day),
      scanner.take("T", in: text) || scanner.take("t", in: text) || scanner.take(" ", in: text),
      let hour = scanner.digits(2, in: text), hour < 24, scanner.take(":", in: text),
      let minute = scanner.digits(2, in: text), minute < 60, scanner.take(":", in: text),
      // Second 60 is a leap second.
      let second = scanner.digits(2, in: text), second <= 60
    else { return nil }
    var attoseconds: Int64 = 0
    if scanner.take(".", in: text) {
      guard let fraction = scanner.fraction(in: text) else { return nil }
      attoseconds = fraction
    }
    guard let offset = scanner.offset(in: text), scanner.place == text.count else { return nil }
    let minutes = (daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute - offset
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
  /// The offset of the next byte.
  private(set) var place = 0

  mutating func take(_ character: Unicode.Scalar, in text: Span<UInt8>) -> Bool {
    guard place < text.count, text[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func digit(in text: Span<UInt8>) -> Int? {
    guard place < text.count, text[place] >= 0x30, text[place] <= 0x39 else { return nil }
    place += 1
    return Int(text[place - 1] - 0x30)
  }

  mutating func digits(_ count: Int, in text: Span<UInt8>) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit(in: text) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// The fraction of a second, in attoseconds.
  mutating func fraction(in text: Span<UInt8>) -> Int64? {
    guard let first = digit(in: text) else { return nil }
    var unit: Int64 = 100_000_000_000_000_000
    var value = Int64(first) * unit
    while let digit = digit(in: text) {
      unit /= 10
      value += Int64(digit) * unit
    }
    return value
  }

  /// The offset from UTC, `Z` or `+08:00`, in minutes.
  mutating func offset(in text: Span<UInt8>) -> Int? {
    if take("Z", in: text) || take("z", in: text) { return 0 }
    let sign = take("+", in: text) ? 1 : take("-", in: text) ? -1 : 0
    guard sign != 0, let hours = digits(2, in: text), hours < 24, take(":", in: text),
      let minutes = digits(2, in: text), minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
