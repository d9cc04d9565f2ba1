/// A string with parts, such as a file name: parsed by one of its documented forms, or any other string unchanged.
///
/// Encoding writes the string as it was received.
public protocol FormattedText: RawRepresentable, _JSONScalar, Codable, CustomStringConvertible
where RawValue == String {
  /// Parses a string; one in no documented form is kept unchanged.
  init(rawValue: String)
  /// Whether the string has one of the documented forms.
  var isRecognized: Bool { get }
}

extension FormattedText {
  /// Parses a string; one in no documented form is kept unchanged.
  public init(_ text: String) { self.init(rawValue: text) }

  /// The string.
  public var description: String { rawValue }

  /// Reads a string; nil for `null` and after an error.
  @_spi(Generated) public static func _readJSON(
    from reader: inout _JSONReader, accepting types: _AcceptedJSONTypes
  ) -> Self? {
    String._readJSON(from: &reader, accepting: types).map { Self(rawValue: $0) }
  }

  /// Writes the string.
  @_spi(Generated) public static func _writeJSON(_ value: Self, to writer: inout _JSONWriter) {
    String._writeJSON(value.rawValue, to: &writer)
  }
}
