@_spi(Generated) import CallbackRuntime
import SchemaSource

extension Loading {
  /// Loads the constraint that a key states.
  mutating func loadConstraint(
    _ key: Constraint.Key, _ node: Node, of type: FieldType
  ) -> Constraint? {
    switch key {
    case .unit: reader.word(node, of: "unit", as: Unit.self).map { .unit($0) }
    case .range: loadBounds(node, of: "range").map { .range($0) }
    case .length: loadBounds(node, of: "length").map { .length($0) }
    case .characters: loadCharacters(node).map { .characters($0) }
    case .pattern: loadPattern(node).map { .pattern($0) }
    case .format: loadFormat(node).map { .format($0) }
    case .when: loadCondition(node).map { .condition($0) }
    case .values: loadListed(node, of: type).map { .listed($0) }
    case .const: reader.wireValue(node, of: "const").map { .constant($0) }
    }
  }

  /// The rows of a shared table that are documented for the field; nil for any other type.
  private mutating func loadListed(_ node: Node, of type: FieldType) -> [Located<WireValue>]? {
    guard case .table(let name) = type, let table = tables.first(where: { $0.name == name }) else {
      return nil
    }
    let listed = reader.items(node, of: "values").compactMap { item -> Located<WireValue>? in
      guard let value = reader.wireValue(item, of: "a value") else { return nil }
      guard let typed = typed(value.value, as: table.raw), table.row(for: typed) != nil else {
        reader.error(
          .notListed, "table '\(name)' has no value '\(value.value.text)'", at: item.range,
          notes: [table.noteOnMissing(value.value)])
        return nil
      }
      return Located(typed, at: item.range)
    }
    return listed.isEmpty ? nil : listed
  }

  /// `rfc3339` or another word, the name of a text format, `{ list: SEPARATOR }` or `{ base64: { CHARACTER: WRITTEN } }`
  private mutating func loadFormat(_ node: Node) -> Format? {
    if case .scalar = node.content {
      guard let name = reader.located(node, of: "a format") else { return nil }
      switch name.value {
      case "json": return .json
      case "rfc3339": return .rfc3339
      case "int": return .integer
      case "double": return .number
      case "bool": return .boolean
      case let word:
        if let standard = Format.Standard(rawValue: word) { return .standard(standard) }
      }
      let names = formatDefinitions.map(\.name)
      if names.contains(name.value) { return .text(name) }
      reader.error(
        .unknownName, "no format is called '\(name.value)'", at: name.range,
        fix: suggestion(for: name.value, in: Format.words + names)
          ?? "\(Format.words.joined(separator: ", ")), { list: SEPARATOR }, or a name under formats"
      )
      return nil
    }
    guard let map = reader.mapping(node, of: "a format", keys: LanguageKeys.format) else {
      return nil
    }
    if let base64 = map["base64"] { return loadReplacements(base64.value).map { .base64($0) } }
    guard let separator = map.text("list", &reader) else { return nil }
    guard !separator.isEmpty else {
      reader.error(.emptyText, "a list needs a separator", at: node.range)
      return nil
    }
    return .list(separator: separator)
  }

  private mutating func loadReplacements(_ node: Node) -> [Format.Replacement]? {
    var written: Set<String> = []
    return reader.entries(node, of: "base64").compactMap { entry in
      guard let character = reader.text(entry.key, of: "a character"),
        let text = reader.text(entry.value, of: "what is written")
      else { return nil }
      let isOwn = character.unicodeScalars.allSatisfy(CharacterRanges("A-Za-z0-9+/=").contains)
      guard character.unicodeScalars.count == 1, text.unicodeScalars.count == 1, isOwn,
        written.insert(text).inserted
      else {
        reader.error(
          .badValue, "'\(character): \(text)' replaces no character of base64 by one of its own",
          at: entry.key.range, fix: "for example \"/\": \"-\"")
        return nil
      }
      return Format.Replacement(character: character, written: text)
    }
  }

