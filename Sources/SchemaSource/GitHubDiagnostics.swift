/// Diagnostics as workflow commands of GitHub Actions.
package enum GitHubDiagnostics {
  static func render(_ diagnostic: Diagnostic) -> String {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .hint: "notice"
      }
    let range = diagnostic.range
    let properties =
      "file=\(property(range.path)),line=\(range.start.line),col=\(range.start.column),endLine=\(range.end.line),"
      + "title=\(property(diagnostic.code.id))"
    let message = diagnostic.message + (diagnostic.fix.map { " (\($0))" } ?? "")
    return "::\(command) \(properties)::\(data(message))\n"
  }

  /// Escapes the message of a command.
  package static func data(_ text: String) -> String {
    escape(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")])
  }

  /// Escapes the value of a property of a command.
  package static func property(_ text: String) -> String {
    escape(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")])
  }

  private static func escape(_ text: String, _ escapes: [(Unicode.Scalar, String)]) -> String {
    text.unicodeScalars.map { scalar in escapes.first { $0.0 == scalar }?.1 ?? String(scalar) }
      .joined()
  }
}
