/// Annotations of files in a pull request, as workflow commands of GitHub Actions.
package enum GitHubAnnotation {
  package enum Level: String {
    case error, warning, notice
  }

  /// The command that annotates a position, with a line break.
  ///
  /// - Parameter endLine: the line below which GitHub shows the annotation; nil for the line of the start.
  package static func command(
    _ level: Level, path: String, line: Int, column: Int, endLine: Int? = nil, title: String,
    message: String
  ) -> String {
    let place = "file=\(property(path)),line=\(line),col=\(column)"
    let end = endLine.map { ",endLine=\($0)" } ?? ""
    return "::\(level.rawValue) \(place)\(end),title=\(property(title))::\(data(message))\n"
  }

  /// The escaped text of a command.
  private static func data(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  /// The escaped value of a command's property.
  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
  }
}
