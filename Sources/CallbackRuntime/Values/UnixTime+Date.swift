#if Foundation
  public import struct Foundation.Date

  extension UnixTime {
    /// Creates a time from a `Date`, rounded to the type's unit.
    ///
    /// The result for a date outside the range of `rawValue` is the nearest time in it.
    public init(_ date: Date) {
      let time = date.timeIntervalSince1970
      let unit = Self.unit.rawValue
      let seconds = time.rounded(.down)
      let bound = Int.max / unit - 1
      guard let whole = Int(exactly: seconds), abs(whole) <= bound else {
        self.init(rawValue: time < 0 ? .min : .max)
        return
      }
      let rest = Int(((time - seconds) * Double(unit)).rounded())
      self.init(rawValue: whole * unit + rest)
    }

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
