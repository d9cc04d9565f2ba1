/// A time since 1970-01-01 00:00 UTC as an integer, in the unit that the conforming type fixes.
public protocol UnixTime: RawRepresentable, _JSONScalar, Codable, Comparable,
  ExpressibleByIntegerLiteral, CustomStringConvertible
where RawValue == Int, IntegerLiteralType == Int {
  /// The unit of the integer.
  static var unit: UnixTimeUnit { get }

  /// Creates a time from an integer in the type's unit.
  init(rawValue: Int)
}

/// The unit of a time since 1970-01-01 00:00 UTC; the raw value is the number of units in a second.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum UnixTimeUnit: Int, Hashable, Sendable {
  /// Seconds.
  case seconds = 1
  /// Thousandths of a second.
  case milliseconds = 1000
  /// Millionths of a second.
  case microseconds = 1_000_000
  /// Billionths of a second.
  case nanoseconds = 1_000_000_000

  /// Whether an integer in this unit is a time between the years 1973 and 5138.
  package func isLikely(_ value: Int) -> Bool {
    let seconds = value / rawValue
    return seconds >= 100_000_000 && seconds < 100_000_000_000
  }

  /// Another unit in which an integer is a time between 1973 and 5138; nil if it is one in this unit, or in no unit.
  package func likelier(for value: Int) -> UnixTimeUnit? {
    if isLikely(value) { return nil }
    return [.seconds, .milliseconds, .microseconds, .nanoseconds].first { $0.isLikely(value) }
  }

  /// The same time in another unit; nil if it does not fit `Int`.
  func convert(_ value: Int, to unit: UnixTimeUnit) -> Int? {
    if unit.rawValue < rawValue { return value / (rawValue / unit.rawValue) }
    let (product, isOver) = value.multipliedReportingOverflow(by: unit.rawValue / rawValue)
    return isOver ? nil : product
  }
}

extension UnixTime {
  /// Creates a time from an integer in the type's unit.
  @inlinable
  public init(_ rawValue: Int) { self.init(rawValue: rawValue) }

  /// Creates a time from an integer in the type's unit.
  @inlinable
  public init(integerLiteral value: Int) { self.init(rawValue: value) }

  /// Orders times, earlier ones first.
  @inlinable
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

  /// The digits of the integer.
  public var description: String { String(rawValue) }
}

/// A time in seconds since 1970-01-01 00:00 UTC.
public struct UnixSeconds: UnixTime {
  /// The unit of the integer.
  public static let unit = UnixTimeUnit.seconds
  /// The integer, in the type's unit.
  public var rawValue: Int

  /// Creates a time from an integer in the type's unit.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A time in milliseconds since 1970-01-01 00:00 UTC.
public struct UnixMilliseconds: UnixTime {
  /// The unit of the integer.
  public static let unit = UnixTimeUnit.milliseconds
  /// The integer, in the type's unit.
  public var rawValue: Int

  /// Creates a time from an integer in the type's unit.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A time in microseconds since 1970-01-01 00:00 UTC.
public struct UnixMicroseconds: UnixTime {
  /// The unit of the integer.
  public static let unit = UnixTimeUnit.microseconds
  /// The integer, in the type's unit.
  public var rawValue: Int

  /// Creates a time from an integer in the type's unit.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A time in nanoseconds since 1970-01-01 00:00 UTC.
public struct UnixNanoseconds: UnixTime {
  /// The unit of the integer.
  public static let unit = UnixTimeUnit.nanoseconds
  /// The integer, in the type's unit.
  public var rawValue: Int

  /// Creates a time from an integer in the type's unit.
  public init(rawValue: Int) { self.rawValue = rawValue }
}
