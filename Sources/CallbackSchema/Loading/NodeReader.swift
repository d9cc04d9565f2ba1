package import SchemaSource

/// Reads nodes as what their place wants, and reports what does not fit. Every function returns nil after a report.
package struct NodeReader {
  package var diagnostics = Diagnostics()

  package init() {}

  /// Some of the schema could not be read, so what seems to be missing may only be unread.
  var isIncomplete = false

  package mutating func error(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange,
    notes: [Diagnostic.Note] = [], fix: String? = nil
  ) {
    diagnostics.error(code, message, at: range, notes: notes, fix: fix)
  }

  /// The entries of a mapping whose keys are free: names, wire values.
  mutating func entries(_ node: Node, of what: String) -> [Node.Entry] {
    guard case .mapping(let entries) = node.content else {
      error(.wrongKind, "\(what) is a mapping", at: node.range)
      return []
    }
    return entries
  }

  /// A mapping with keys of the language; any other key is reported.
  package mutating func mapping(
    _ node: Node, of what: String, keys: [String], others: [String] = []
  ) -> KeyedNodes? {
    guard case .mapping(let entries) = node.content else {
      error(.wrongKind, "\(what) is a mapping of \(list(keys))", at: node.range)
      return nil
    }
    var found = KeyedNodes(range: node.range)
    for entry in entries {
      guard case .scalar(let key) = entry.key.content else { continue }
      if keys.contains(key.text) || others.contains(key.text) {
        found.nodes[key.text] = entry
      } else {
        let closest = closestMatch(to: key.text, in: keys + others)
        error(
          .unknownKey, "\(what) has no key '\(key.text)'", at: entry.key.range,
          fix: closest.map { "did you mean '\($0)'?" } ?? "keys here: \(list(keys + others))")
      }
    }
    return found
  }

  package mutating func items(_ node: Node, of what: String) -> [Node] {
    guard case .sequence(let items) = node.content else {
      error(
        .wrongKind, "\(what) is a list", at: node.range,
        fix: "write [ ] around it, even for one item")
      return []
    }
    return items
  }

  /// A text of any style.
  package mutating func text(_ node: Node, of what: String) -> String? {
    guard case .scalar(let scalar) = node.content else {
      error(.wrongKind, "\(what) is a text", at: node.range)
      return nil
    }
    guard scalar.style != .plain || !scalar.text.isEmpty else {
      error(.emptyText, "\(what) is empty", at: node.range, fix: "an empty text is \"\"")
      return nil
    }
    switch scalar.style {
    case .literal, .folded:
      var text = scalar.text
      while text.last == "\n" { text.removeLast() }
      return text
    default: return scalar.text
    }
  }

  mutating func located(_ node: Node, of what: String) -> Located<String>? {
    text(node, of: what).map { Located($0, at: node.range) }
  }

  /// One of the words of an enumeration.
  package mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: Node, of what: String, as _: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let text = text(node, of: what) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    error(
      .badWord, "'\(text)' is no \(what)", at: node.range,
      fix: closestMatch(to: text, in: words).map { "did you mean '\($0)'?" }
        ?? "one of \(list(words))")
    return nil
  }

  mutating func boolean(_ node: Node, of what: String) -> Bool? {
    if case .scalar(let scalar) = node.content, scalar.style == .plain {
      if scalar.text == "true" { return true }
      if scalar.text == "false" { return false }
    }
    let isPlain =
      if case .scalar(let scalar) = node.content { scalar.style == .plain } else { false }
    error(
      .badBoolean, "\(what) is true or false", at: node.range,
      fix: isPlain ? "write true or false" : "write true or false, without quotes")
    return nil
  }

  /// A key that is there or not: `optional: true`.
  mutating func flag(_ entry: Node.Entry?, _ key: String) -> Bool {
    guard let entry else { return false }
    return boolean(entry.value, of: key) ?? false
  }

  package mutating func integer(_ node: Node, of what: String) -> Int? {
    guard case .scalar(let scalar) = node.content else {
      error(.wrongKind, "\(what) is an integer", at: node.range)
      return nil
    }
    guard scalar.style == .plain, isInteger(scalar.text), let value = Int(scalar.text) else {
      error(
        .badInteger, "\(what) is an integer, not '\(scalar.text)'", at: node.range,
        fix: scalar.style == .plain ? "write plain decimal digits" : "write it without quotes")
      return nil
    }
    return value
  }

  /// A wire value by its look; its field types it later.
  mutating func wireValue(_ node: Node, of what: String) -> Located<WireValue>? {
    guard case .scalar(let scalar) = node.content else {
      error(.wrongKind, "\(what) is a single value, as on the wire", at: node.range)
      return nil
    }
    guard scalar.style == .plain else { return Located(.string(scalar.text), at: node.range) }
    guard !scalar.text.isEmpty else {
      error(.emptyText, "\(what) is empty", at: node.range, fix: "an empty text is \"\"")
      return nil
    }
    let value: WireValue =
      switch scalar.text {
      case "true": .bool(true)
      case "false": .bool(false)
      case "null": .null
      default: isNumber(scalar.text) ? .number(scalar.text) : .string(scalar.text)
      }
    return Located(value, at: node.range)
  }

  mutating func path(_ node: Node, of what: String) -> Located<[String]>? {
    guard let text = text(node, of: what) else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !parts.contains("") else {
      error(
        .badPlace, "'\(text)' is no path", at: node.range,
        fix: "names with dots between: payload.sid")
      return nil
    }
    return Located(parts, at: node.range)
  }

  mutating func place(_ node: Node, of what: String) -> Located<Place>? {
    guard let text = text(node, of: what) else { return nil }
    if text == "." { return Located(.body, at: node.range) }
    if text.hasPrefix("header ") {
      let name = String(text.dropFirst(7))
      guard !name.isEmpty, !name.contains(" ") else {
        error(.badPlace, "'\(text)' names no header", at: node.range, fix: "header NAME")
        return nil
      }
      return Located(.header(name), at: node.range)
    }
    return path(node, of: what).map { Located(.member($0.value), at: $0.range) }
  }

  func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

/// The entries of a mapping by their keys.
package struct KeyedNodes {
  var nodes: [String: Node.Entry] = [:]
  var range: SourceRange

  init(range: SourceRange) { self.range = range }

  package subscript(key: String) -> Node.Entry? { nodes[key] }
}

/// `0|-?[1-9][0-9]*`: one text for each value, because values are compared as texts.
func isInteger(_ text: String) -> Bool {
  let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
  guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
  return digits.first != "0" || text == "0"
}

/// A number by JSON's grammar.
func isNumber(_ text: String) -> Bool {
  var rest = Substring(text)
  func digits() -> Substring {
    let found = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(found.count)
    return found
  }
  if rest.first == "-" { rest.removeFirst() }
  let whole = digits()
  guard !whole.isEmpty, whole.count == 1 || whole.first != "0" else { return false }
  if rest.first == "." {
    rest.removeFirst()
    guard !digits().isEmpty else { return false }
  }
  if rest.first == "e" || rest.first == "E" {
    rest.removeFirst()
    if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
    guard !digits().isEmpty else { return false }
  }
  return rest.isEmpty
}

/// A value that was read by its look, typed by its field. Nil where the field cannot have it.
func typed(_ value: WireValue, as scalar: Scalar) -> WireValue? {
  switch (scalar, value) {
  case (.string, .string): value
  case (.string, _): .string(value.text)
  case (.bool, .bool): value
  case (.double, .number): value
  case (.json, _): value
  case (_, .number(let text)) where isInteger(text) && scalar.holds(integer: text): value
  default: nil
  }
}
