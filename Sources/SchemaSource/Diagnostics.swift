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

  /// Reports all diagnostics of another collection.
  public mutating func report(_ others: Diagnostics) {
    for diagnostic in others.all { report(diagnostic) }
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
