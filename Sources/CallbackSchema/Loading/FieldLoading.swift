import SchemaSource

extension Loading {
  /// `{ WIRE: type or field }`
  mutating func loadFields(_ node: Node, _ names: TypeNames, within container: Provenance)
    -> [Field]
  {
    reader.entries(node, of: "fields").compactMap { loadField($0, names, within: container) }
  }

  private mutating func loadField(
    _ entry: Node.Entry, _ names: TypeNames, within container: Provenance
  ) -> Field? {
    let wire = entry.key.scalarText ?? ""
    guard case .mapping = entry.value.content, !isDependency(entry.value) else {
      let type = loadType(entry.value, names)
      return type.map {
        emptyField(wire, $0, Provenance(editions: container.editions), at: entry.key.range)
      }
    }
    guard let map = reader.mapping(entry.value, of: "a field", keys: LanguageKeys.field) else {
      return nil
    }
    let provenance = provenance(map["editions"], within: container)
    guard let type = fieldType(map, wire, names, within: provenance, at: entry.key.range) else {
      return nil
    }
    var field = emptyField(wire, type, provenance, at: entry.key.range)
    field.name = map["name"].flatMap { reader.located($0.value, of: "name") }
    field.doc = map["doc"].flatMap { reader.text($0.value, of: "doc") }
    field.unit = map["unit"].flatMap { reader.word($0.value, of: "unit", as: Unit.self) }
    field.format = map["format"].flatMap { loadFormat($0.value) }
    field.isOptional = reader.flag(map["optional"], "optional")
    field.isRequired = reader.flag(map["required"], "required")
    field.condition = map["when"].flatMap { loadCondition($0.value) }
    field.constant = map["const"].flatMap { reader.wireValue($0.value, of: "const") }
    field.defaultValue = map["default"].flatMap { reader.wireValue($0.value, of: "default") }
    field.example = map["example"].flatMap { reader.wireValue($0.value, of: "example") }
    field.bounds = map["range"].flatMap { loadBounds($0.value, of: "range") }
    field.length = map["length"].flatMap { loadBounds($0.value, of: "length") }
    field.characters = map["characters"].flatMap { loadCharacters($0.value) }
    field.aliases =
      map["aliases"].map {
        reader.items($0.value, of: "aliases").compactMap { reader.located($0, of: "an alias") }
      } ?? []
    field.accepts =
      map["accepts"].map {
        reader.items($0.value, of: "accepts").compactMap {
          reader.word($0, of: "JSON kind", as: JSONKind.self)
        }
      } ?? []
    field.readings = map["readings"].flatMap {
      loadReadings($0, keys: LanguageKeys.fieldReading, names)
    }
    loadValues(map["values"], into: &field)
    return field
  }

