/// A problem with a source text: where, what, and the way out.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    /// Nothing is made of the schema.
    case error
    /// Something that is hardly meant.
    case warning
    /// Something that could be better.
    case hint
  }

  /// A second place that has to do with it: "first declared here".
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
  /// What to do, where there is one thing to do.
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

/// What kind of problem a diagnostic is about. Codes are stable: scripts may rely on them.
public struct DiagnosticCode: Hashable, Sendable {
  /// `duplicate-key`
  public let id: String
  /// One sentence.
  public let summary: String
  /// What it means, and how to mend it.
  public let explanation: String

  public init(id: String, summary: String, explanation: String) {
    self.id = id
    self.summary = summary
    self.explanation = explanation
  }
}

/// Collects what is found, each problem once.
public struct Diagnostics: Sendable {
  public private(set) var all: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  public init() {}

  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// By file, place and code.
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
