/// Diagnostics as a JSON array.
enum JSONDiagnostics {
  static func render(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    return "[\n" + diagnostics.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
  }

  private static func object(_ diagnostic: Diagnostic) -> String {
    var members = [
      "\"severity\": \(string(diagnostic.severity.rawValue))",
      "\"code\": \(string(diagnostic.code.id))",
      "\"message\": \(string(diagnostic.message))",
    ]
    members += place(diagnostic.range)
    let notes = diagnostic.notes.map { note in
      "{"
        + (["\"message\": \(string(note.message))"] + (note.range.map(place) ?? [])).joined(
          separator: ", ") + "}"
    }
    members.append("\"notes\": [\(notes.joined(separator: ", "))]")
    if let fix = diagnostic.fix { members.append("\"fix\": \(string(fix))") }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func place(_ range: SourceRange) -> [String] {
    [
      "\"path\": \(string(range.path))", "\"line\": \(range.start.line)",
      "\"column\": \(range.start.column)",
      "\"endLine\": \(range.end.line)", "\"endColumn\": \(range.end.column)",
    ]
  }

  private static func string(_ text: String) -> String { JSONValue.quoted(text) }
}

/// Diagnostics as annotations of a pull request.
enum GitHubDiagnostics {
  static func render(_ diagnostic: Diagnostic) -> String {
    let level: GitHubAnnotation.Level =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .hint: .notice
      }
    return GitHubAnnotation.command(
      level, at: diagnostic.range, endLine: diagnostic.range.end.line, title: diagnostic.code.id,
      message: diagnostic.message + (diagnostic.fix.map { " (\($0))" } ?? ""))
  }
}
