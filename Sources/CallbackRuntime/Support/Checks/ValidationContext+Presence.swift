// `expected` is the mask of the editions that document a member; with 0 it may be absent.

extension _ValidationContext {
  /// Checks that a member is there.
  ///
  /// `editions` is the mask of those that document it as always sent.
  public mutating func expect(_ name: StaticString, _ isPresent: Bool, in editions: UInt64) {
    if !isPresent { report(name, .missing, .warning, "missing", editions: editions) }
  }

  /// Checks that a member is there.
  public mutating func check<T>(_ name: StaticString, _ value: T?, expected: UInt64 = 0) {
    if value == nil { miss(name, expected) }
  }

  /// Checks that a member is there, and that its code is documented.
  public mutating func check<T: CodeTable>(
    _ name: StaticString, _ value: T?, expected: UInt64 = 0
  ) {
    guard let value else { return miss(name, expected) }
    checkCode(name, value, 0)
  }

  /// Checks that a member is there, and that its code is documented.
  ///
  /// `listed` is the mask of the editions that list the codes.
  public mutating func check<T: CodeTable>(
    _ name: StaticString, _ value: T?, expected: UInt64 = 0, listed: UInt64
  ) {
    guard let value else { return miss(name, expected) }
    checkCode(name, value, listed)
  }

  /// Checks that a member is there, and that its bits are documented.
  public mutating func check<T: CodeFlags>(
    _ name: StaticString, _ value: T?, expected: UInt64 = 0
  ) {
    guard let value else { return miss(name, expected) }
    checkBits(name, value)
  }

  /// Checks that a member is there, and what is inside of it.
  public mutating func check<T: DocumentedValue>(
    _ name: StaticString, _ value: T?, expected: UInt64 = 0
  ) {
    guard let value else { return miss(name, expected) }
    inside(name) { value._validate(in: &$0) }
  }

  /// Checks that a list is there, and that its codes are documented.
  public mutating func check<T: CodeTable>(
    _ name: StaticString, _ values: [T]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { $0.checkCode("", $1, 0) }
  }

  /// Checks that a list is there, and that the bits of its elements are documented.
  public mutating func check<T: CodeFlags>(
    _ name: StaticString, _ values: [T]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { $0.checkBits("", $1) }
  }

  /// Checks that a list is there, and what is inside of its elements.
  public mutating func check<T: DocumentedValue>(
    _ name: StaticString, _ values: [T]?, expected: UInt64 = 0
  ) {
    guard let values else { return miss(name, expected) }
    each(name, values) { $1._validate(in: &$0) }
  }

  /// Checks that a member is not there, because the condition does not hold under which it is documented.
  ///
  /// `condition` says in words when it is documented.
  public mutating func absent<T>(
    _ name: StaticString, _ value: T?, unless condition: StaticString
  ) {
    outOfPlace(name, value != nil, unless: "\(condition)")
  }

  /// Checks that a member is not there.
  package mutating func outOfPlace(
    _ name: StaticString, _ isPresent: Bool, unless condition: @autoclosure () -> String
  ) {
    guard isPresent else { return }
    report(name, .condition, .warning, "only documented when \(condition())")
  }
}

extension _ValidationContext {
  /// Notes that a member is not there, which `expected` document as always sent.
  package mutating func miss(_ name: StaticString, _ expected: UInt64) {
    if expected != 0 { report(name, .missing, .warning, "missing", editions: expected) }
  }

  private mutating func each<T>(
    _ name: StaticString, _ values: [T], _ check: (inout _ValidationContext, T) -> Void
  ) {
    inside(name) { validator in
      for (index, value) in values.enumerated() {
        validator.inside(index) { check(&$0, value) }
      }
    }
  }

  private mutating func checkCode<T: CodeTable>(
    _ name: StaticString, _ code: T, _ editions: UInt64
  ) {
    if code.isKnown { return }
    unknownCode(
      name, code.rawValue, T.allKnownCases.map(\.rawValue), isListedElsewhere: T.isListedElsewhere,
      editions)
  }

  /// Notes a code that is not documented.
  package mutating func unknownCode<T>(
    _ name: StaticString, _ code: T, _ documented: [T], isListedElsewhere: Bool, _ editions: UInt64
  ) {
    let list = Self.list(documented.map { Self.text($0, isListed: true) })
    report(
      name, .unknownCode, isListedElsewhere ? .notice : .warning,
      "unknown value \(Self.text(code)) (documented: \(list))", editions: editions)
  }

  private mutating func checkBits<T: CodeFlags>(_ name: StaticString, _ flags: T) {
    bits(name, flags.rawValue, documented: T.allKnown.rawValue)
  }

  /// Checks that the bits of a mask are documented.
  package mutating func bits<T: FixedWidthInteger>(
    _ name: StaticString, _ mask: T, documented: T
  ) {
    let unknown = mask & ~documented
    if unknown == 0 { return }
    report(
      name, .unknownBits, .warning, "unknown bits \(unknown) (documented: \(documented))")
  }
}

// MARK: - Words

extension _ValidationContext {
  /// A value as a message shows it: a string in quotes, unless it stands in a list of such.
  package static func text<T>(_ value: T, isListed: Bool = false) -> String {
    if let text = value as? String { return isListed ? text : "\"\(text)\"" }
    return "\(value)"
  }

  /// The first of some values, and how many more there are.
  package static func list(_ values: [String]) -> String {
    let shown = 12
    guard values.count > shown else { return values.joined(separator: ", ") }
    return values.prefix(shown).joined(separator: ", ") + " and \(values.count - shown) more"
  }
}
