/// Renders diagnostics as text, JSON or GitHub annotations.
public struct DiagnosticRenderer: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    /// `path:line:column: error: message [code]`, the source line with a caret, the fix and notes.
    case text
    /// A JSON array of objects.
    case json
    /// Workflow commands, which GitHub shows beside the line.
    case github
  }

  private let files: [String: SourceFile]
  private let style: TextStyle

  /// - Parameters:
  ///   - files: the files of the diagnostics; the source line is omitted for others.
  ///   - isColored: whether the text format has the colors of a terminal.
  public init(files: [SourceFile], isColored: Bool = false) {
    style = TextStyle(isColored: isColored)
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func render(_ diagnostics: [Diagnostic], as format: Format) -> String {
    switch format {
    case .text: diagnostics.map(text).joined()
    case .json: JSONDiagnostics.render(diagnostics)
    case .github: diagnostics.map(GitHubDiagnostics.render).joined()
    }
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let location = style.bold("\(diagnostic.range.location):")
    let severity = style.severity(diagnostic.severity.rawValue)
    var text = "\(location) \(severity) \(style.bold(diagnostic.message)) [\(diagnostic.code.id)]\n"
    text += excerpt(diagnostic.range)
    if let fix = diagnostic.fix { text += "  \(style.green("fix:")) \(fix)\n" }
    for note in diagnostic.notes {
      let label = "\(style.severity("note")) \(note.message)\n"
      if let range = note.range {
        text += "\(style.bold("\(range.location):")) \(label)" + excerpt(range)
      } else {
        text += "  \(label)"
      }
    }
    return text
  }

  /// The maximum number of characters of a source line; of a longer one, the part around the caret is shown.
  private static let maximumWidth = 160

  /// The source line, with a caret under the position.
  private func excerpt(_ range: SourceRange) -> String {
    guard let line = files[range.path]?.line(range.start.line), !line.isEmpty else { return "" }
    let characters = Array(line.unicodeScalars)
    let column = min(range.start.column - 1, characters.count)
    let first =
      column > Self.maximumWidth / 2 && characters.count > Self.maximumWidth
      ? column - Self.maximumWidth / 2 : 0
    let last = min(characters.count, first + Self.maximumWidth)
    // Tabs are kept, so that the caret is aligned for any tab width; a wide character takes two columns.
    let padding = characters[first..<column].map {
      $0 == "\t" ? "\t" : Self.isWide($0) ? "  " : " "
    }.joined()
    let sameLine = range.end.line == range.start.line
    let length = sameLine ? max(1, min(range.end.column - 1, last) - column) : 1
    let marked = characters[column..<max(column, min(column + length, last))]
    let width = max(1, marked.reduce(0) { $0 + (Self.isWide($1) ? 2 : 1) })
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: characters[first..<last])
    let caret = style.green("^\(String(repeating: "~", count: width - 1))")
    return "  \(String(shown))\n  \(padding)\(caret)\n"
  }

  /// Whether a terminal shows a character in two columns, as East Asian ones.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
