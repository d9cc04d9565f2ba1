extension Finding {
  /// The rule that a body violates: a stable identifier to filter by.
  public struct Rule: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The identifier, such as `unknown-code`.
    public var rawValue: String

    /// Creates a rule from its identifier.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The identifier.
    public var description: String { rawValue }
  }
}

extension Finding.Rule {
  /// An undocumented code.
  public static let unknownCode = Finding.Rule(rawValue: "unknown-code")
  /// Undocumented bits of a mask.
  public static let unknownBits = Finding.Rule(rawValue: "unknown-bits")
  /// A value other than the constant that the documentation states.
  public static let constant = Finding.Rule(rawValue: "constant")
  /// A number outside the documented range.
  public static let range = Finding.Rule(rawValue: "range")
  /// A string or an array whose length is outside the documented range.
  public static let length = Finding.Rule(rawValue: "length")
  /// A string with characters outside the documented set.
  public static let characters = Finding.Rule(rawValue: "characters")
  /// A string that does not match the documented pattern.
  public static let pattern = Finding.Rule(rawValue: "pattern")
  /// A documented code that is not documented for this field.
  public static let value = Finding.Rule(rawValue: "value")
  /// A string that does not have the documented format, such as a date and time.
  public static let format = Finding.Rule(rawValue: "format")
  /// A missing member that the documentation requires.
  public static let missing = Finding.Rule(rawValue: "missing")
  /// A member that is present although the condition under which it is documented does not hold.
  public static let condition = Finding.Rule(rawValue: "condition")
  /// An undocumented member.
  public static let unknownField = Finding.Rule(rawValue: "unknown-field")
  /// A member under a name other than the documented one.
  public static let alias = Finding.Rule(rawValue: "alias")
  /// A value of another JSON type than documented, which was converted.
  public static let otherType = Finding.Rule(rawValue: "other-type")
  /// A member of the envelope that failed to decode and became nil.
  public static let wrongType = Finding.Rule(rawValue: "wrong-type")
  /// A `null`, which is decoded as an absent member.
  public static let null = Finding.Rule(rawValue: "null")
  /// A repeated key; the first one counts.
  public static let duplicateKey = Finding.Rule(rawValue: "duplicate-key")
  /// A time whose magnitude suggests another unit than the documented one; its value is not changed.
  public static let unit = Finding.Rule(rawValue: "unit")
  /// A time in a unit that only another source documents; it was converted to the documented unit.
  public static let otherUnit = Finding.Rule(rawValue: "other-unit")
  /// Members found in the enclosing object; they are decoded as members of the object that is documented to contain them.
  public static let flattened = Finding.Rule(rawValue: "flattened")
  /// An undocumented event.
  public static let unknownEvent = Finding.Rule(rawValue: "unknown-event")
  /// A callback of another product.
  public static let otherProduct = Finding.Rule(rawValue: "other-product")
  /// A documented event whose payload failed to decode.
  public static let malformedEvent = Finding.Rule(rawValue: "malformed-event")
}
