extension _JSONReader {
  /// A time in one of two units. By its size it is taken to be in the other one when that makes it a time between 1973
  /// and 5138; what is out of both ranges is as declared.
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
    note(.otherUnit, .notice, at: start, "\(other) instead of \(unit)")
    return time
  }
}
