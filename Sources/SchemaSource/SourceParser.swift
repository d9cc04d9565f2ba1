/// Parses YAML, of which JSON is a subset, into nodes with positions.
public enum SourceParser {
  /// The maximum size of a file in bytes, more than all shipped schemas together.
  public static let maximumBytes = 1 << 20
  /// The maximum nesting depth, because functions on nodes are recursive. The language needs ten levels.
  public static let maximumDepth = 64

  /// Parses one document.
  ///
  /// Anchors, tags and duplicate keys are reported and skipped, so that one run reports all of them. A syntax error ends
  /// the parsing.
  /// - Returns: the root; nil after a report if there is none.
  public static func parse(_ file: SourceFile, into diagnostics: inout Diagnostics) -> Node? {
    guard file.bytes.count <= maximumBytes else {
      diagnostics.error(
        .fileTooLarge,
        "the file has \(file.bytes.count) bytes; a schema file has at most \(maximumBytes)",
        at: start(of: file), fix: "split it")
      return nil
    }
    guard EncodingCheck.check(file, into: &diagnostics) else { return nil }
    var builder = NodeBuilder(file: file)
    let root = builder.document()
    diagnostics.report(builder.diagnostics)
    return root
  }

  static func start(of file: SourceFile) -> SourceRange {
    let start = file.position(line: 1, column: 1)
    return SourceRange(path: file.path, start: start, end: start)
  }
}

/// Builds nodes from parser events.
private struct NodeBuilder: ~Copyable {
  let file: SourceFile
  let path: SourcePath
  let events: YAMLEvents
  var diagnostics = Diagnostics()
  /// The open collections, the innermost last.
  var open: [(start: YAMLEvent.Mark, isFlow: Bool)] = []
  var entries = OpenEntries()
  /// The start of the block that was closed last.
  var lastBlock: YAMLEvent.Mark?
  /// The start of the last quoted text of several lines, which a missing quote causes.
  var lastLongQuote: YAMLEvent.Mark?

  init(file: SourceFile) {
    self.file = file
    path = SourcePath(file.path)
    // The parser counts a byte order mark as a character of the first line.
    let hasMark = file.bytes.starts(with: SourceFile.byteOrderMark)
    events = YAMLEvents(hasMark ? Array(file.bytes.dropFirst(3)) : file.bytes)
  }

  /// Thrown to end the parsing after a report.
  struct Stopped: Error {}

  mutating func document() -> Node? {
    do {
      var root: Node?
      while true {
        let event = try next()
        switch event.kind {
        case .streamEnd:
          if root == nil {
            diagnostics.error(
              .emptyFile, "the file has no content", at: SourceParser.start(of: file),
              fix: "begin it with callbackgen: 1")
          }
          return root
        case .documentStart(let isExplicit, let hasDirectives):
          if hasDirectives {
            diagnostics.error(.yamlTag, "directives are not part of the language", at: range(event))
          }
          if root != nil, isExplicit {
            diagnostics.error(.severalDocuments, "a second document begins here", at: range(event))
            return root
          }
        case .scalar, .sequenceStart, .mappingStart, .alias:
          let node = try node(event)
          if root == nil { root = node }
        case .streamStart, .documentEnd, .sequenceEnd, .mappingEnd: break
        }
      }
    } catch {
      return nil
    }
  }

  private mutating func next() throws(Stopped) -> YAMLEvent {
    do {
      let event = try events.next()
      if event.hasAnchor {
        diagnostics.error(
          .anchor, "anchors are not part of the language", at: range(event),
          fix: "repeat it, or use an object")
      }
      if event.hasTag {
        diagnostics.error(.yamlTag, "tags are not part of the language", at: range(event))
      }
      return event
    } catch {
      diagnostics.report(
        SyntaxError(problem: error, open: open, lastBlock: lastBlock, lastLongQuote: lastLongQuote)
          .diagnostic(file))
      throw Stopped()
    }
  }