  /// A short form may be a dependent type, which is a mapping too.
  private func isDependency(_ node: Node) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    let keys = entries.compactMap(\.key.scalarText)
    return keys.contains("by") && keys.contains("of")
  }

  private mutating func fieldType(
    _ map: KeyedNodes, _ wire: String, _ names: TypeNames, within provenance: Provenance,
    at range: SourceRange
  ) -> FieldType? {
    switch (map["type"], map["fields"]) {
    case (let type?, let fields?):
      reader.error(
        .contradiction, "a field has a type, or fields of its own, not both", at: fields.key.range,
        notes: [.init(message: "the type is here", range: type.key.range)])
      return nil
    case (let type?, nil): return loadType(type.value, names)
    case (nil, let fields?): return .nested(loadFields(fields.value, names, within: provenance))
    case (nil, nil):
      missing("type", "what '\(wire)' carries", at: range)
      return nil
    }
  }

  /// `values`: codes of this field alone, the meanings of a bool, or the rows of its table that are listed here.
  private mutating func loadValues(_ entry: Node.Entry?, into field: inout Field) {
    guard let entry else { return }
    switch field.type {
    case .scalar(.bool):
      for row in reader.entries(entry.value, of: "values") {
        guard let value = reader.boolean(row.key, of: "a value of '\(field.wire)'"),
          let map = reader.mapping(row.value, of: "a value", keys: LanguageKeys.meaning)
        else { continue }
        field.meanings[value] = map["doc"].flatMap { reader.text($0.value, of: "doc") }
      }
    case .scalar(let scalar) where scalar == .string || scalar.isInteger:
      var table = CodeTable(
        name: field.wire, raw: scalar, kind: .codes, rows: [], otherwise: nil, columns: [],
        isOrdered: false, elsewhere: nil, provenance: field.provenance, doc: nil, stem: "",
        range: field.range)
      loadRows(entry.value, into: &table)
      field.type = .ownTable(table)
    case .table(let name):
      guard let table = tables.first(where: { $0.name == name }) else { return }
      for item in reader.items(entry.value, of: "values") {
        guard let value = reader.wireValue(item, of: "a value") else { continue }
        guard let typed = typed(value.value, as: table.raw), table.row(for: typed) != nil else {
          reader.error(
            .notListed, "table '\(name)' has no value '\(value.value.text)'", at: item.range,
            notes: [table.noteOnMissing(value.value)])
          continue
        }
        field.listed.append(Located(typed, at: item.range))
      }
    default:
      reader.error(
        .contradiction, "values are for strings, integers, bools and tables", at: entry.key.range)
    }
  }

  /// `rfc3339`, the name of a text format, `{ list: SEPARATOR }` or `{ base64: { CHARACTER: WRITTEN } }`
  private mutating func loadFormat(_ node: Node) -> Format? {
    if case .scalar = node.content {
      guard let name = reader.located(node, of: "a format") else { return nil }
      switch name.value {
      case "json": return .json
      case "rfc3339": return .rfc3339
      default: break
      }
      let names = formatDefinitions.map(\.name)
      if names.contains(name.value) { return .text(name) }
      reader.error(
        .unknownName, "no format is called '\(name.value)'", at: name.range,
        fix: closestMatch(to: name.value, in: ["json", "rfc3339"] + names).map {
          "did you mean '\($0)'?"
        } ?? "json, rfc3339, { list: SEPARATOR }, or a name under formats")
      return nil
    }
    guard let map = reader.mapping(node, of: "a format", keys: LanguageKeys.format) else {
      return nil
    }
    if let base64 = map["base64"] { return loadReplacements(base64.value).map { .base64($0) } }
    guard let separator = map["list"].flatMap({ reader.text($0.value, of: "list") })
    else { return nil }
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
      let alphabet = ("A"..."Z", "a"..."z", "0"..."9")
      let isOwn =
        alphabet.0.contains(character) || alphabet.1.contains(character)
        || alphabet.2.contains(character) || ["+", "/", "="].contains(character)
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

  /// Characters and ranges of them: `a-zA-Z0-9_.`
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

  mutating func loadCondition(_ node: Node) -> Condition? {
    if case .scalar = node.content { return reader.text(node, of: "when").map { .text($0) } }
    let clauses = loadClauses(node, of: "when")
    return clauses.isEmpty ? nil : .clauses(clauses, node.range)
  }

  /// `A...B`, `A...`, `...B`
  private mutating func loadBounds(_ node: Node, of key: String) -> Located<Bounds>? {
    guard let text = reader.text(node, of: key) else { return nil }
    guard let dots = firstRange(of: "...", in: text) else {
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

  func emptyField(
    _ wire: String, _ type: FieldType, _ provenance: Provenance, at range: SourceRange
  ) -> Field {
    Field(
      wire: wire, name: nil, type: type, unit: nil, format: nil, constant: nil, bounds: nil,
      length: nil, characters: nil, listed: [], meanings: [:], defaultValue: nil, example: nil,
      isOptional: false,
      isRequired: false, condition: nil, provenance: provenance, readings: nil, aliases: [],
      accepts: [], doc: nil, range: range)
  }
}
