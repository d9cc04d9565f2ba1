/// JSON types that a field accepts besides the documented one; each conversion is reported as `other-type`.
public struct _JSONTypes: OptionSet, Hashable, Sendable {
  /// A bit for each JSON type.
  public let rawValue: UInt8

  /// Creates a set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A string: `"7"` for the number 7, `"true"` for true, JSON text for an object.
  public static let string = _JSONTypes(rawValue: 1)
  /// A number: its digits for a string; 1 and 0 for true and false.
  public static let number = _JSONTypes(rawValue: 2)
  /// A boolean: `true` or `false` for a string; 1 and 0 for a number.
  public static let bool = _JSONTypes(rawValue: 4)
  /// An object: its JSON text for a string, and the object itself for one documented as JSON text inside a string. For raw
  /// JSON it is the documented type, besides which a string with JSON text can be accepted.
  public static let object = _JSONTypes(rawValue: 8)
}
