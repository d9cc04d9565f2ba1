public import SchemaSource

/// Edits the text of a schema file: comments, the order of declarations and blank lines stay.
///
/// Each edit changes the range of one node in the text. The file is parsed again after each of them, so that edits can
/// depend on each other.
public struct SchemaEditor: Sendable {
  public private(set) var file: SourceFile
  private var root: Node
  private let writer = YAMLWriter()

  /// - Parameter file: a file without syntax errors.
  public init(_ file: SourceFile) throws(EditRefusal) {
    self.file = file
    root = try Self.parse(file)
  }

  private static func parse(_ file: SourceFile) throws(EditRefusal) -> Node {
    var diagnostics = Diagnostics()
    let root = SourceParser.parse(file, into: &diagnostics)
    guard let root, !diagnostics.hasErrors else {
      let reason = diagnostics.sorted.first.map { ": \($0.range.location): \($0.message)" } ?? ""
      throw EditRefusal("'\(file.path)' would not be valid YAML\(reason)")
    }
    return root
  }

  /// Changes the text; after a refusal it is as before.
  public mutating func apply(_ edit: SchemaEdit) throws(EditRefusal) {
    let changed: [UInt8]
    switch edit.operation {
    case .insert(let entry, let placement):
      changed = try inserting(entry, placement, at: edit.path)
    case .append(let value): changed = try appending(value, at: edit.path)
    case .replace(let value):
      guard let node = root.node(at: edit.path) else { throw missing(edit.path) }
      changed = try replacing(node, by: value)
    }
    let file = SourceFile(path: file.path, bytes: changed)
    root = try Self.parse(file)
    self.file = file
  }

  // MARK: Mappings

  private func inserting(
    _ entry: YAMLEntry, _ placement: SchemaEdit.Placement, at path: [String]
  ) throws(EditRefusal) -> [UInt8] {
    guard let node = root.node(at: path) else {
      // The innermost mapping that exists gets the missing keys.
      guard let key = path.last else { throw missing(path) }
      let outer = YAMLEntry(key, .mapping([entry]))
      return try inserting(outer, Self.placement(ofKey: key), at: Array(path.dropLast()))
    }
    switch node.content {
    case .mapping(let entries):
      if let known = entries.first(where: { $0.key.scalarText == entry.name }) {
        throw EditRefusal("\(known.key.range.location) has '\(entry.name)' already")
      }
      guard !entries.isEmpty else { return try replacing(node, by: .mapping([entry])) }
      let place = place(of: placement, among: entries)
      return node.isFlow
        ? try inserting(entry, at: place, intoFlow: node, at: path)
        : inserting(entry, at: place, intoBlock: node)
    case .scalar(let scalar) where scalar.style == .plain && !scalar.text.isEmpty:
      // The short form of a field, which is its type alone.
      return try replacing(node, by: .mapping([YAMLEntry("type", .plain(scalar.text)), entry]))
    case .sequence where path.last.map { $0 != "values" } ?? false:
      return try replacing(
        node, by: .mapping([YAMLEntry("type", .plain(source(of: node))), entry]))
    case .scalar, .sequence:
      throw EditRefusal(
        "\(node.range.location) is not a mapping, so '\(entry.name)' cannot be added")
    }
  }

  /// The place of a key of the language among the others of its mapping, as the schemas have it.
  private static func placement(ofKey key: String) -> SchemaEdit.Placement {
    switch key {
    case "fields": .before(["examples", "readings"])
    case "editions": .before(["doc", "fields", "const", "values", "examples", "readings"])
    default: .end
    }
  }

  private func place(of placement: SchemaEdit.Placement, among entries: [Node.Entry]) -> Int {
    switch placement {
    case .first: 0
    case .end: entries.count
    case .after(let key):
      entries.firstIndex { $0.key.scalarText == key }.map { $0 + 1 } ?? entries.count
    case .before(let keys):
      entries.firstIndex { keys.contains($0.key.scalarText ?? "") } ?? entries.count
    }
  }

