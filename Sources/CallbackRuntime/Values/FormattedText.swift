/// A string with documented parts, such as a file name made of a room and a time.
///
/// A string that matches one of the documented templates is split into its parts; any other string is kept unchanged. Both
/// are encoded as received.
public protocol FormattedText: RawRepresentable, _JSONScalar, Codable, CustomStringConvertible
where RawValue == String {
  /// Parses a string; one that matches no documented template is kept unchanged.
  init(rawValue: String)
  /// Whether the string matches one of the documented templates.
  var isRecognized: Bool { get }
}

extension FormattedText {
  /// Parses a string; one that matches no documented template is kept unchanged.
  public init(_ text: String) { self.init(rawValue: text) }

  /// The string.
  public var description: String { rawValue }
}
