// `expected` is the mask of the editions that document a member as always present; 0 for an optional member.

@_spi(Generated)
extension _ValidationContext {
  /// Reports a missing member.
  ///
  /// - Parameter editions: the mask of the editions that document it as always present.
  public mutating func expect(_ name: StaticString, _ isPresent: Bool, in editions: UInt64) {
    if !isPresent { report(name, .missing, .warning, "missing", editions: editions) }
  }

  /// Reports a missing member, or an undocumented code.
  ///
  /// - Parameter listed: the mask of the editions that list the codes; 0 if all do.
  public mutating func check<T: CodeTable>(
    _ name: StaticString, _ value: T?, expected: UInt64 = 0, listed: UInt64 = 0
  ) {
    guard let value else { return miss(name, expected) }
    checkCode(name, value, listed)
  }

  /// Reports a missing member, or undocumented bits.
  public mutating func check<T: CodeFlags>(
    _ name: StaticString, _ value: T?, expected: UInt64 = 0
  ) {
    guard let value else { return miss(name, expected) }
    bits(name, value.rawValue, documented: T.allKnown.rawValue)
  }

  /// Reports a missing object, or validates it.
  public mutating func check<T: DocumentedValue>(
    _ name: StaticString, _ value: T?, expected: UInt64 = 0
  ) {
    guard let value else { return miss(name, expected) }
    inside(name) { value._validate(in: &$0) }
  }

  /// Reports a missing list, or the undocumented codes in it.
  public mutating func check<T: CodeTable>(
    _ name: StaticString, _ values: [T]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { $0.checkCode("", $1, 0) }
  }

  /// Reports a missing list, or the undocumented bits of its elements.
  public mutating func check<T: CodeFlags>(
    _ name: StaticString, _ values: [T]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { $0.bits("", $1.rawValue, documented: T.allKnown.rawValue) }
  }

  /// Reports a missing list, or validates its elements.
  public mutating func check<T: DocumentedValue>(
    _ name: StaticString, _ values: [T]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { $1._validate(in: &$0) }
  }
}

extension _ValidationContext {
  /// Reports a missing member if any edition expects it.
  package mutating func miss(_ name: StaticString, _ expected: UInt64) {
    if expected != 0 { report(name, .missing, .warning, "missing", editions: expected) }
  }

  mutating func each<T>(
    _ name: StaticString, _ values: [T], _ check: (inout _ValidationContext, T) -> Void
  ) {
    inside(name) { context in
      for (index, value) in values.enumerated() {
        context.enter(element: index)
        check(&context, value)
        context.leave()
      }
    }
  }

  mutating func checkCode<T: CodeTable>(
    _ name: StaticString, _ code: T, _ editions: UInt64
  ) {
    if code.isKnown { return }
    unknownCode(
      name, code.rawValue, T.allKnownCases.map(\.rawValue), isListedElsewhere: T.isListedElsewhere,
      editions)
  }

  /// Reports an undocumented code.
  package mutating func unknownCode<T>(
    _ name: StaticString, _ code: T, _ documented: [T], isListedElsewhere: Bool, _ editions: UInt64
  ) {
    report(
      name, .unknownCode, isListedElsewhere ? .notice : .warning,
      "unknown value \(Self.text(code)) (documented: \(Self.list(documented)))", editions: editions)
  }

  /// Reports undocumented bits of a mask.
  package mutating func bits<T: FixedWidthInteger>(
    _ name: StaticString, _ mask: T, documented: T
  ) {
    let unknown = mask & ~documented
    if unknown == 0 { return }
    report(
      name, .unknownBits, .warning, "unknown bits \(unknown) (documented: \(documented))")
  }
}

// MARK: - Messages

extension _ValidationContext {
  /// The text of a value in a message; a string is quoted.
  package static func text<T>(_ value: T) -> String {
    if let text = value as? String { "\"\(text)\"" } else { "\(value)" }
  }

  /// The first values, without quotes, and the number of further ones.
  static func list<T>(_ values: [T]) -> String {
    let shown = values.prefix(12).map { "\($0)" }.joined(separator: ", ")
    return values.count > 12 ? "\(shown) and \(values.count - 12) more" : shown
  }
}
