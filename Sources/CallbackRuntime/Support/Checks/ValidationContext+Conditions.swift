// A member whose documentation states a condition: expected where it holds, a finding where it does not.

@_spi(Generated)
extension _ValidationContext {
  /// Checks a string whose documentation states a condition; an empty string counts as absent.
  ///
  /// - Parameters:
  ///   - condition: the condition in words.
  ///   - expected: the mask of the editions that document the member as always present where the condition holds; 0 for an
  ///     optional member.
  public mutating func check(
    _ name: StaticString, _ value: String?, when holds: Bool, _ condition: StaticString,
    expected: UInt64 = 0
  ) {
    let value = CallbackCondition.given(value)
    if applies(name, value, when: holds, condition), value == nil { miss(name, expected) }
  }

  /// Checks a member whose documentation states a condition.
  public mutating func check<T>(
    _ name: StaticString, _ value: T?, when holds: Bool, _ condition: StaticString,
    expected: UInt64 = 0
  ) {
    if applies(name, value, when: holds, condition), value == nil { miss(name, expected) }
  }

  /// Whether a condition holds; reports a member that is present although it does not.
  public mutating func applies<T>(
    _ name: StaticString, _ value: T?, when holds: Bool, _ condition: StaticString
  ) -> Bool {
    applies(name, value != nil, when: holds, "\(condition)")
  }

  package mutating func applies(
    _ name: StaticString, _ isPresent: Bool, when holds: Bool,
    _ condition: @autoclosure () -> String
  ) -> Bool {
    if !holds, isPresent {
      report(name, .condition, .warning, "only documented when \(condition())")
    }
    return holds
  }
}
