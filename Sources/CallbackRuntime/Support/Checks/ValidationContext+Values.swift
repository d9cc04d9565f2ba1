// One function for each limit, with its message: generated code calls it with the values of a type, the interpreter of a
// schema with those that it read.

extension _ValidationContext {
  /// Checks that a member has the one value that is documented.
  ///
  /// - Parameter editions: The mask of the editions that say so; 0 for all.
  public mutating func constant<T: Equatable>(
    _ name: StaticString, _ value: T?, _ expected: T, editions: UInt64 = 0
  ) {
    guard let value, value != expected else { return }
    otherConstant(name, value, expected, editions)
  }

  /// Notes another value than the one that is documented.
  package mutating func otherConstant<T>(
    _ name: StaticString, _ value: T, _ expected: T, _ editions: UInt64
  ) {
    report(
      name, .constant, .warning, "\(Self.raw(value)) instead of \(Self.raw(expected))",
      editions: editions)
  }

  /// Checks that a code is one of those that are documented at this place. An unknown code is another finding's matter.
  public mutating func values<T: CodeTable>(
    _ name: StaticString, _ value: T?, _ documented: [T], editions: UInt64 = 0
  ) {
    guard let value, value.isKnown, !documented.contains(value) else { return }
    notListed(name, value.rawValue, documented.map(\.rawValue), editions)
  }

  /// Notes a documented code that is not one of those that are documented at this place.
  package mutating func notListed<T>(
    _ name: StaticString, _ value: T, _ documented: [T], _ editions: UInt64 = 0
  ) {
    let list = Self.list(documented.map { Self.text($0, isListed: true) })
    report(
      name, .value, .warning, "\(Self.text(value)) here (documented: \(list))", editions: editions)
  }

  /// Checks that a value is one of those that are documented.
  public mutating func values<T: _JSONScalar>(
    _ name: StaticString, _ value: T?, _ documented: [T], editions: UInt64 = 0
  ) {
    guard let value, !documented.contains(value) else { return }
    let list = Self.list(documented.map { Self.text($0, isListed: true) })
    report(
      name, .value, .warning, "\(Self.text(value)) (documented: \(list))", editions: editions)
  }

  // MARK: - Numbers

  /// Checks that a value lies between two, or is one of them.
  public mutating func range<T: Comparable>(
    _ name: StaticString, _ value: T?, _ range: ClosedRange<T>
  ) {
    self.range(name, value, from: range.lowerBound, through: range.upperBound)
  }

  /// Checks that a value is not below a bound.
  public mutating func range<T: Comparable>(
    _ name: StaticString, _ value: T?, _ range: PartialRangeFrom<T>
  ) {
    self.range(name, value, from: range.lowerBound, through: nil)
  }

  /// Checks that a value is not above a bound.
  public mutating func range<T: Comparable>(
    _ name: StaticString, _ value: T?, _ range: PartialRangeThrough<T>
  ) {
    self.range(name, value, from: nil, through: range.upperBound)
  }

  /// Checks that a value lies within bounds; an open end is nil.
  package mutating func range<T: Comparable>(
    _ name: StaticString, _ value: T?, from lower: T?, through upper: T?
  ) {
    guard let value, !Self.isWithin(value, lower, upper) else { return }
    report(
      name, .range, .warning, "\(value) (documented: \(Self.phrase(lower, upper)))")
  }

  /// Checks that a time is not rather one in another unit: by its size, which makes it one between 1973 and 5138.
  public mutating func unit<T: UnixTime>(_ name: StaticString, _ value: T?) {
    unit(name, value?.rawValue, T.unit)
  }

  /// Checks that a time is not rather one in another unit.
  package mutating func unit(_ name: StaticString, _ value: Int?, _ unit: UnixTimeUnit) {
    guard let value, let other = unit.likelier(for: value) else { return }
    report(name, .unit, .warning, "\(value) looks like \(other), not \(unit)")
  }

  // MARK: - Lengths

  /// Checks how many characters a text has.
  public mutating func length(
    _ name: StaticString, _ value: String?, _ range: ClosedRange<Int>
  ) {
    length(name, value, from: range.lowerBound, through: range.upperBound)
  }

  /// Checks that a text has some characters at least.
  public mutating func length(
    _ name: StaticString, _ value: String?, _ range: PartialRangeFrom<Int>
  ) {
    length(name, value, from: range.lowerBound, through: nil)
  }

  /// Checks how many elements a list has.
  public mutating func length<T>(
    _ name: StaticString, _ value: [T]?, _ range: ClosedRange<Int>
  ) {
    length(name, value, from: range.lowerBound, through: range.upperBound)
  }

  /// Checks that a list has some elements at least.
  public mutating func length<T>(
    _ name: StaticString, _ value: [T]?, _ range: PartialRangeFrom<Int>
  ) {
    length(name, value, from: range.lowerBound, through: nil)
  }

  /// Checks how many characters a text has; an open end is nil.
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

  // MARK: - Texts

  /// Checks that a text has none but the documented characters.
  ///
  /// `documented` lists characters and ranges of them: `a-zA-Z0-9_.`; a minus sign stands first or last.
  public mutating func characters(
    _ name: StaticString, _ value: String?, _ documented: StaticString
  ) {
    characters(name, value, documented: documented.description)
  }

  /// Checks that a text has none but the documented characters.
  package mutating func characters(
    _ name: StaticString, _ value: String?, documented: String
  ) {
    guard let value else { return }
    let set = CharacterRanges(documented)
    guard let other = value.unicodeScalars.first(where: { !set.contains($0) }) else { return }
    report(
      name, .characters, .warning, "'\(other)' in \"\(value)\" (documented: \(documented))")
  }

  /// Checks that a text matches a pattern as a whole.
  public mutating func pattern(_ name: StaticString, _ value: String?, _ pattern: _Pattern) {
    guard let value, !pattern.matches(value) else { return }
    report(
      name, .pattern, .warning,
      "\"\(value)\" does not match the pattern (documented: \(pattern.text))")
  }

  /// Checks that a text is a date and time of RFC 3339.
  public mutating func format(_ name: StaticString, _ value: RFC3339Time?) {
    guard let value, value.sinceEpoch == nil else { return }
    report(
      name, .format, .warning, "\"\(value)\" is no time of RFC 3339")
  }

  /// Checks that a text has one of the documented forms.
  public mutating func format<T: FormattedText>(
    _ name: StaticString, _ value: T?
  ) {
    guard let value, !value.isRecognized else { return }
    noForm(name, "\(value)")
  }

  /// Notes a text that has none of the documented forms.
  package mutating func noForm(_ name: StaticString, _ value: String) {
    report(
      name, .format, .notice, "\"\(value)\" has none of the documented forms")
  }

  // MARK: - Words

  private static func isWithin<T: Comparable>(_ value: T, _ lower: T?, _ upper: T?) -> Bool {
    lower.map { value >= $0 } ?? true && upper.map { value <= $0 } ?? true
  }

  private static func phrase<T>(_ lower: T?, _ upper: T?) -> String {
    switch (lower, upper) {
    case (let lower?, let upper?): "\(lower) to \(upper)"
    case (let lower?, nil): "at least \(lower)"
    case (nil, let upper?): "at most \(upper)"
    case (nil, nil): "any"
    }
  }

  /// A value as a message shows it; a code by its raw value.
  private static func raw<T>(_ value: T) -> String {
    if let code = value as? any RawRepresentable { return text(code.rawValue) }
    return text(value)
  }
}
