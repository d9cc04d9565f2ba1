/// A syntax error of the parser, at the position of its cause.
struct SyntaxError {
  let problem: YAMLProblem
  /// The open collections, the innermost last.
  let open: [(start: YAMLEvent.Mark, isFlow: Bool)]
  /// The start of the block that was closed last.
  let lastBlock: YAMLEvent.Mark?
  /// The start of the last quoted text of several lines.
  let lastLongQuote: YAMLEvent.Mark?

  func diagnostic(_ file: SourceFile) -> Diagnostic {
    if let parent = missingParent {
      return Diagnostic(
        severity: .error, code: .syntax,
        message: "this is indented more than its siblings, or the line above it is missing",
        range: range(parent, file),
        notes: [.init(message: "this has another indentation", range: range(problem.mark, file))])
    }
    if let text = orphan(file) {
      return Diagnostic(
        severity: .error, code: .syntax,
        message: "this text has no key: the line above it is missing, or has another indentation",
        range: range(text, file),
        notes: [.init(message: "the text ends before this", range: range(problem.mark, file))],
        fix: "doc: | before a text of several lines")
    }
    let (mark, message, code, fix) = told(file)
    return Diagnostic(
      severity: .error, code: code, message: message, range: range(mark, file), fix: fix)
  }

  private func range(_ mark: YAMLEvent.Mark, _ file: SourceFile) -> SourceRange {
    let start = file.position(line: mark.line + 1, column: mark.column + 1)
    return SourceRange(path: file.path, start: start, end: start)
  }

  /// The start of the block that was closed last, if the error is indented less than the block and more than its
  /// container: then the block is misplaced, because the line of its key is missing.
  private var missingParent: YAMLEvent.Mark? {
    guard problem.problem.contains("did not find expected key"), let outer = open.last,
      !outer.isFlow,
      let inner = lastBlock
    else { return nil }
    let column = problem.mark.column
    let isHalfway = inner.column - column == column - outer.start.column
    // One column is a mistake in that line, not a level.
    return isHalfway && column > outer.start.column + 1 ? inner : nil
  }

  /// The start of an unquoted text of several lines that ends in a key, which the parser reads as one text.
  private func orphan(_ file: SourceFile) -> YAMLEvent.Mark? {
    guard problem.problem.contains("mapping values are not allowed") else { return nil }
    var first: YAMLEvent.Mark?
    var line = problem.mark.line - 1
    while line >= 0, let text = file.line(line + 1) {
      let words = text.drop { $0 == " " }
      if !words.isEmpty {
        let isText =
          !words.contains(": ") && words.last != ":" && words.first != "#" && words.first != "-"
        guard isText else { break }
        first = .init(line: line, column: text.count - words.count)
      }
      line -= 1
    }
    // A line that is indented more than the previous one continues its text.
    guard let first, line >= 0, let above = file.line(line + 1) else { return nil }
    let indent = above.prefix { $0 == " " }.count
    return above.last == ":" || first.column <= indent + 2 ? first : nil
  }

  private func told(
    _ file: SourceFile
  ) -> (mark: YAMLEvent.Mark, message: String, code: DiagnosticCode, fix: String?) {
    if problem.context.contains("quoted scalar") {
      if problem.problem.contains("end of stream") || problem.problem.contains("document indicator")
      {
        return (problem.contextMark, "the quote that opens here is not closed", .syntax, nil)
      }
      return (
        problem.mark, "the text in double quotes has an escape that YAML does not know", .syntax,
        "write \\\\ for a backslash, or use single quotes"
      )
    }
    // The parser reports an unclosed bracket at a later line.
    if let flow = open.last(where: \.isFlow), flow.start.line < problem.mark.line {
      return (flow.start, "the bracket or brace that opens here is not closed", .syntax, nil)
    }
    // An unclosed quote extends to the next quote.
    if let quote = lastLongQuote, quote.line < problem.mark.line {
      return (quote, "the quote that opens here is not closed, or is closed too late", .syntax, nil)
    }
    if let tab = tab(file) {
      return (tab, "a tab is not allowed in the indentation", .tab, "use spaces")
    }
    switch problem.problem {
    case let text where text.contains("mapping values are not allowed"):
      return (
        problem.mark, "a ': ' is not allowed here", .syntax,
        "quote the text that contains it, or correct the indentation"
      )
    case let text where text.contains("did not find expected ',' or"):
      return (problem.mark, "a comma or the closing bracket is missing before this", .syntax, nil)
    case let text where text.contains("could not find expected ':'"):
      return (problem.contextMark, "this line has no ': ' after its key", .syntax, nil)
    case let text where text.contains("did not find expected key"),
      let text where text.contains("did not find expected '-' indicator"):
      return (
        problem.mark, "the indentation differs from that of the siblings", .syntax,
        "correct the indentation"
      )
    case let text where text.contains("found character that cannot start any token"):
      return (problem.mark, "this character cannot begin a text", .syntax, "quote the text")
    default:
      let words = [problem.problem, problem.context].filter { !$0.isEmpty }.joined(separator: " ")
      return (problem.mark, "YAML: \(words)", .syntax, nil)
    }
  }

  /// The position of a tab in the indentation of the line where the parser stopped.
  private func tab(_ file: SourceFile) -> YAMLEvent.Mark? {
    guard let line = file.line(problem.mark.line + 1) else { return nil }
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    guard let place = indent.firstIndex(of: "\t") else { return nil }
    return .init(
      line: problem.mark.line, column: indent.distance(from: indent.startIndex, to: place))
  }
}
