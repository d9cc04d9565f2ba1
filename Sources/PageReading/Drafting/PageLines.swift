import SchemaSource

/// The text of declarations on a page.
struct PageLines: Sendable {
  private let file: SourceFile

  init(_ file: SourceFile) { self.file = file }

  /// The text of a declaration: from its name to its last line.
  func text(of field: PageField) -> String { text(from: field.position, to: field.lastLine) }

  func text(from start: PagePosition, to last: Int) -> String {
    guard start.line <= last else { return "" }
    let lines = (start.line...last).map { line -> String in
      let text = file.line(line) ?? ""
      return line == start.line ? String(text.dropFirst(start.column - 1)) : text
    }
    return lines.joined(separator: "\n")
  }

  /// The words of a declaration without the differences of layout, to compare statements.
  func statement(of field: PageField) -> String {
    text(of: field).lowercased().filter { $0.isLetter || $0.isNumber || $0 == "/" }
  }
}
