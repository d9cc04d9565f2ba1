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
      return error(
        "this is indented more than its siblings, or the line above it is missing", at: parent,
        note: "this has another indentation", in: file)
    }
    if let text = orphan(file) {
      return error(
        "this text has no key: the line above it is missing, or has another indentation", at: text,
        note: "the text ends before this", fix: "doc: | before a text of several lines", in: file)
    }
    if problem.context.contains("quoted scalar") {
      if problem.problem.contains("end of stream") || problem.problem.contains("document indicator")
      {
        return error(
          "the quote that opens here is not closed", at: problem.contextMark, in: file)
      }
      return error(
        "the text in double quotes has an escape that YAML does not know",
        fix: "write \\\\ for a backslash, or use single quotes", in: file)
    }
    // The parser reports an unclosed bracket at a later line.
    if let flow = open.last(where: \.isFlow), flow.start.line < problem.mark.line {
      return error(
        "the bracket or brace that opens here is not closed", at: flow.start, in: file)
    }
    // An unclosed quote extends to the next quote.
    if let quote = lastLongQuote, quote.line < problem.mark.line {
      return error(
        "the quote that opens here is not closed, or is closed too late", at: quote, in: file)
    }
    if let tab = tab(file) {
      return error(
        "a tab is not allowed in the indentation", code: .tab, at: tab, fix: "use spaces", in: file)
    }
    switch problem.problem {
    case let text where text.contains("mapping values are not allowed"):
      return error(
        "a ': ' is not allowed here",
        fix: "quote the text that contains it, or correct the indentation", in: file)
    case let text where text.contains("did not find expected ',' or"):
      return error("a comma or the closing bracket is missing before this", in: file)
    case let text where text.contains("could not find expected ':'"):
      return error("this line has no ': ' after its key", at: problem.contextMark, in: file)
    case let text where text.contains("did not find expected key"),
      let text where text.contains("did not find expected '-' indicator"):
      return error(
        "the indentation differs from that of the siblings", fix: "correct the indentation",
        in: file)
    case let text where text.contains("found character that cannot start any token"):
      return error("this character cannot begin a text", fix: "quote the text", in: file)
    default:
      let words = [problem.problem, problem.context].filter { !$0.isEmpty }.joined(separator: " ")
      return error("YAML: \(words)", in: file)
    }
  }

  /// An error at a position, or where the parser stopped.
  ///
  /// - Parameter note: a note at the position where the parser stopped.
  private func error(
    _ message: String, code: DiagnosticCode = .syntax, at mark: YAMLEvent.Mark? = nil,
    note: String? = nil, fix: String? = nil, in file: SourceFile
  ) -> Diagnostic {
    let stop = range(problem.mark, file)
    return Diagnostic(
      severity: .error, code: code, message: message, range: mark.map { range($0, file) } ?? stop,
      notes: note.map { [.init(message: $0, range: stop)] } ?? [], fix: fix)
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

  /// The position of a tab in the indentation of the line where the parser stopped.
  private func tab(_ file: SourceFile) -> YAMLEvent.Mark? {
    guard let line = file.line(problem.mark.line + 1) else { return nil }
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    guard let place = indent.firstIndex(of: "\t") else { return nil }
    return .init(
      line: problem.mark.line, column: indent.distance(from: indent.startIndex, to: place))
  }
}
