/// An annotation of a file in a pull request, as a workflow command of GitHub Actions.
package struct GitHubAnnotation: CustomStringConvertible {
  package enum Level: String {
    case error, warning, notice
  }

  let level: Level
  let path: String
  let line: Int
  let column: Int
  let endLine: Int?
  let title: String
  let message: String

  /// Creates an annotation.
  ///
  /// - Parameter endLine: the line below which GitHub shows the annotation; nil for the first line of the range.
  package init(
    level: Level, range: SourceRange, endLine: Int? = nil, title: String, message: String
  ) {
    self.level = level
    path = range.path
    line = range.start.line
    column = range.start.column
    self.endLine = endLine
    self.title = title
    self.message = message
  }

  /// The command, with a line break.
  package var description: String {
    let properties = [
      "file=\(Self.property(path))", "line=\(line)", "col=\(column)",
      endLine.map { "endLine=\($0)" }, "title=\(Self.property(title))",
    ].compactMap { $0 }
    return "::\(level.rawValue) \(properties.joined(separator: ","))::\(Self.data(message))\n"
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
