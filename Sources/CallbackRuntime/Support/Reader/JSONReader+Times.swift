extension _JSONReader {
  /// Reads a time in `unit`. A value that is a time between the years 1973 and 5138 in the other unit is taken to be in that
  /// unit and converted.
  @inline(never)
  @usableFromInline
  package mutating func time(
    in unit: UnixTimeUnit, otherwise other: UnixTimeUnit, _ types: _JSONTypes
  ) -> Int? {
    space()
    let start = position
    guard let value = integer(types) else { return nil }
    return time(value, in: unit, otherwise: other, at: start)
  }

  /// A time in `unit`, converted if it is likelier in the other unit.
  mutating func time(
    _ value: Int, in unit: UnixTimeUnit, otherwise other: UnixTimeUnit, at start: Int
  ) -> Int {
    guard other != unit, other.isLikely(value), let time = other.convert(value, to: unit) else {
      return value
    }
    report(.otherUnit, .notice, at: start, "\(other) instead of \(unit)")
    return time
  }
}