  private func inserting(_ entry: YAMLEntry, at place: Int, intoBlock node: Node) -> [UInt8] {
    let entries = node.entries
    let indentation = (entries.first?.key.range.start.column ?? 1) - 1
    var lines = writer.lines(entry, indentation: indentation)
    guard place > 0 else {
      let start = lineStart(entries[0].key.range.start.offset)
      return replacing(start..<start, by: lines.map { $0 + lineBreak }.joined())
    }
    if hasBlankLines(between: entries) { lines.insert("", at: 0) }
    let end = end(ofEntry: entries[place - 1], indentation: indentation)
    return replacing(end..<end, by: lines.map { lineBreak + $0 }.joined())
  }

  /// The end of the last line of an entry, with the comments below it that are indented more than its key.
  private func end(ofEntry entry: Node.Entry, indentation: Int) -> Int {
    let last = max(entry.value.range.end, entry.key.range.end)
    var line = last.line
    var next = line + 1
    while let text = file.line(next), next <= file.lineCount {
      let content = text.drop { $0 == " " }
      if !content.isEmpty {
        guard content.first == "#", text.count - content.count > indentation else { break }
        line = next
      }
      next += 1
    }
    return lineEnd(file.position(line: line, column: 1).offset)
  }

  /// Whether the entries of a mapping are separated by blank lines.
  private func hasBlankLines(between entries: [Node.Entry]) -> Bool {
    guard entries.count > 1 else { return false }
    let separated = zip(entries, entries.dropFirst()).count { entry, next in
      (entry.value.range.end.line..<next.key.range.start.line).dropFirst().contains { line in
        file.line(line)?.allSatisfy(\.isWhitespace) ?? false
      }
    }
    return separated * 2 > entries.count - 1
  }

  private func inserting(
    _ entry: YAMLEntry, at place: Int, intoFlow node: Node, at path: [String]
  ) throws(EditRefusal) -> [UInt8] {
    let entries = node.entries
    var texts = entries.map { source(from: $0.key.range.start, to: $0.value.range.end) }
    guard !hasComment(node) else {
      throw EditRefusal(
        "\(node.range.location) is a mapping in braces with a comment: write '\(entry.name)' there")
    }
    if let text = writer.flow(entry) {
      let isOneLine = node.range.start.line == node.range.end.line
      let line = file.line(node.range.start.line) ?? ""
      if !isOneLine || line.unicodeScalars.count + text.unicodeScalars.count + 2 <= YAMLWriter.width
        || !isValueOfBlock(path)
      {
        if place == 0 {
          let offset = entries[0].key.range.start.offset
          return replacing(offset..<offset, by: text + ", ")
        }
        let offset = entries[place - 1].value.range.end.offset
        return replacing(offset..<offset, by: ", " + text)
      }
    } else if !isValueOfBlock(path) {
      throw EditRefusal(
        "\(node.range.location) is inside of braces, where '\(entry.name)' does not fit on one line"
      )
    }
    // Otherwise each entry gets a line of its own.
    let key = lineIndentation(node.range.start)
    let space = String(repeating: " ", count: key + 2)
    texts = texts.map { space + $0 }
    texts.insert(writer.lines(entry, indentation: key + 2).joined(separator: lineBreak), at: place)
    var start = node.range.start.offset
    while start > 0, file.bytes[start - 1] == 0x20 { start -= 1 }
    let text = texts.map { lineBreak + $0 }.joined()
    return replacing(start..<node.range.end.offset, by: text)
  }

  /// Whether the value at a path stands behind a key of a block mapping, alone on its line.
  private func isValueOfBlock(_ path: [String]) -> Bool {
    guard !path.isEmpty, let outer = root.node(at: path.dropLast()), let node = root.node(at: path)
    else { return false }
    let rest = source(from: node.range.end.offset, to: lineEnd(node.range.end.offset))
    return !outer.isFlow && rest.allSatisfy(\.isWhitespace)
  }

  // MARK: Lists and values

