/// A text with parts: one of its documented forms taken apart, or any other text as it is.
///
/// Two are equal when their texts are. What was read is written as it was sent.
public protocol FormattedText: RawRepresentable, _JSONScalar, Codable, CustomStringConvertible
where RawValue == String {
  /// Takes a text apart.
  init(rawValue: String)
  /// The text has one of the documented forms.
  var isRecognized: Bool { get }
}

extension FormattedText {
  /// Takes a text apart.
  public init(_ text: String) { self.init(rawValue: text) }

  /// The text.
  public var description: String { rawValue }

  /// Reads a text; nil for a null, or after a fault.
  public static func _readJSON(from reader: inout _JSONReader, accepting types: AcceptedJSONTypes) -> Self? {
    String._readJSON(from: &reader, accepting: types).map { Self(rawValue: $0) }
  }

  /// Writes the text.
  public static func _writeJSON(_ value: Self, to writer: inout _JSONWriter) {
    String._writeJSON(value.rawValue, to: &writer)
  }
}
