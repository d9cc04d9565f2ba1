/// A time since 1970-01-01 00:00 UTC, as an integer, in the unit that was sent.
public protocol UnixTime: RawRepresentable, _JSONScalar, Codable, Comparable,
  ExpressibleByIntegerLiteral, CustomStringConvertible
where RawValue == Int, IntegerLiteralType == Int {
  /// The unit.
  static var unit: UnixTimeUnit { get }

  /// The time that an integer means.
  init(rawValue: Int)
}

/// What a time counts.
public enum UnixTimeUnit: Int, Hashable, Sendable {
  /// Seconds.
  case seconds = 1
  /// Thousandths of a second.
  case milliseconds = 1000
  /// Millionths of a second.
  case microseconds = 1_000_000
  /// Billionths of a second.
  case nanoseconds = 1_000_000_000

  /// A number of this size is more likely in this unit than in any other: it means a time between 1973 and 5138.
  func isLikely(_ value: Int) -> Bool {
    let seconds = value / rawValue
    return seconds >= 100_000_000 && seconds < 100_000_000_000
  }

  /// The unit in which a number is more likely than in this one; nil where it is as likely in this one, or in none.
  package func likelier(for value: Int) -> UnixTimeUnit? {
    if isLikely(value) { return nil }
    return [.seconds, .milliseconds, .microseconds, .nanoseconds].first { $0.isLikely(value) }
  }

  /// The same time in another unit, if it fits.
  func convert(_ value: Int, to unit: UnixTimeUnit) -> Int? {
    if unit.rawValue < rawValue { return value / (rawValue / unit.rawValue) }
    let (product, isOver) = value.multipliedReportingOverflow(by: unit.rawValue / rawValue)
    return isOver ? nil : product
  }
}

extension UnixTime {
  /// The time that an integer means.
  @inlinable
  public init(_ rawValue: Int) { self.init(rawValue: rawValue) }

  /// The time that an integer means.
  @inlinable
  public init(integerLiteral value: Int) { self.init(rawValue: value) }

  /// True when a time is earlier.
  @inlinable
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

  /// The number, as sent.
  public var description: String { String(rawValue) }

  /// Reads a time.
  @inlinable
  public static func _readJSON(from reader: inout _JSONReader, accepting types: AcceptedJSONTypes) -> Self? {
    guard let raw = Int._readJSON(from: &reader, accepting: types) else { return nil }
    return Self(rawValue: raw)
  }

  /// Writes a time.
  @inlinable
  public static func _writeJSON(_ value: Self, to writer: inout _JSONWriter) {
    Int._writeJSON(value.rawValue, to: &writer)
  }
}

/// Seconds since 1970.
public struct UnixSeconds: UnixTime {
  /// The unit.
  public static let unit = UnixTimeUnit.seconds
  /// The number, as sent.
  public var rawValue: Int

  /// The time that an integer means.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Milliseconds since 1970.
public struct UnixMilliseconds: UnixTime {
  /// The unit.
  public static let unit = UnixTimeUnit.milliseconds
  /// The number, as sent.
  public var rawValue: Int

  /// The time that an integer means.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Microseconds since 1970.
public struct UnixMicroseconds: UnixTime {
  /// The unit.
  public static let unit = UnixTimeUnit.microseconds
  /// The number, as sent.
  public var rawValue: Int

  /// The time that an integer means.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Nanoseconds since 1970.
public struct UnixNanoseconds: UnixTime {
  /// The unit.
  public static let unit = UnixTimeUnit.nanoseconds
  /// The number, as sent.
  public var rawValue: Int

  /// The time that an integer means.
  public init(rawValue: Int) { self.rawValue = rawValue }
}
