// `editions` is the mask of the editions that say so; 0 for all.

extension _ValidationContext {
  /// Checks that a member has the one value that is documented.
  public mutating func constant<T: Equatable>(
    _ name: StaticString, _ value: T?, _ expected: T, editions: UInt64 = 0
  ) {
    guard let value, value != expected else { return }
    report(
      name, .constant, .warning, "\(Self.raw(value)) instead of \(Self.raw(expected))",
      editions: editions)
  }

  /// Checks that a code is one of those that are documented at this place. An unknown code is another finding's matter.
  public mutating func values<T: CodeTable>(
    _ name: StaticString, _ value: T?, _ documented: [T], editions: UInt64 = 0
  ) {
    guard let value, value.isKnown, !documented.contains(value) else { return }
    let list = Self.list(documented.map { Self.text($0.rawValue, isListed: true) })
    report(
      name, .value, .warning, "\(Self.text(value.rawValue)) here (documented: \(list))",
      editions: editions)
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

  /// Checks that a value lies between two, or is one of them.
  public mutating func range<T: Comparable>(
    _ name: StaticString, _ value: T?, _ range: ClosedRange<T>, editions: UInt64 = 0
  ) {
    guard let value, !range.contains(value) else { return }
    outside(name, value, "\(range.lowerBound) to \(range.upperBound)", editions)
  }

  /// Checks that a value is not below a bound.
  public mutating func range<T: Comparable>(
    _ name: StaticString, _ value: T?, _ range: PartialRangeFrom<T>, editions: UInt64 = 0
  ) {
    guard let value, !range.contains(value) else { return }
    outside(name, value, "at least \(range.lowerBound)", editions)
  }

  /// Checks that a value is not above a bound.
  public mutating func range<T: Comparable>(
    _ name: StaticString, _ value: T?, _ range: PartialRangeThrough<T>, editions: UInt64 = 0
  ) {
    guard let value, !range.contains(value) else { return }
    outside(name, value, "at most \(range.upperBound)", editions)
  }

  /// Checks how many characters a text has.
  public mutating func length(
    _ name: StaticString, _ value: String?, _ range: ClosedRange<Int>, editions: UInt64 = 0
  ) {
    guard let count = value?.unicodeScalars.count, !range.contains(count) else { return }
    long(name, "\(count) characters", range, editions)
  }

  /// Checks that a text has some characters at least.
  public mutating func length(
    _ name: StaticString, _ value: String?, _ range: PartialRangeFrom<Int>, editions: UInt64 = 0
  ) {
    guard let count = value?.unicodeScalars.count, !range.contains(count) else { return }
    report(
      name, .length, .warning, "\(count) characters (documented: at least \(range.lowerBound))",
      editions: editions)
  }

  /// Checks how many elements a list has.
  public mutating func length<T>(
    _ name: StaticString, _ value: [T]?, _ range: ClosedRange<Int>, editions: UInt64 = 0
  ) {
    guard let count = value?.count, !range.contains(count) else { return }
    long(name, "\(count) elements", range, editions)
  }

  /// Checks that a text has none but the documented characters.
  ///
  /// `documented` lists characters and ranges of them: `a-zA-Z0-9_.`; a minus sign stands first or last.
  public mutating func characters(
    _ name: StaticString, _ value: String?, _ documented: StaticString, editions: UInt64 = 0
  ) {
    guard let value else { return }
    let set = CharacterRanges(documented.description)
    guard let other = value.unicodeScalars.first(where: { !set.contains($0) }) else { return }
    report(
      name, .characters, .warning, "'\(other)' in \"\(value)\" (documented: \(documented))",
      editions: editions)
  }

  /// Checks that a time is not rather one in another unit: by its size, which makes it one between 1973 and 5138.
  public mutating func unit<T: UnixTime>(_ name: StaticString, _ value: T?) {
    guard let value, let other = T.unit.likelier(for: value.rawValue) else { return }
    report(name, .unit, .warning, "\(value) looks like \(other), not \(T.unit)")
  }

  /// Checks that a text is a date and time of RFC 3339.
  public mutating func format(_ name: StaticString, _ value: RFC3339Time?, editions: UInt64 = 0) {
    guard let value, value.sinceEpoch == nil else { return }
    report(
      name, .format, .warning, "\"\(value)\" is no time of RFC 3339", editions: editions)
  }

  /// Checks that a text has one of the documented forms.
  public mutating func format<T: FormattedText>(
    _ name: StaticString, _ value: T?, editions: UInt64 = 0
  ) {
    guard let value, !value.isRecognized else { return }
    report(
      name, .format, .notice, "\"\(value)\" has none of the documented forms", editions: editions)
  }

  /// Checks that a list has some elements at least.
  public mutating func length<T>(
    _ name: StaticString, _ value: [T]?, _ range: PartialRangeFrom<Int>, editions: UInt64 = 0
  ) {
    guard let count = value?.count, !range.contains(count) else { return }
    report(
      name, .length, .warning, "\(count) elements (documented: at least \(range.lowerBound))",
      editions: editions)
  }

  private mutating func outside<T>(
    _ name: StaticString, _ value: T, _ range: String, _ editions: UInt64
  ) {
    report(name, .range, .warning, "\(value) (documented: \(range))", editions: editions)
  }

  private mutating func long(
    _ name: StaticString, _ found: String, _ range: ClosedRange<Int>, _ editions: UInt64
  ) {
    let bounds =
      range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    report(name, .length, .warning, "\(found) (documented: \(bounds))", editions: editions)
  }

  /// A value as a message shows it; a code by its raw value.
  private static func raw<T>(_ value: T) -> String {
    if let code = value as? any RawRepresentable { return text(code.rawValue) }
    return text(value)
  }
}

/// A set of characters, written as characters and ranges of them.
package struct CharacterRanges {
  private var ranges: [ClosedRange<Unicode.Scalar>] = []

  package init(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.popFirst() {
      if rest.first == "-", let last = rest.dropFirst().first, last >= first {
        ranges.append(first...last)
        rest = rest.dropFirst(2)
      } else {
        ranges.append(first...first)
      }
    }
  }

  package func contains(_ character: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(character) }
  }

  /// Whether every character of the other set is in this one.
  package func covers(_ other: CharacterRanges) -> Bool {
    other.ranges.allSatisfy { range in
      (range.lowerBound.value...range.upperBound.value).allSatisfy { value in
        Unicode.Scalar(value).map(contains) ?? true
      }
    }
  }
}
