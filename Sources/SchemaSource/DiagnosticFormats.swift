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

/// Diagnostics as workflow commands.
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

  /// The text of a command.
  package static func data(_ text: String) -> String {
    escape(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")])
  }

  /// The value of a command's property.
  package static func property(_ text: String) -> String {
    escape(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")])
  }

  private static func escape(_ text: String, _ escapes: [(Unicode.Scalar, String)]) -> String {
    text.unicodeScalars.map { scalar in escapes.first { $0.0 == scalar }?.1 ?? String(scalar) }
      .joined()
  }
}
