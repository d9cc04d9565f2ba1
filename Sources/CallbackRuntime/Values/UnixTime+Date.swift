#if Foundation
  public import struct Foundation.Date

  extension UnixTime {
    /// The time as a `Date`, exact to about 0.1 microseconds.
    public var date: Date {
      let unit = Self.unit.rawValue
      let (whole, rest) = rawValue.quotientAndRemainder(dividingBy: unit)
      return Date(timeIntervalSince1970: Double(whole) + Double(rest) / Double(unit))
    }
  }

  extension RFC3339Time {
    /// The time as a `Date`; nil if the string is not in RFC 3339 format.
    public var date: Date? {
      guard let (seconds, attoseconds) = sinceEpoch?.components else { return nil }
      return Date(timeIntervalSince1970: Double(seconds) + Double(attoseconds) / 1e18)
    }
  }
#endif
