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
  public var notes: [Note]
  /// The correction, if there is exactly one.
  public var fix: String?

  public init(
    severity: Severity, code: DiagnosticCode, message: String, range: SourceRange,
    notes: [Note] = [], fix: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.notes = notes
    self.fix = fix
  }
}

/// The kind of a diagnostic. Codes are stable for scripts.
public struct DiagnosticCode: Hashable, Sendable {
  /// The code, such as `duplicate-key`.
  public let id: String
  /// The problem in one sentence.
  public let summary: String
  /// The cause and the correction.
  public let explanation: String

  public init(id: String, summary: String, explanation: String) {
    self.id = id
    self.summary = summary
    self.explanation = explanation
  }
}

/// A collection of diagnostics without duplicates.
public struct Diagnostics: Sendable {
  public private(set) var all: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  public init() {}

  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// The diagnostics ordered by file, position and code.
  public var sorted: [Diagnostic] {
    all.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      if a.range != b.range { return a.range < b.range }
      if a.code.id != b.code.id { return a.code.id < b.code.id }
      return first.offset < second.offset
    }.map(\.element)
  }

  public mutating func report(_ diagnostic: Diagnostic) {
    guard known.insert(diagnostic).inserted else { return }
    all.append(diagnostic)
  }

  public mutating func error(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange,
    notes: [Diagnostic.Note] = [], fix: String? = nil
  ) {
    report(
      Diagnostic(
        severity: .error, code: code, message: message, range: range, notes: notes, fix: fix))
  }

  public mutating func warning(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange,
    notes: [Diagnostic.Note] = [], fix: String? = nil
  ) {
    report(
      Diagnostic(
        severity: .warning, code: code, message: message, range: range, notes: notes, fix: fix))
  }
}
