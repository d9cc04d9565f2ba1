extension _JSONReader {
  /// Reads a time in one of two units, and converts it to `unit`.
  ///
  /// The value is taken to be in the other unit if that makes it a time between the years 1973 and 5138, and otherwise to be
  /// in `unit`.
  @inline(never)
  @usableFromInline
  mutating func time(
    in unit: UnixTimeUnit, otherwise other: UnixTimeUnit, _ types: _AcceptedJSONTypes
  ) -> Int? {
    space()
    let start = position
    guard let value = integer(types) else { return nil }
    guard other != unit, other.isLikely(value), let time = other.convert(value, to: unit) else {
      return value
    }
    report(.otherUnit, .notice, at: start, "\(other) instead of \(unit)")
    return time
  }
}
