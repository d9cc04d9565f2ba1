/// Further JSON forms that a field is read from, beside its own; each use is a finding `other-type`.
public struct _AcceptedJSONTypes: OptionSet, Hashable, Sendable {
  /// A bit for each form.
  public let rawValue: UInt8

  /// The forms of a mask.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A string: `"7"` for 7, `"true"` for true, and the text of an object for the object.
  public static let string = _AcceptedJSONTypes(rawValue: 1)
  /// A number: its text for a string; 1 and 0 for true and false.
  public static let number = _AcceptedJSONTypes(rawValue: 2)
  /// True or false: their text for a string; 1 and 0 for a number.
  public static let bool = _AcceptedJSONTypes(rawValue: 4)
  /// An object: its text for a string, and the object itself for one that is documented as a text.
  public static let object = _AcceptedJSONTypes(rawValue: 8)
}
