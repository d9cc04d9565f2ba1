/// Diagnostics as workflow commands of GitHub Actions.
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
