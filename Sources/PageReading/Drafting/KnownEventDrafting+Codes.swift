import CallbackSchema

/// The codes that a page lists and a table lacks.
extension KnownEventDrafting {
  /// Records the codes that the page lists for a field.
  mutating func list(_ field: PageField, _ known: Field) {
    let element = if case .list(let element) = known.type { element } else { known.type }
    guard let table = element.table(in: context.service) else { return }
    var codes = listed[table.range] ?? ListedCodes(table: table, position: field.position)
    codes.codes.formUnion(field.values.map(\.text))
    if field.values.isEmpty || !field.values.allSatisfy(\.doubts.isEmpty) || !field.doubts.isEmpty {
      codes.isComplete = false
    }
    listed[table.range] = codes
  }

  /// Drafts the codes of a field that its table lacks.
  mutating func compareValues(
    of field: PageField, _ known: Field, at place: SchemaDirectory.Place, _ subject: String,
    _ editions: DraftEditions
  ) {
    let values = field.values
    guard !values.isEmpty, values.allSatisfy(\.doubts.isEmpty), known.constant == nil,
      !context.hasConditionalTables(field)
    else {
      return
    }
    let element = if case .list(let element) = known.type { element } else { known.type }
    switch element {
    case .ownTable(let table):
      add(
        values, of: field, missingIn: table, at: place.appending("values"),
        within: known.provenance.editions, subject, editions)
    case .table(let name):
      guard let table = context.service.table(named: name),
        let tablePlace = context.directory.place(of: table.range)
      else { return }
      add(
        values, of: field, missingIn: table, at: tablePlace.appending("values"),
        within: table.provenance.editions, "table \(name)", editions)
      guard !known.listed.isEmpty else { return }
      for value in values where !known.listed.contains(where: { $0.value.text == value.text }) {
        let edit = SchemaEdit(
          file: place.file, path: place.path + ["values"],
          .append(CodeRows.key(value.text, table.raw.isInteger)))
        add("value \(value.text) of \(subject)", at: value.position, [edit], .code(value.text))
      }
    case .scalar(let scalar) where scalar == .string || scalar.isInteger:
      // Examples are no table of values.
      guard known.format == nil, known.unit == nil, values[0].rule != .exampleValues,
        scalar == .string || values.allSatisfy({ CodeRows.isInteger($0.text) })
      else { return }
      addTable(values, of: known, at: place, isNumber: scalar != .string, subject, editions)
    default: break
    }
  }

  /// Drafts a table for a field that has none.
  private mutating func addTable(
    _ values: [PageValue], of known: Field, at place: SchemaDirectory.Place, isNumber: Bool,
    _ subject: String, _ editions: DraftEditions
  ) {
    let sources = editions.value(within: known.provenance.editions, of: context.service)
    var rows = CodeRows.rows(values, areNumbers: isNumber)
    if let sources {
      let names = CodeNames.names(of: values)
      rows = .mapping(
        zip(values, names).map { value, name in
          YAMLEntry(
            CodeRows.key(value.text, isNumber),
            CodeRows.row(value, name: isNumber ? name : nil, editions: sources))
        })
    }
    let edit = SchemaEdit(
      file: place.file, path: place.path, .insert(YAMLEntry("values", rows), .before(["readings"])))
    add("values of \(subject)", at: values[0].position, [edit], .code(values[0].text))
  }

  /// Collects the codes that a table lacks, and adds the edition to those that it has for others.
  private mutating func add(
    _ values: [PageValue], of field: PageField, missingIn table: CodeTable,
    at place: SchemaDirectory.Place, within container: EditionSet, _ subject: String,
    _ editions: DraftEditions
  ) {
    let names = CodeNames.names(of: values)
    let taken = Set(table.rows.compactMap { $0.name?.value })
    var previous: String?
    for (value, name) in zip(values, names) {
      defer { previous = value.text }
      if let row = table.rows.first(where: { $0.value.text == value.text }) {
        if !isDocumented(row.provenance, for: editions),
          let rowPlace = context.directory.place(of: row.range)
        {
          document(
            row.provenance, for: editions, at: rowPlace, "code \(value.text) of \(subject)",
            value.position, .code(value.text))
        }
        continue
      }
      guard !table.raw.isInteger || CodeRows.isInteger(value.text) else {
        add(
          "code \(value.text) of \(subject)", at: value.position, [], .code(value.text),
          remarks: [.init("the codes of the table are integers", at: value.position)])
        continue
      }
      if let known = newCodes.firstIndex(where: {
        $0.values == place && $0.value.text == value.text
      }) {
        newCodes[known].editions = newCodes[known].editions.union(editions, in: context.service)
        continue
      }
      newCodes.append(
        NewCode(
          values: place, value: value, name: name.flatMap { taken.contains($0) ? nil : $0 },
          isNumber: table.raw.isInteger, container: container, editions: editions,
          previous: previous, subject: subject))
    }
  }

  func part(of new: NewCode) -> Draft.Part {
    var part = Draft.Part("code \(new.value.text) of \(new.subject)", at: new.value.position)
    part.evidence = [.code(new.value.text)]
    let editions = new.editions.value(within: new.container, of: context.service)
    let key = CodeRows.key(new.value.text, new.isNumber)
    let isList = context.directory.node(at: new.values)?.items.isEmpty == false
    if isList, editions == nil {
      part.edits = [SchemaEdit(file: new.values.file, path: new.values.path, .append(key))]
    } else if isList {
      part.remarks = [
        .init(
          "the values are a list; write them as a mapping, with { editions: [...] } for '\(new.value.text)'",
          at: new.value.position)
      ]
    } else {
      let row = CodeRows.row(new.value, name: new.isNumber ? new.name : nil, editions: editions)
      part.edits = [
        SchemaEdit(
          file: new.values.file, path: new.values.path,
          .insert(YAMLEntry(key, row), new.previous.map { .after($0) } ?? .first))
      ]
    }
    return part
  }
}
