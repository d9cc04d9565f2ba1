extension Finding {
  /// What a finding is about; a stable word, to filter by.
  public struct Rule: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The word.
    public var rawValue: String

    /// A rule by its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The word.
    public var description: String { rawValue }
  }
}

extension Finding.Rule {
  /// A code that no edition documents.
  public static let unknownCode = Finding.Rule(rawValue: "unknown-code")
  /// Bits of a mask that no edition documents.
  public static let unknownBits = Finding.Rule(rawValue: "unknown-bits")
  /// Another value where the documentation fixes one.
  public static let constant = Finding.Rule(rawValue: "constant")
  /// A value outside of the documented range.
  public static let range = Finding.Rule(rawValue: "range")
  /// A text or a list of another length than documented.
  public static let length = Finding.Rule(rawValue: "length")
  /// A text with characters that are not documented.
  public static let characters = Finding.Rule(rawValue: "characters")
  /// A text that does not match the documented pattern.
  public static let pattern = Finding.Rule(rawValue: "pattern")
  /// A documented code that is not one of those documented at this place.
  public static let value = Finding.Rule(rawValue: "value")
  /// A value whose form is not the documented one, such as a time.
  public static let format = Finding.Rule(rawValue: "format")
  /// A member that the nearest edition documents is not there.
  public static let missing = Finding.Rule(rawValue: "missing")
  /// A member is there although the condition does not hold under which it is documented.
  public static let condition = Finding.Rule(rawValue: "condition")
  /// A member that no edition documents.
  public static let unknownField = Finding.Rule(rawValue: "unknown-field")
  /// A member by a name that is not the documented one.
  public static let alias = Finding.Rule(rawValue: "alias")
  /// A value in a JSON form that is not the documented one, and was read all the same.
  public static let otherType = Finding.Rule(rawValue: "other-type")
  /// A member of the envelope that could not be read, and was left nil.
  public static let wrongType = Finding.Rule(rawValue: "wrong-type")
  /// A null, which counts as absence.
  public static let null = Finding.Rule(rawValue: "null")
  /// A key that was in the object already; the first one counts.
  public static let duplicateKey = Finding.Rule(rawValue: "duplicate-key")
  /// A time that, by its size, is rather one in another unit than the documented one.
  public static let unit = Finding.Rule(rawValue: "unit")
  /// A time in another unit, which some source documents too: it was converted.
  public static let otherUnit = Finding.Rule(rawValue: "other-unit")
  /// The members of an object, beside the member that is documented to hold them.
  public static let flattened = Finding.Rule(rawValue: "flattened")
  /// An event that no edition documents.
  public static let unknownEvent = Finding.Rule(rawValue: "unknown-event")
  /// The callback of another product.
  public static let otherProduct = Finding.Rule(rawValue: "other-product")
  /// A documented event in a shape that no edition documents.
  public static let malformedEvent = Finding.Rule(rawValue: "malformed-event")
}
