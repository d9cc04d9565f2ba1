/// Diagnostics as workflow commands of GitHub Actions.
enum GitHubDiagnostics {
  static func render(_ diagnostic: Diagnostic) -> String {
    let level: GitHubAnnotation.Level =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .hint: .notice
      }
    let range = diagnostic.range
    return GitHubAnnotation.command(
      level, path: range.path, line: range.start.line, column: range.start.column,
      endLine: range.end.line, title: diagnostic.code.id,
      message: diagnostic.message + (diagnostic.fix.map { " (\($0))" } ?? ""))
  }
}