  private func appending(_ value: YAMLValue, at path: [String]) throws(EditRefusal) -> [UInt8] {
    guard let node = root.node(at: path) else { throw missing(path) }
    guard case .sequence(let items) = node.content, let last = items.last else {
      throw EditRefusal("\(node.range.location) is not a list with elements")
    }
    guard let text = writer.flow(value) else {
      throw EditRefusal("\(node.range.location): an element has several lines")
    }
    let offset = last.range.end.offset
    if node.isFlow { return replacing(offset..<offset, by: ", " + text) }
    let space = String(repeating: " ", count: node.range.start.column - 1)
    let end = lineEnd(offset)
    return replacing(end..<end, by: "\(lineBreak)\(space)- \(text)")
  }

  private func replacing(_ node: Node, by value: YAMLValue) throws(EditRefusal) -> [UInt8] {
    guard !hasComment(node) else {
      throw EditRefusal("\(node.range.location) contains a comment, which would be lost")
    }
    let isInFlow = isInFlow(node)
    let line = file.line(node.range.start.line) ?? ""
    let (start, end) = (node.range.start.offset, node.range.end.offset)
    if let text = writer.flow(value, isOutermost: !isInFlow) {
      let length = line.unicodeScalars.count - (end - start) + text.unicodeScalars.count
      if isInFlow || value.scalarText != nil || length <= YAMLWriter.width {
        return replacing(start..<end, by: text)
      }
    }
    guard !isInFlow, case .mapping(let entries) = value else {
      throw EditRefusal(
        "\(node.range.location) is inside of braces, and the new value has several lines")
    }
    let indentation = lineIndentation(node.range.start) + 2
    let text = entries.flatMap { writer.lines($0, indentation: indentation) }
      .map { lineBreak + $0 }.joined()
    var from = start
    while from > 0, file.bytes[from - 1] == 0x20 { from -= 1 }
    return replacing(from..<end, by: text)
  }

  /// Whether a node stands between braces or brackets.
  private func isInFlow(_ node: Node) -> Bool {
    func search(_ outer: Node, _ inFlow: Bool) -> Bool? {
      if outer == node { return inFlow }
      let children =
        switch outer.content {
        case .mapping(let entries): entries.map(\.value)
        case .sequence(let items): items
        case .scalar: [Node]()
        }
      for child in children
      where child.range.start <= node.range.start && node.range.end <= child.range.end {
        if let found = search(child, inFlow || outer.isFlow) { return found }
      }
      return nil
    }
    return search(root, false) ?? false
  }

  // MARK: The text

  private func missing(_ path: [String]) -> EditRefusal {
    EditRefusal("'\(file.path)' has no '\(path.joined(separator: "."))'")
  }

  private var lineBreak: String {
    file.bytes.firstIndex(of: 0x0A).map { $0 > 0 && file.bytes[$0 - 1] == 0x0D } ?? false
      ? "\r\n" : "\n"
  }

  /// Whether the text of a node contains a comment.
  private func hasComment(_ node: Node) -> Bool {
    guard node.range.start.line < node.range.end.line else { return false }
    return (node.range.start.line...node.range.end.line).contains { line in
      let text = file.line(line) ?? ""
      return text.contains(" #") || text.drop { $0 == " " }.first == "#"
    }
  }

  private func replacing(_ range: Range<Int>, by text: String) -> [UInt8] {
    Array(file.bytes[..<range.lowerBound]) + Array(text.utf8)
      + Array(file.bytes[range.upperBound...])
  }

  private func source(of node: Node) -> String {
    source(from: node.range.start, to: node.range.end)
  }

  private func source(from start: SourcePosition, to end: SourcePosition) -> String {
    source(from: start.offset, to: end.offset)
  }

  private func source(from start: Int, to end: Int) -> String {
    String(decoding: file.bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// The indentation of the line of a position.
  private func lineIndentation(_ position: SourcePosition) -> Int {
    (file.line(position.line) ?? "").prefix { $0 == " " }.count
  }

  private func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, file.bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  private func lineEnd(_ offset: Int) -> Int {
    var end = offset
    while end < file.bytes.count, file.bytes[end] != 0x0A, file.bytes[end] != 0x0D { end += 1 }
    return end
  }
}
