import CallbackSchema
import SchemaSource

extension FactSheet {
  /// Adds the statements about fields, and about the fields that are declared inside them.
  mutating func add(fields: [Field], below path: String) {
    for field in fields {
      let place = path.isEmpty ? field.wire : "\(path).\(field.wire)"
      add(field, "`\(place)`")
      add(membersOf: field.type, below: place)
    }
  }

  private mutating func add(membersOf type: FieldType, below path: String) {
    switch type {
    case .nested(let fields): add(fields: fields, below: path)
    case .list(let element): add(membersOf: element, below: path + "[]")
    case .map(let element): add(membersOf: element, below: path + ".*")
    case .scalar, .table, .ownTable, .object, .stringOrInteger, .dependent, .union, .choice: break
    }
  }

  /// Adds the statements about one field.
  mutating func add(_ field: Field, _ subject: String) {
    let (provenance, range) = (field.provenance, field.range)
    add("\(subject): \(type(of: field)), \(presence(of: field)).", provenance, range)
    add(description: field.doc, of: subject, provenance, range)
    add(field.deprecation, of: subject)
    for fact in field.facts(hasTimes: true) { add("\(subject): \(fact)", provenance, range) }
    if let format = field.format { add("\(subject) is \(format.phrase).", provenance, range) }
    if let constant = field.constant {
      add("\(subject) is always `\(constant.value.text)`.", provenance, range)
    }
    for value in [true, false] {
      if let meaning = field.meanings[value] {
        add("\(subject) is \(value): \(meaning)", provenance, range)
      }
    }
    for alias in field.aliases {
      add("\(subject) is also spelled `\(alias.value)`.", nil, alias.range)
    }
    for kind in field.accepts {
      add("\(subject) is also accepted as a JSON \(kind.rawValue).", nil, range)
    }
    if case .dependent(let dependency) = field.type {
      for choice in dependency.choices {
        add(
          "\(subject) is a value of the table \(choice.table.value) if `\(dependency.selector.value.joined(separator: "."))` is `\(choice.value.text)`.",
          provenance, choice.table.range)
      }
    }
    if let choice = field.type.objectChoice {
      for option in choice.options {
        add(
          "\(subject) is an object \(option.object.value) if its member `\(choice.member)` is `\(option.value.text)`.",
          provenance, option.object.range)
      }
    }
    add(field.readings, of: subject)
    add(rowsOf: field.type, of: subject)
  }

  mutating func add(_ deprecation: Deprecation?, of subject: String) {
    guard let deprecation else { return }
    add(
      "\(subject) is deprecated: \(deprecation.text)", deprecation.provenance, deprecation.range)
  }

  private func type(of field: Field) -> String {
    switch field.type {
    case .ownTable(let table):
      "\(table.raw.rawValue), \(table.kind == .flags ? "a combination of the bits" : "one of the values") below"
    case .table(let name):
      field.codeTable(in: service)?.kind == .flags
        ? "a combination of the bits of \(name)" : "a value of the code table \(name)"
    case .object(let name): "an object \(name)"
    case .list(.object(let name)): "a list of objects \(name)"
    default: field.type.phrase
    }
  }

  private func presence(of field: Field) -> String {
    if field.isRequired { return "required: an event without it is malformed" }
    if field.isOptional { return "can be absent" }
    if field.condition != nil { return "present under a condition" }
    return field.provenance.editions.isEmpty ? "not documented as present" : "always present"
  }

  private mutating func add(_ readings: Readings?, of subject: String) {
    guard let readings else { return }
    for reading in readings.entries {
      add(
        "\(subject): `\(reading.source.text)` \(reading.statement).", nil, reading.source.range)
    }
    if let because = readings.because {
      add("\(subject): the schema's choice: \(because)", nil, readings.range)
    }
  }

  private mutating func add(rowsOf type: FieldType, of subject: String) {
    switch type {
    case .ownTable(let table): add(rows: table, of: subject)
    case .list(let element), .map(let element): add(rowsOf: element, of: subject)
    case .scalar, .table, .object, .nested, .stringOrInteger, .dependent, .union, .choice: break
    }
  }

  /// Adds the values of a code table.
  mutating func add(rows table: CodeTable, of subject: String) {
    if table.isOrdered { add("\(subject) The values form a scale.", table.provenance, table.range) }
    if let page = table.elsewhere {
      add(
        "\(subject) Further values are documented elsewhere: \(page)", table.provenance, table.range
      )
    }
    for row in table.rows { add(row, "`\(row.value.text)`", of: subject) }
    if let otherwise = table.otherwise { add(otherwise, "any other value", of: subject) }
  }

  private mutating func add(_ row: CodeTable.Row, _ value: String, of subject: String) {
    let start = [subject, value].filter { !$0.isEmpty }.joined(separator: " = ")
    let names = (row.constant ?? row.name?.value).map { " (`\($0)`)" } ?? ""
    let outcome = row.outcome.map { " Outcome: \($0.rawValue)." } ?? ""
    add(
      "\(start)\(names): \(row.doc ?? "listed without a meaning.")\(outcome)", row.provenance,
      row.range)
    add(row.deprecation, of: start)
    if let advice = row.advice { add("\(start): advice: \(advice)", row.provenance, row.range) }
    for (column, cell) in row.columns.sorted(by: { $0.key < $1.key }) {
      add("\(start): \(column) is `\(cell.text)`.", row.provenance, row.range)
    }
    add(row.readings, of: start)
  }
}

extension FieldType {
  /// The choice of an object that the value, or each of its elements, is.
  fileprivate var objectChoice: ObjectChoice? {
    switch self {
    case .choice(let choice): choice
    case .list(let element), .map(let element): element.objectChoice
    default: nil
    }
  }
}
