import CallbackRuntime
package import SchemaSource

/// Converts nodes to the kinds that the language requires, and reports nodes of another kind. Every function returns nil
/// after a report.
package struct NodeReader {
  package var diagnostics = Diagnostics()

  package init() {}

  // What failed to load. A reference to one of these has no error of its own: it would follow from the first one.

  /// Whether a part failed to load that may declare any field.
  var isIncomplete = false
  /// Whether an object or an event includes an object that is not declared, which may have any field.
  var hasUnknownIncludes = false
  /// The member names of fields that failed to load.
  var lostFields: Set<String> = []
  /// The fields that were loaded without their format.
  var damagedFields: Set<SourceRange> = []
  /// The names of tables with errors, and of fields with their own codes.
  var damagedTables: Set<String> = []

  /// Adds what another reader has found.
  mutating func add(_ other: NodeReader) {
    diagnostics.report(other.diagnostics)
    isIncomplete = isIncomplete || other.isIncomplete
    hasUnknownIncludes = hasUnknownIncludes || other.hasUnknownIncludes
    lostFields.formUnion(other.lostFields)
    damagedFields.formUnion(other.damagedFields)
    damagedTables.formUnion(other.damagedTables)
  }

  package mutating func error(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange,
    notes: [Diagnostic.Note] = [], fix: String? = nil
  ) {
    diagnostics.error(code, message, at: range, notes: notes, fix: fix)
  }

  /// The entries of a mapping whose keys are names or wire values.
  mutating func entries(_ node: Node, of what: String) -> [Node.Entry] {
    guard case .mapping(let entries) = node.content else {
      error(.wrongKind, "\(what) must be a mapping", at: node.range)
      isIncomplete = true
      return []
    }
    return entries
  }

  /// A mapping with keys of the language; any other key is reported.
  package mutating func mapping(
    _ node: Node, of what: String, keys: [String], others: [String] = []
  ) -> KeyedNodes? {
    guard case .mapping(let entries) = node.content else {
      error(.wrongKind, "\(what) must be a mapping with the keys \(list(keys))", at: node.range)
      if !Self.declaring.isDisjoint(with: keys) { isIncomplete = true }
      return nil
    }
    for place in entries.indices {
      guard case .scalar(let key) = entries[place].key.content, !keys.contains(key.text),
        !others.contains(key.text)
      else { continue }
      let closest = closestMatch(to: key.text, in: keys + others)
      if closest.map(Self.declaring.contains) ?? !Self.declaring.isDisjoint(with: keys) {
        isIncomplete = true
      }
      error(
        .unknownKey, "\(what) has no key '\(key.text)'", at: entries[place].key.range,
        fix: closest.map { "did you mean '\($0)'?" } ?? "allowed keys: \(list(keys + others))")
    }
    return KeyedNodes(entries, range: node.range)
  }

  /// The keys whose values declare fields or named types.
  private static let declaring: Set<String> = [
    "fields", "include", "envelope", "headers", "objects", "events", "tables", "formats", "parts",
  ]

  package mutating func items(_ node: Node, of what: String) -> [Node] {
    guard case .sequence(let items) = node.content else {
      var isEmpty = false
      if case .scalar(let scalar) = node.content {
        isEmpty = scalar.style == .plain && scalar.text.isEmpty
      }
      error(
        .wrongKind, "\(what) must be a list", at: node.range,
        fix: isEmpty
          ? "write its elements, or remove the key" : "write [ ] around it, even for one element")
      return []
    }
    return items
  }

  /// A scalar of any style, as a string.
  package mutating func text(_ node: Node, of what: String) -> String? {
    guard case .scalar(let scalar) = node.content else {
      error(.wrongKind, "\(what) must be a string", at: node.range)
      return nil
    }
    guard scalar.style != .plain || !scalar.text.isEmpty else {
      error(.emptyText, "\(what) is empty", at: node.range, fix: "write \"\" for an empty string")
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
  package mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: Node, of what: String, as _: Word.Type
  ) -> Word? {
    guard let text = text(node, of: what) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    error(
      .badWord, "'\(text)' is not a valid \(what)", at: node.range,
      fix: suggestion(for: text, in: words)
        ?? "one of \(list(words))")
    return nil
  }

  mutating func boolean(_ node: Node, of what: String) -> Bool? {
    let text = node.plainText
    if let value = text.flatMap(Bool.init) { return value }
    error(
      .badBoolean, "\(what) must be true or false", at: node.range,
      fix: text == nil ? "write true or false, without quotes" : "write true or false")
    return nil
  }

  /// The value of an optional boolean key such as `optional: true`; false without the key.
  mutating func flag(_ entry: Node.Entry?, _ key: String) -> Bool {
    guard let entry else { return false }
    return boolean(entry.value, of: key) ?? false
  }

  package mutating func integer(_ node: Node, of what: String) -> Int? {
    guard case .scalar(let scalar) = node.content else {
      error(.wrongKind, "\(what) must be an integer", at: node.range)
      return nil
    }
    guard scalar.style == .plain, isInteger(scalar.text), let value = Int(scalar.text) else {
      error(
        .badInteger, "\(what) must be an integer, not '\(scalar.text)'", at: node.range,
        fix: scalar.style == .plain ? "write plain decimal digits" : "write it without quotes")
      return nil
    }
    return value
  }

  /// A wire value typed by its notation. `Checks` types it by its field later.
  mutating func wireValue(_ node: Node, of what: String) -> Located<WireValue>? {
    guard case .scalar(let scalar) = node.content else {
      error(
        .wrongKind, "\(what) must be a single value: a string, number, true, false or null",
        at: node.range)
      return nil
    }
    guard scalar.style == .plain else { return Located(.string(scalar.text), at: node.range) }
    guard !scalar.text.isEmpty else {
      error(.emptyText, "\(what) is empty", at: node.range, fix: "write \"\" for an empty string")
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
        .badPlace, "'\(text)' is not a path", at: node.range,
        fix: "write names separated by dots, such as payload.sid")
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
        error(
          .badPlace, "'\(text)' is not the name of a header", at: node.range,
          fix: "write header NAME, without further spaces")
        return nil
      }
      return Located(.header(name), at: node.range)
    }
    return path(node, of: what).map { Located(.member($0.value), at: $0.range) }
  }

  func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

/// `0|-?[1-9][0-9]*`: one notation for each value, because values are compared as strings.
func isInteger(_ text: String) -> Bool {
  let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
  guard let first = digits.utf8.first, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
  else { return false }
  return first != 0x30 || text == "0"
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

/// Whether a string is a number in the grammar of JSON.
func isNumber(_ text: String) -> Bool {
  // No other text begins and ends like one.
  guard let first = text.utf8.first, first == UInt8(ascii: "-") || first.isDigit,
    text.utf8.last?.isDigit == true
  else { return false }
  if isInteger(text) { return true }
  return (try? RawJSON(text)) != nil
}

/// A wire value converted to the type of its field; nil if the type has no such value.
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