  /// Characters and ranges: `a-zA-Z0-9_.`
  private mutating func loadCharacters(_ node: Node) -> Located<String>? {
    guard let text = reader.located(node, of: "characters") else { return nil }
    let scalars = Array(text.value.unicodeScalars)
    for place in scalars.indices.dropFirst().dropLast()
    where scalars[place] == "-" && scalars[place - 1] > scalars[place + 1] {
      reader.error(
        .badRange, "the range '\(scalars[place - 1])-\(scalars[place + 1])' begins above its end",
        at: text.range, fix: "a minus sign of its own stands first or last")
      return nil
    }
    guard !scalars.isEmpty, scalars.allSatisfy({ $0.value >= 0x20 && $0 != "\\" }) else {
      reader.error(
        .badValue, "characters are printable ones and ranges of them, without escapes",
        at: text.range, fix: "for example a-zA-Z0-9_.-")
      return nil
    }
    return text
  }

  /// A regular expression that backtracking engines match in linear time.
  private mutating func loadPattern(_ node: Node) -> Located<String>? {
    guard let text = reader.located(node, of: "pattern") else { return nil }
    do throws(PatternError) {
      let pattern = try Pattern(parsing: text.value)
      if let ambiguity = pattern.ambiguity() { throw ambiguity }
      return text
    } catch {
      reader.error(
        .badPattern, "character \(error.offset + 1) of the pattern: \(error.message)",
        at: Self.place(error.offset, in: text), fix: error.fix)
      return nil
    }
  }

  /// The position of a character in a scalar; the whole scalar if it contains escapes or line breaks.
  private static func place(_ offset: Int, in text: Located<String>) -> SourceRange {
    let (start, end) = (text.range.start, text.range.end)
    let quotes = (end.offset - start.offset - text.value.utf8.count) / 2
    guard start.line == end.line, end.offset - start.offset == text.value.utf8.count + 2 * quotes,
      (0...1).contains(quotes)
    else { return text.range }
    func position(_ count: Int) -> SourcePosition {
      let bytes = String(String.UnicodeScalarView(text.value.unicodeScalars.prefix(count))).utf8
        .count
      return SourcePosition(
        line: start.line, column: start.column + quotes + count,
        offset: start.offset + quotes + bytes)
    }
    return SourceRange(path: text.range.path, start: position(offset), end: position(offset + 1))
  }

  mutating func loadCondition(_ node: Node) -> Condition? {
    if case .scalar = node.content { return reader.text(node, of: "when").map { .text($0) } }
    let clauses = loadClauses(node, of: "when")
    return clauses.isEmpty ? nil : .clauses(clauses, node.range)
  }

  /// The first `...` of a text.
  private static func dots(in text: String) -> Range<String.Index>? {
    let bytes = Array(text.utf8)
    let place = bytes.indices.first { bytes[$0...].starts(with: "...".utf8) }
    guard let place else { return nil }
    let start = text.utf8.index(text.startIndex, offsetBy: place)
    return start..<text.utf8.index(start, offsetBy: 3)
  }

  /// `A...B`, `A...`, `...B`
  private mutating func loadBounds(_ node: Node, of key: String) -> Located<Bounds>? {
    guard let text = reader.text(node, of: key) else { return nil }
    guard let dots = Self.dots(in: text) else {
      reader.error(
        .badRange, "'\(text)' is no range", at: node.range, fix: "write A...B, A... or ...B")
      return nil
    }
    let lower = String(text[..<dots.lowerBound])
    let upper = String(text[dots.upperBound...])
    let fits = [lower, upper].allSatisfy { $0.isEmpty || isNumber($0) }
    guard fits, !(lower.isEmpty && upper.isEmpty) else {
      reader.error(.badRange, "the ends of a range are numbers, not '\(text)'", at: node.range)
      return nil
    }
    if let low = Double(lower), let high = Double(upper), low > high {
      reader.error(.badRange, "the range '\(text)' begins above its end", at: node.range)
      return nil
    }
    return Located(
      Bounds(lower: lower.isEmpty ? nil : lower, upper: upper.isEmpty ? nil : upper), at: node.range
    )
  }
}
