/// An open code table: named codes, and room for the ones that nobody has documented yet.
///
/// Two codes are equal when their raw values are. `init(rawValue:)` takes any value, and gives documented ones their name.
public protocol CodeTable: RawRepresentable, _JSONScalar, Codable, Hashable, Sendable
where RawValue: _JSONScalar {
  /// The code of a value.
  init(rawValue: RawValue)

  /// The documented codes, in their order.
  static var allKnownCases: [Self] { get }
  /// Every value means something: there are no unknown codes.
  static var isExhaustive: Bool { get }
  /// The documentation lists further codes on another page.
  static var isListedElsewhere: Bool { get }
  /// The code is documented.
  var isKnown: Bool { get }
  /// What the documentation says about the code, in a line.
  var summary: String? { get }
  /// Whether the code means success or failure, where the documentation says so.
  var outcome: CallbackOutcome? { get }
}

extension CodeTable {
  /// False: there may be unknown codes.
  public static var isExhaustive: Bool { false }
  /// False: the documented codes are all there are.
  public static var isListedElsewhere: Bool { false }
  /// The code is among the documented ones.
  public var isKnown: Bool { Self.isExhaustive || Self.allKnownCases.contains(self) }
  /// Nil: nothing is said about the code.
  public var summary: String? { nil }
  /// Nil: the documentation does not say.
  public var outcome: CallbackOutcome? { nil }

  /// Reads a code, which may be an unknown one.
  @inlinable
  public static func _readJSON(from reader: inout _JSONReader, accepting types: AcceptedJSONTypes) -> Self? {
    guard let raw = RawValue._readJSON(from: &reader, accepting: types) else { return nil }
    return Self(rawValue: raw)
  }

  /// Writes the raw value of a code.
  @inlinable
  public static func _writeJSON(_ value: Self, to writer: inout _JSONWriter) {
    RawValue._writeJSON(value.rawValue, to: &writer)
  }
}
