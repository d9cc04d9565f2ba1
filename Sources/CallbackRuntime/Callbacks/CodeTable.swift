/// An open enumeration of documented codes: an undocumented value is a case of its own, which keeps the raw value.
///
/// Two codes are equal when their raw values are.
public protocol CodeTable: RawRepresentable, _JSONScalar, Codable, Hashable, Sendable
where RawValue: _JSONScalar {
  /// Creates the documented case of a raw value, or the case for undocumented values.
  init(rawValue: RawValue)

  /// The documented codes, in schema order.
  static var allKnownCases: [Self] { get }
  /// Whether the documentation gives every value a meaning, so that no code is unknown.
  static var isExhaustive: Bool { get }
  /// Whether further codes are documented on a page that the schema leaves out.
  static var isListedElsewhere: Bool { get }
  /// Whether the code is documented.
  var isKnown: Bool { get }
  /// The documented meaning of the code, in one line; nil where the schema has none.
  var summary: String? { get }
  /// Whether the code reports success or failure; nil where the documentation does not say.
  var outcome: CallbackOutcome? { get }
}

extension CodeTable {
  /// False unless the table says otherwise.
  public static var isExhaustive: Bool { false }
  /// False unless the table says otherwise.
  public static var isListedElsewhere: Bool { false }
  /// Whether the code is documented.
  public var isKnown: Bool { Self.isExhaustive || Self.allKnownCases.contains(self) }
  /// Nil unless the table has texts.
  public var summary: String? { nil }
  /// Nil unless the table has outcomes.
  public var outcome: CallbackOutcome? { nil }

  /// Reads a code, documented or not.
  @_spi(Generated) @inlinable
  public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> Self? {
    guard let raw = RawValue._readJSON(from: &reader, accepting: types) else { return nil }
    return Self(rawValue: raw)
  }

  /// Writes the raw value of a code.
  @_spi(Generated) @inlinable
  public static func _writeJSON(_ value: Self, to writer: inout _JSONWriter) {
    RawValue._writeJSON(value.rawValue, to: &writer)
  }
}
