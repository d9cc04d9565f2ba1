/// Conditions on members that may be absent, for generated code.
public enum CallbackCondition {
  /// Whether a member has one of some values, or with `isNegated` none of them. On an absent one no condition holds.
  package static func holds<T: Equatable>(_ value: T?, in values: [T], isNegated: Bool) -> Bool {
    value.map { values.contains($0) != isNegated } ?? false
  }

  /// The text of a member that has one: an empty one counts as no value.
  package static func given(_ value: String?) -> String? { value?.isEmpty == true ? nil : value }

  /// Whether a member has one of some values. An absent one has none.
  public static func holds<T: Equatable>(_ value: T?, _ values: T...) -> Bool {
    holds(value, in: values, isNegated: false)
  }

  /// Whether a member has none of some values. On an absent one no condition holds.
  public static func holds<T: Equatable>(_ value: T?, not values: T...) -> Bool {
    holds(value, in: values, isNegated: true)
  }

  /// Whether a code is one of some values, as on the wire.
  public static func holds<T: CodeTable>(_ value: T?, _ values: T.RawValue...) -> Bool {
    holds(value?.rawValue, in: values, isNegated: false)
  }

  /// Whether a code is none of some values, as on the wire. On an absent one no condition holds.
  public static func holds<T: CodeTable>(_ value: T?, not values: T.RawValue...) -> Bool {
    holds(value?.rawValue, in: values, isNegated: true)
  }

  /// Whether bits are one of some values, as on the wire.
  public static func holds<T: CodeFlags>(_ value: T?, _ values: T.RawValue...) -> Bool {
    holds(value?.rawValue, in: values, isNegated: false)
  }

  /// Whether bits are none of some values, as on the wire. On an absent member no condition holds.
  public static func holds<T: CodeFlags>(_ value: T?, not values: T.RawValue...) -> Bool {
    holds(value?.rawValue, in: values, isNegated: true)
  }

  /// Whether a text is one of some values. An empty one is none.
  public static func holds(_ value: String?, _ values: String...) -> Bool {
    holds(given(value), in: values, isNegated: false)
  }

  /// Whether a text is none of some values. On an absent or empty one no condition holds.
  public static func holds(_ value: String?, not values: String...) -> Bool {
    holds(given(value), in: values, isNegated: true)
  }
}
