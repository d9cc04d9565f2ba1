// A member under a condition: expected where it holds, out of place where it does not.

extension _ValidationContext {
  /// Checks a member that is documented under a condition. An empty string counts as no value.
  ///
  /// `condition` says it in words. `expected` is the mask of the editions that document the member as always sent where it
  /// holds; 0 if it may be absent there too.
  public mutating func check(
    _ name: StaticString, _ value: String?, when holds: Bool, _ condition: StaticString,
    expected: UInt64 = 0
  ) {
    let value = CallbackCondition.given(value)
    if holds {
      check(name, value, expected: expected)
    } else {
      absent(name, value, unless: condition)
    }
  }

  /// Checks a member that is documented under a condition.
  public mutating func check<T>(
    _ name: StaticString, _ value: T?, when holds: Bool, _ condition: StaticString,
    expected: UInt64 = 0
  ) {
    if holds {
      check(name, value, expected: expected)
    } else {
      absent(name, value, unless: condition)
    }
  }

  /// Checks a code that is documented under a condition.
  public mutating func check<T: CodeTable>(
    _ name: StaticString, _ value: T?, when holds: Bool, _ condition: StaticString,
    expected: UInt64 = 0
  ) {
    if holds {
      check(name, value, expected: expected)
    } else {
      absent(name, value, unless: condition)
    }
  }

  /// Checks a code that is documented under a condition.
  ///
  /// `listed` is the mask of the editions that list the codes.
  public mutating func check<T: CodeTable>(
    _ name: StaticString, _ value: T?, when holds: Bool, _ condition: StaticString,
    expected: UInt64 = 0, listed: UInt64
  ) {
    if holds {
      check(name, value, expected: expected, listed: listed)
    } else {
      absent(name, value, unless: condition)
    }
  }

  /// Checks bits that are documented under a condition.
  public mutating func check<T: CodeFlags>(
    _ name: StaticString, _ value: T?, when holds: Bool, _ condition: StaticString,
    expected: UInt64 = 0
  ) {
    if holds {
      check(name, value, expected: expected)
    } else {
      absent(name, value, unless: condition)
    }
  }

  /// Checks an object that is documented under a condition.
  public mutating func check<T: DocumentedValue>(
    _ name: StaticString, _ value: T?, when holds: Bool, _ condition: StaticString,
    expected: UInt64 = 0
  ) {
    if holds {
      check(name, value, expected: expected)
    } else {
      absent(name, value, unless: condition)
    }
  }

  /// Checks a list of objects that is documented under a condition.
  public mutating func check<T: DocumentedValue>(
    _ name: StaticString, _ value: [T]?, when holds: Bool, _ condition: StaticString,
    expected: UInt64 = 0
  ) {
    if holds {
      check(name, value, expected: expected)
    } else {
      absent(name, value, unless: condition)
    }
  }
}
