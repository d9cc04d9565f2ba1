/// A problem in a source text: its position, a message and a fix.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    /// The schema is invalid; nothing is generated.
    case error
    /// A probable mistake in a valid schema.
    case warning
    /// A suggestion.
    case hint
  }

  /// A related position, such as that of the first definition.
  public struct Note: Hashable, Sendable {
    public var message: String
    public var range: SourceRange?

    public init(message: String, range: SourceRange?) {
      self.message = message
      self.range = range
    }
  }

  public var severity: Severity
  public var code: DiagnosticCode
  public var message: String
  public var range: SourceRange
  public var notes: [Note] = []
  /// The correction, if there is exactly one.
  public var fix: String?
}
