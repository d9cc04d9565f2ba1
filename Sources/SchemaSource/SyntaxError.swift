/// A stop of the parser, told in plain words and at the place where the trouble begins.
struct SyntaxError {
  private let problem: YAMLProblem
  private let open: [(start: YAMLEvent.Mark, isFlow: Bool)]
  private let lastBlock: YAMLEvent.Mark?
  private let lastLongQuote: YAMLEvent.Mark?

  /// - Parameters:
  ///   - open: the collections that are open, the innermost last.
  ///   - lastBlock: where the block began that was closed last.
  ///   - lastLongQuote: where the last quoted text began that goes over several lines.
  init(
    _ problem: YAMLProblem, open: [(start: YAMLEvent.Mark, isFlow: Bool)],
    lastBlock: YAMLEvent.Mark?, lastLongQuote: YAMLEvent.Mark?
  ) {
    self.lastBlock = lastBlock
    self.problem = problem
    self.open = open
    self.lastLongQuote = lastLongQuote
  }

  func diagnostic(_ file: SourceFile) -> Diagnostic {
    if let parent = missingParent {
      return Diagnostic(
        severity: .error, code: .syntax,
        message: "this is indented deeper than what it belongs to, or the line above it is missing",
        range: range(parent, file),
        notes: [.init(message: "this does not line up with it", range: range(problem.mark, file))])
    }
    if let text = orphan(file) {
      return Diagnostic(
        severity: .error, code: .syntax,
        message: "this text belongs to no key; the line above it is missing, or is not indented so",
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

  /// Where the block that was closed last begins, if what does not line up with it stands halfway between it and what
  /// holds it: then it is the block that is out of place, because the line that it belonged to is gone.
  private var missingParent: YAMLEvent.Mark? {
    guard problem.problem.contains("did not find expected key"), let outer = open.last,
      !outer.isFlow,
      let inner = lastBlock
    else { return nil }
    let column = problem.mark.column
    let isHalfway = inner.column - column == column - outer.start.column
    // One column off is a slip of that line, not a level.
    return isHalfway && column > outer.start.column + 1 ? inner : nil
  }

  /// Where a running text begins that ends in a key: the parser takes both for one text, and stumbles over the key.
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
    // What is indented deeper than the line before it goes on is that line's own text.
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
    // A bracket that is not closed swallows the lines after it; the parser stumbles only there.
    if let flow = open.last(where: \.isFlow), flow.start.line < problem.mark.line {
      return (flow.start, "the bracket or brace that opens here is not closed", .syntax, nil)
    }
    // A quote that is not closed swallows the lines up to the next one.
    if let quote = lastLongQuote, quote.line < problem.mark.line {
      return (quote, "the quote that opens here is closed too late, or not at all", .syntax, nil)
    }
    if let tab = tab(file) { return (tab, "a tab cannot indent", .tab, "use blanks") }
    switch problem.problem {
    case let text where text.contains("mapping values are not allowed"):
      return (
        problem.mark, "a ': ' cannot stand here", .syntax,
        "quote the text that holds it, or correct the indent"
      )
    case let text where text.contains("did not find expected ',' or"):
      return (problem.mark, "a comma or the closing bracket is missing before this", .syntax, nil)
    case let text where text.contains("could not find expected ':'"):
      return (problem.contextMark, "this line has no ': ' after its key", .syntax, nil)
    case let text where text.contains("did not find expected key"),
      let text where text.contains("did not find expected '-' indicator"):
      return (
        problem.mark, "this does not line up with what it belongs to", .syntax, "correct the indent"
      )
    case let text where text.contains("found character that cannot start any token"):
      return (problem.mark, "this character cannot begin a text", .syntax, "quote the text")
    default:
      let words = [problem.problem, problem.context].filter { !$0.isEmpty }.joined(separator: " ")
      return (problem.mark, "YAML: \(words)", .syntax, nil)
    }
  }

  /// A tab before the first character of the line where the parser stopped.
  private func tab(_ file: SourceFile) -> YAMLEvent.Mark? {
    guard let line = file.line(problem.mark.line + 1) else { return nil }
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    guard let place = indent.firstIndex(of: "\t") else { return nil }
    return .init(
      line: problem.mark.line, column: indent.distance(from: indent.startIndex, to: place))
  }
}
