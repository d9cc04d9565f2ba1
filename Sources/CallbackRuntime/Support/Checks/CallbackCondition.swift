/// Documented conditions on the value of another member. A condition on an absent member does not hold.
@_spi(Generated)
public enum CallbackCondition {
  /// Whether a member has one of some values or, negated, another value.
  @inlinable
  package static func holds<T: Equatable>(_ value: T?, in values: [T], isNegated: Bool) -> Bool {
    value.map { values.contains($0) != isNegated } ?? false
  }

  /// A string; nil for an empty one, which counts as absent.
  @inlinable
  package static func given(_ value: String?) -> String? { value?.isEmpty == true ? nil : value }

  /// Whether a member has one of some values.
  @inlinable
  public static func holds<T: Equatable>(_ value: T?, _ values: T...) -> Bool {
    holds(value, in: values, isNegated: false)
  }

  /// Whether a member has a value other than some.
  @inlinable
  public static func holds<T: Equatable>(_ value: T?, not values: T...) -> Bool {
    holds(value, in: values, isNegated: true)
  }

  /// Whether a code, a mask or a time has one of some raw values.
  @inlinable
  public static func holds<T: RawRepresentable>(_ value: T?, _ values: T.RawValue...) -> Bool
  where T.RawValue: Equatable {
    holds(value?.rawValue, in: values, isNegated: false)
  }

  /// Whether a code, a mask or a time has a raw value other than some.
  @inlinable
  public static func holds<T: RawRepresentable>(_ value: T?, not values: T.RawValue...) -> Bool
  where T.RawValue: Equatable {
    holds(value?.rawValue, in: values, isNegated: true)
  }

  /// Whether a string is one of some values.
  public static func holds(_ value: String?, _ values: String...) -> Bool {
    holds(given(value), in: values, isNegated: false)
  }

  /// Whether a string is present, not empty, and not one of some values.
  public static func holds(_ value: String?, not values: String...) -> Bool {
    holds(given(value), in: values, isNegated: true)
  }
}
