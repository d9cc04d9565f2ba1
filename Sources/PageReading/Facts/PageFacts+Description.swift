/// The facts as lines in the form of `callbackgen inventory`, each with its line on the page, its rule and its doubts.
extension PageFacts: CustomStringConvertible {
  public var description: String {
    var lines = [heading, ""]
    for scope in scopes {
      let place = scope.place.isEmpty ? "no place" : scope.place
      lines.append("\(place)  line \(scope.position.line)  \(scope.caption.shortened)")
      lines += scope.fields.flatMap(\.lines)
      lines.append("")
    }
    for event in events {
      lines.append(event.line)
      lines += event.fields.flatMap(\.lines)
      lines.append("")
    }
    for table in tables {
      let caption = table.caption.isEmpty ? table.header : table.caption
      lines.append(
        "codes  line \(table.position.line)  \(caption.shortened)  \(table.rule.rawValue)"
          + (table.isAttached ? "" : "  of no field"))
      lines += table.values.map { "  \($0.line)" }
      lines.append("")
    }
    for example in examples {
      lines.append(example.line)
      lines += example.unexplained.map { "  not explained: \($0)" }
    }
    if !examples.isEmpty { lines.append("") }
    for line in unread {
      lines.append("unread  line \(line.position.line)  \(line.reason.rawValue)  \(line.text)")
    }
    if !unread.isEmpty { lines.append("") }
    lines.append(summary)
    return lines.joined(separator: "\n")
  }

  private var heading: String {
    let names = [page, edition].compactMap { $0 }
    return "\(path)" + (names.isEmpty ? "" : " (\(names.joined(separator: ", ")))")
  }

  /// The counts, and the share of the members of examples that the fields explain.
  private var summary: String {
    let fields =
      scopes.reduce(0) { $0 + $1.fields.count } + events.reduce(0) { $0 + $1.fields.count }
    let counts = [
      "\(events.count) events", "\(fields) fields",
      "\(tables.count) code tables with \(tables.reduce(0) { $0 + $1.values.count }) values",
      "\(unread.count) unread lines",
    ]
    let (explained, all) = exampleRatio
    return counts.joined(separator: ", ")
      + "\n\(examples.count) examples; their fields explain \(explained) of \(all) members"
      + "\n\(declaringLineCount) of \(textLineCount) lines with text declare something"
  }

  /// The number of example members that the fields of the page explain, and that of all; each path counts once for each
  /// example. A low share means that the page was read badly.
  public var exampleRatio: (explained: Int, all: Int) {
    examples.reduce((0, 0)) {
      ($0.0 + $1.explained.count, $0.1 + $1.explained.count + $1.unexplained.count)
    }
  }
}

extension PageFacts {
  /// The number of lines in which a rule found a declaration or an example body. A low share of the lines with text means
  /// that the page is about something else, or has a layout that no rule knows.
  public var declaringLineCount: Int {
    var lines: Set<Int> = []
    for scope in scopes { lines.insert(scope.position.line) }
    for event in events { lines.insert(event.position.line) }
    for field in scopes.flatMap(\.fields) + events.flatMap(\.fields) {
      lines.formUnion(field.position.line...max(field.position.line, field.lastLine))
      lines.formUnion(field.values.map(\.position.line))
    }
    for row in indexes.flatMap(\.rows) { lines.insert(row.position.line) }
    for table in tables {
      lines.formUnion(table.position.line...max(table.position.line, table.lastLine))
    }
    for example in examples {
      lines.formUnion(example.position.line...max(example.position.line, example.lastLine))
    }
    return lines.count
  }
}

extension PageEvent {
  fileprivate var line: String {
    var parts = [[id, name, version.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")]
    if let constant { parts.append(constant) }
    parts.append("line \(position.line)")
    parts.append(rule.rawValue)
    if !doubts.isEmpty { parts.append("? \(doubts.text)") }
    return parts.joined(separator: "  ")
  }
}

extension PageField {
  fileprivate var lines: [String] {
    var parts = ["  \(path)", type?.description ?? "no type"]
    if let typeWord, type == nil { parts.append("'\(typeWord)'") }
    if let presence { parts.append(presence.isRequired ? "required" : "optional") }
    parts.append("line \(position.line)")
    parts.append(rule.rawValue)
    if !doubts.isEmpty { parts.append("? \(doubts.text)") }
    return [parts.joined(separator: "  ")] + values.map { "    \($0.line)" }
  }
}

extension PageValue {
  fileprivate var line: String {
    var parts = [isQuoted ? "\"\(text)\"" : text]
    if let constant { parts.append(constant.shortened) }
    if let group { parts.append("of \(group.shortened)") }
    parts.append("line \(position.line)")
    parts.append(rule.rawValue)
    if !doubts.isEmpty { parts.append("? \(doubts.text)") }
    return parts.joined(separator: "  ")
  }
}

extension PageExample {
  fileprivate var line: String {
    let all = explained.count + unexplained.count
    return
      "example  line \(position.line)  of \(event ?? "no event")  \(explained.count) of \(all) members"
      + (isValid ? "" : "  not valid JSON")
  }
}

extension Set<Doubt> {
  fileprivate var text: String { sorted().map(\.rawValue).joined(separator: ", ") }
}

extension String {
  /// The text on one line of limited length.
  fileprivate var shortened: String { count > 60 ? String(prefix(59)) + "…" : self }
}
