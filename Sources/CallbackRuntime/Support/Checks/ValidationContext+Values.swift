// One function for each constraint, with its message. Generated code calls it with typed values, the interpreter of a schema
// with the values that it read.

@_spi(Generated)
extension _ValidationContext {
  /// Reports a value other than the documented constant.
  ///
  /// - Parameter editions: the mask of the editions that document the constant; 0 for all.
  public mutating func constant<T: Equatable>(
    _ name: StaticString, _ value: T?, _ expected: T, editions: UInt64 = 0
  ) {
    guard let value, value != expected else { return }
    otherConstant(name, value, expected, editions)
  }

  /// Reports a value other than the documented constant.
  package mutating func otherConstant<T>(
    _ name: StaticString, _ value: T, _ expected: T, _ editions: UInt64
  ) {
    report(
      name, .constant, .warning, "\(Self.raw(value)) instead of \(Self.raw(expected))",
      editions: editions)
  }

  /// Reports a documented code that is not documented for this field; an unknown code is another finding.
  public mutating func values<T: CodeTable>(
    _ name: StaticString, _ value: T?, _ documented: [T]
  ) {
    guard let value, value.isKnown, !documented.contains(value) else { return }
    notListed(name, value.rawValue, documented.map(\.rawValue))
  }

  /// Reports a code that is not documented for this field.
  package mutating func notListed<T>(_ name: StaticString, _ value: T, _ documented: [T]) {
    report(
      name, .value, .warning, "\(Self.text(value)) here (documented: \(Self.list(documented)))")
  }

  // MARK: - Numbers

  /// Reports a value outside a range.
  public mutating func range<R: RangeExpression>(
    _ name: StaticString, _ value: R.Bound?, _ range: R
  ) {
    guard let value, !range.contains(value) else { return }
    let (lower, upper) = Self.ends(of: range)
    self.range(name, value, from: lower, through: upper)
  }

  /// Reports a value outside its bounds; an open end is nil.
  package mutating func range<T: Comparable>(
    _ name: StaticString, _ value: T?, from lower: T?, through upper: T?
  ) {
    guard let value, !Self.isWithin(value, lower, upper) else { return }
    report(
      name, .range, .warning, "\(value) (documented: \(Self.phrase(lower, upper)))")
  }

  /// Reports a time that lies between 1973 and 5138 in another unit only.
  public mutating func unit<T: UnixTime>(_ name: StaticString, _ value: T?) {
    unit(name, value?.rawValue, T.unit)
  }

  /// Reports a time that lies between 1973 and 5138 in another unit only.
  package mutating func unit(_ name: StaticString, _ value: Int?, _ unit: UnixTimeUnit) {
    guard let value, let other = unit.likelier(for: value) else { return }
    report(name, .unit, .warning, "\(value) looks like \(other), not \(unit)")
  }

  // MARK: - Lengths

  /// Reports a string of undocumented length, in Unicode scalars.
  public mutating func length(
    _ name: StaticString, _ value: String?, _ range: some RangeExpression<Int>
  ) {
    guard let value, !range.contains(value.unicodeScalars.count) else { return }
    let (lower, upper) = Self.ends(of: range)
    length(name, value, from: lower ?? 0, through: upper)
  }

  /// Reports a list of undocumented length.
  public mutating func length<T>(
    _ name: StaticString, _ value: [T]?, _ range: some RangeExpression<Int>
  ) {
    guard let value, !range.contains(value.count) else { return }
    let (lower, upper) = Self.ends(of: range)
    length(name, value, from: lower ?? 0, through: upper)
  }

  /// Reports a string of undocumented length; an open end is nil.
  package mutating func length(
    _ name: StaticString, _ value: String?, from lower: Int, through upper: Int?
  ) {
    length(name, value?.unicodeScalars.count, "characters", lower, upper)
  }

  /// Checks how many elements a list has; an open end is nil.
  package mutating func length<T>(
    _ name: StaticString, _ value: [T]?, from lower: Int, through upper: Int?
  ) {
    length(name, value?.count, "elements", lower, upper)
  }

  private mutating func length(
    _ name: StaticString, _ count: Int?, _ counted: StaticString, _ lower: Int, _ upper: Int?
  ) {
    guard let count, !Self.isWithin(count, lower, upper) else { return }
    let documented = lower == upper ? "\(lower)" : Self.phrase(lower, upper)
    report(
      name, .length, .warning, "\(count) \(counted) (documented: \(documented))")
  }

  // MARK: - Strings

  /// Reports an undocumented character.
  ///
  /// - Parameter documented: characters and ranges: `a-zA-Z0-9_.`; a literal minus sign is first or last.
  public mutating func characters(
    _ name: StaticString, _ value: String?, _ documented: StaticString
  ) {
    characters(name, value, documented: documented.description)
  }

  /// Reports an undocumented character.
  package mutating func characters(
    _ name: StaticString, _ value: String?, documented: String
  ) {
    guard let value else { return }
    let set = CharacterRanges(documented)
    guard let other = value.unicodeScalars.first(where: { !set.contains($0) }) else { return }
    report(
      name, .characters, .warning, "'\(other)' in \"\(value)\" (documented: \(documented))")
  }

  /// Reports a string that does not match a pattern as a whole.
  public mutating func pattern(_ name: StaticString, _ value: String?, _ pattern: Pattern) {
    guard let value, !pattern.matches(value) else { return }
    report(
      name, .pattern, .warning,
      "\"\(value)\" does not match the pattern (documented: \(pattern.text))")
  }

  /// Reports a string that is not a date and time of RFC 3339.
  public mutating func format(_ name: StaticString, _ value: RFC3339Time?) {
    guard let value, value.sinceEpoch == nil else { return }
    report(
      name, .format, .warning, "\"\(value)\" is no time of RFC 3339")
  }

  /// Reports a string in none of the documented forms.
  public mutating func format<T: FormattedText>(
    _ name: StaticString, _ value: T?
  ) {
    guard let value, !value.isRecognized else { return }
    noForm(name, "\(value)")
  }

  /// Reports a string in none of the documented forms.
  package mutating func noForm(_ name: StaticString, _ value: String) {
    report(
      name, .format, .notice, "\"\(value)\" has none of the documented forms")
  }

  // MARK: - Messages

  private static func isWithin<T: Comparable>(_ value: T, _ lower: T?, _ upper: T?) -> Bool {
    lower.map { value >= $0 } ?? true && upper.map { value <= $0 } ?? true
  }

  /// The ends of a range; nil for an open one.
  private static func ends<R: RangeExpression>(of range: R) -> (R.Bound?, R.Bound?) {
    switch range {
    case let range as ClosedRange<R.Bound>: (range.lowerBound, range.upperBound)
    case let range as PartialRangeFrom<R.Bound>: (range.lowerBound, nil)
    case let range as PartialRangeThrough<R.Bound>: (nil, range.upperBound)
    default: (nil, nil)
    }
  }

  private static func phrase<T>(_ lower: T?, _ upper: T?) -> String {
    switch (lower, upper) {
    case (let lower?, let upper?): "\(lower) to \(upper)"
    case (let lower?, nil): "at least \(lower)"
    case (nil, let upper?): "at most \(upper)"
    case (nil, nil): "any"
    }
  }

  /// The text of a value in a message; a code is shown by its raw value.
  private static func raw<T>(_ value: T) -> String {
    if let code = value as? any RawRepresentable { return text(code.rawValue) }
    return text(value)
  }
}
