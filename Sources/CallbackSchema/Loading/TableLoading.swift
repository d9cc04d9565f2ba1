import SchemaSource

extension Loading {
  mutating func loadTable(_ definition: Definition) -> CodeTable? {
    guard let map = reader.mapping(definition.value, of: "a table", keys: LanguageKeys.table) else {
      return nil
    }
    require(["raw": "the type of the codes on the wire"], in: map, at: definition.key.range)
    guard let raw = map["raw"].flatMap({ reader.word($0.value, of: "raw type", as: Scalar.self) })
    else { return nil }
    guard raw == .string || raw.isInteger else {
      reader.error(
        .badType, "codes must be strings or integers, not \(raw.rawValue)",
        at: map["raw"]?.value.range ?? map.range)
      return nil
    }
    let provenance = provenance(map["editions"], within: everyone)
    var table = CodeTable(
      name: definition.name, raw: raw, kind: map.word("kind", &reader) ?? .codes,
      columns: map["columns"].map { loadColumns($0.value) } ?? [],
      isOrdered: reader.flag(map["ordered"], "ordered"),
      elsewhere: map.text("elsewhere", &reader),
      provenance: provenance, doc: map.text("doc", &reader),
      stem: definition.stem, range: definition.key.range)
    if table.kind == .flags, !raw.isInteger {
      reader.error(
        .contradiction, "flags must have an integer type, not string", at: definition.key.range)
    }
    if let values = map["values"] {
      loadRows(values.value, into: &table)
    } else {
      missing(
        "values", "the rows of the table", at: definition.key.range, in: definition.value)
    }
    return table
  }

  private mutating func loadColumns(_ node: Node) -> [CodeTable.Column] {
    reader.entries(node, of: "columns").compactMap { entry in
      guard let type = reader.word(entry.value, of: "column type", as: Scalar.self) else {
        return nil
      }
      guard type == .string else {
        reader.error(.badType, "a column must have the type string", at: entry.value.range)
        return nil
      }
      return CodeTable.Column(name: entry.key.scalarText ?? "", type: type, range: entry.key.range)
    }
  }

  /// Loads the rows: a list of strings, or `{ VALUE: name or row }`.
  mutating func loadRows(_ node: Node, into table: inout CodeTable) {
    let isEmpty: Bool
    switch node.content {
    case .sequence(let items):
      isEmpty = items.isEmpty
      for item in items {
        guard let value = reader.wireValue(item, of: "a value"),
          let checked = rowValue(value, in: table)
        else { continue }
        guard table.raw == .string else {
          reader.error(
            .contradiction, "a list of values must contain strings; integers need names",
            at: item.range,
            fix: "write { \(value.value.text): name }")
          continue
        }
        add(emptyRow(checked, in: table, at: item.range), to: &table)
      }
    case .mapping(let entries):
      isEmpty = entries.isEmpty
      for entry in entries { loadRow(entry, into: &table) }
    case .scalar:
      isEmpty = false
      reader.error(.wrongKind, "values must be a list or a mapping", at: node.range)
    }
    if isEmpty {
      reader.error(.missingKey, "the table has no values", at: node.range)
    }
  }

  private mutating func loadRow(_ entry: Node.Entry, into table: inout CodeTable) {
    guard let value = reader.wireValue(entry.key, of: "a value") else { return }
    let isElse = entry.key.plainText == "else"
    guard let checked = isElse ? value.value : rowValue(value, in: table) else { return }
    var row = emptyRow(checked, in: table, at: entry.key.range)
    if entry.value.plainText == "" {
      reader.error(
        .emptyText, "a row's name is empty", at: entry.value.range,
        fix: "write a name, or { } to name it after the value")
    } else if case .scalar = entry.value.content {
      row.name = reader.located(entry.value, of: "a row's name")
    } else {
      let columns = table.columns.map(\.name)
      guard
        let map = reader.mapping(entry.value, of: "a row", keys: LanguageKeys.row, others: columns)
      else { return }
      row.name = map.located("name", &reader)
      row.constant = map.text("constant", &reader)
      row.doc = map.text("doc", &reader)
      row.outcome = map.word("outcome", &reader)
      row.advice = map.text("advice", &reader)
      row.provenance = provenance(map["editions"], within: table.provenance)
      row.deprecation = loadDeprecation(map, within: row.provenance)
      row.readings = map["readings"].flatMap {
        loadReadings($0, keys: LanguageKeys.rowReading, nil)
      }
      for column in columns {
        row.columns[column] = map.text(column, &reader).map { .string($0) }
      }
    }
    if isElse {
      table.otherwise = row
      if table.kind == .flags {
        reader.error(.contradiction, "a table of flags cannot have else", at: entry.key.range)
      }
    } else {
      add(row, to: &table)
    }
  }

  private mutating func add(_ row: CodeTable.Row, to table: inout CodeTable) {
    if let first = table.row(for: row.value) {
      reader.error(
        .repeatedValue, "'\(row.value.text)' is listed twice", at: row.range,
        notes: [.init(message: "first listed here", range: first.range)])
      return
    }
    table.rows.append(row)
  }

  /// The value converted to the raw type of the table; nil after a report.
  private mutating func rowValue(_ value: Located<WireValue>, in table: CodeTable) -> WireValue? {
    if let typed = typed(value.value, as: table.raw) { return typed }
    reader.error(
      .badValue, "'\(value.value.text)' is not a value of type \(table.raw.rawValue)",
      at: value.range,
      fix: !table.raw.isInteger
        ? nil
        : isInteger(value.value.text)
          ? "write it without quotes; it must fit the type"
          : "write a decimal integer that fits the type")
    return nil
  }

  private func emptyRow(_ value: WireValue, in table: CodeTable, at range: SourceRange)
    -> CodeTable.Row
  {
    CodeTable.Row(
      value: value, provenance: Provenance(editions: table.provenance.editions), range: range)
  }
}