  private mutating func node(_ event: consuming YAMLEvent) throws(Stopped) -> Node {
    switch event.kind {
    case .scalar(let style):
      if style == .singleQuoted || style == .doubleQuoted, event.end.line > event.start.line {
        lastLongQuote = event.start
      }
      let range = range(event, style: style)
      return Node(content: .scalar(.init(text: event.text, style: style)), range: range)
    case .sequenceStart:
      return try collection(event) { (builder: inout Self) throws(Stopped) in
        try builder.sequence()
      }
    case .mappingStart:
      return try collection(event) { (builder: inout Self) throws(Stopped) in
        try builder.mapping()
      }
    default:
      diagnostics.error(
        .anchor, "aliases are not part of the language", at: range(event),
        fix: "repeat what it stands for")
      return Node(content: .scalar(.init(text: "", style: .plain)), range: range(event))
    }
  }

  private mutating func collection(
    _ event: borrowing YAMLEvent,
    _ content: (inout NodeBuilder) throws(Stopped) -> (Node.Content, end: YAMLEvent.Mark)
  ) throws(Stopped) -> Node {
    open.append((event.start, event.isFlow))
    guard open.count <= SourceParser.maximumDepth else {
      diagnostics.error(
        .tooDeep, "nested deeper than \(SourceParser.maximumDepth) levels", at: range(event))
      throw Stopped()
    }
    let (content, end) = try content(&self)
    open.removeLast()
    if !event.isFlow { lastBlock = event.start }
    var range = range(event)
    // The parser ends a block collection at the next token; its end here is that of its last value.
    let last: SourcePosition? =
      switch content {
      case .sequence(let items): items.last?.range.end
      case .mapping(let entries): entries.last?.value.range.end
      case .scalar: nil
      }
    range.end = event.isFlow ? position(end) : max(last ?? range.start, range.start)
    return Node(content: content, isFlow: event.isFlow, range: range)
  }

  private mutating func sequence() throws(Stopped) -> (Node.Content, end: YAMLEvent.Mark) {
    var items: [Node] = []
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind { return (.sequence(items), event.end) }
      items.append(try node(event))
    }
  }

  private mutating func mapping() throws(Stopped) -> (Node.Content, end: YAMLEvent.Mark) {
    let start = entries.count
    var known = KnownKeys(from: start)
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        return (.mapping(entries.close(from: start)), event.end)
      }
      let key = try node(event)
      let value = try node(try next())
      if accepts(key, &known) { entries.append(Node.Entry(key: key, value: value)) }
    }
  }

  /// Whether a key can stand in its mapping, of which the entries before are known; reports one that cannot.
  private mutating func accepts(_ key: borrowing Node, _ known: inout KnownKeys) -> Bool {
    guard case .scalar(let name) = key.content else {
      diagnostics.error(.keyKind, "a key must be a text", at: key.range, fix: "quote it")
      return false
    }
    if name.style == .plain, name.text == "<<" {
      diagnostics.error(.anchor, "merge keys are not part of the language", at: key.range)
    }
    if let place = known.place(of: name.text, in: entries) {
      diagnostics.error(
        .duplicateKey, "'\(name.text)' occurs twice", at: key.range,
        notes: [.init(message: "first here", range: entries.range(at: place))])
      return false
    }
    return true
  }

  private func position(_ mark: YAMLEvent.Mark) -> SourcePosition {
    // Each character of a plain text is a byte.
    file.isPlain
      ? SourcePosition(line: mark.line + 1, column: mark.column + 1, offset: mark.place)
      : file.position(line: mark.line + 1, column: mark.column + 1)
  }

  private func range(_ event: borrowing YAMLEvent, style: Node.Style = .plain) -> SourceRange {
    var end = position(event.end)
    // The parser ends a block text at the next token; its end here is its last line that is not blank.
    if style == .literal || style == .folded || event.end.line > event.start.line,
      event.end.column == 0
    {
      var line = event.end.line
      while line > event.start.line + 1, file.line(line)?.allSatisfy({ $0 == " " }) ?? true {
        line -= 1
      }
      end = file.position(line: line, column: (file.line(line)?.unicodeScalars.count ?? 0) + 1)
    }
    return SourceRange(in: path, start: position(event.start), end: end)
  }
}
