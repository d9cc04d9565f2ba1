import CallbackSchema
import SchemaSource

/// The fields of a schema as a page of certain editions is expected to declare them.
struct SchemaProjection {
  let service: Service
  let view: ProjectionView
  /// Whether members are expected inside the object that a reading of the page places beside it.
  var keepsFlattened: Set<String> = []
  /// The objects around the current field.
  private var open: [String] = []

  init(_ view: ProjectionView, keepsFlattened: Set<String> = []) {
    service = view.service
    self.view = view
    self.keepsFlattened = keepsFlattened
  }

  /// The fields that the editions document or mention.
  func fields(_ fields: [Field], below parent: String = "") -> [ComparedField] {
    var found: [ComparedField] = []
    for field in fields {
      switch view.statement(on: field.provenance) {
      case .foreign: continue
      case .documented: found += compared(field, below: parent, isDemanded: true)
      case .mentioned: found += compared(field, below: parent, isDemanded: false)
      }
    }
    // Options of a choice, and types of a union, may have members of one name.
    return found.reduce(into: []) { merged, field in
      guard let place = merged.firstIndex(where: { $0.name == field.name }) else {
        return merged.append(field)
      }
      merged[place].isDemanded = merged[place].isDemanded && field.isDemanded
      merged[place].otherTypes += [field.type] + field.otherTypes
      let known = Set(merged[place].values.map(\.text))
      merged[place].values += field.values.filter { !known.contains($0.text) }
      let members = Set(merged[place].members.map(\.name))
      merged[place].members += field.members.filter { !members.contains($0.name) }
    }
  }

  /// A field, or its members if a reading of the page places them beside it.
  private func compared(
    _ field: Field, below parent: String, isDemanded: Bool
  ) -> [ComparedField] {
    let entries = field.readings?.entries ?? []
    let own = entries.filter { view.isWhole($0.source) }
    let parts = entries.filter { view.isDeclaringPart($0.source) }
    if (own + parts).contains(where: { $0.isFlattened && $0.source.part != .prose }),
      !keepsFlattened.contains(field.wire)
    {
      return members(of: field.type, below: parent)
    }
    let name = own.lazy.compactMap(\.wire).first?.value ?? field.wire
    let path = parent.isEmpty ? name : "\(parent).\(name)"
    var found = ComparedField(
      name: name, path: path, type: ComparedType(field.type, in: service), origin: .schema(field))
    found.isDemanded = isDemanded
    found.spellings = spellings(of: field, named: name, own: own, parts: parts)
    found.partTypes = parts.compactMap { reading in
      reading.type.map { (ComparedType($0, in: service), reading) }
    }
    if let reading = own.first(where: { $0.type != nil }), let type = reading.type {
      found.replacedType = .init(declared: found.type, reading: reading, isOfPart: false)
      found.type = ComparedType(type, in: service)
    } else if let reading = parts.first(where: { $0.type != nil }) {
      found.replacedType = .init(declared: found.type, reading: reading, isOfPart: true)
    }
    found.presence = presence(of: field, readings: own + parts)
    values(of: field, into: &found)
    found.members = members(of: field.type, below: path + found.type.suffix)
    return [found]
  }

  private func spellings(
    of field: Field, named name: String, own: [Reading], parts: [Reading]
  ) -> [ComparedSpelling] {
    var found: [ComparedSpelling] = []
    func add(_ spelling: String, _ kind: ComparedSpelling.Kind) {
      guard spelling != name, !found.contains(where: { $0.name == spelling }) else { return }
      found.append(ComparedSpelling(name: spelling, kind: kind))
    }
    for reading in parts { if let wire = reading.wire { add(wire.value, .part) } }
    if let reading = own.first(where: { $0.wire != nil }) { add(field.wire, .declared(reading)) }
    for spelling in field.otherSpellings { add(spelling, .accepted) }
    return found
  }

  private func presence(of field: Field, readings: [Reading]) -> Set<ComparedPresence> {
    // A condition is written in words on some pages, and as an optional field on others.
    var isOptional = field.isOptional
    for reading in readings where view.isWhole(reading.source) {
      isOptional = reading.isOptional ?? isOptional
    }
    if field.condition != nil { return [.required, .optional] }
    var found: Set<ComparedPresence> = [isOptional ? .optional : .required]
    for reading in readings {
      if let isOptional = reading.isOptional { found.insert(isOptional ? .optional : .required) }
    }
    return found
  }

  // MARK: Values

  private func values(of field: Field, into found: inout ComparedField) {
    var element = field.type
    while case .list(let inner) = element { element = inner }
    if let table = element.table(in: service) {
      found.tableKind = table.kind
      let listed = Set(field.listed.map(\.value))
      let rows = table.rows.filter { listed.isEmpty || listed.contains($0.value) }
      found.values = self.values(of: rows, in: table)
    } else if case .dependent(let dependency) = element {
      found.tableKind = .codes
      let tables = dependency.choices.compactMap { service.table(named: $0.table.value) }
      found.values = tables.flatMap { table in
        values(of: table.rows, in: table).map { value in
          var value = value
          value.group = table.name
          return value
        }
      }
    } else if let constant = field.constant {
      let own = field.readings?.entries.filter { view.isWhole($0.source) }.compactMap(\.constant)
      let value = own?.first ?? constant
      found.values = [ComparedValue(text: value.value.text, range: value.range)]
      found.isConstant = true
    } else {
      found.values = [true, false].filter { field.meanings[$0] != nil }
        .map { ComparedValue(text: "\($0)", range: field.range) }
    }
  }

  private func values(of rows: [CodeTable.Row], in table: CodeTable) -> [ComparedValue] {
    let view = view.inside(table.provenance)
    return rows.map { row in
      var value = ComparedValue(
        text: row.value.text, constant: row.constant, range: row.range)
      switch view.statement(on: row.provenance) {
      case .documented: break
      case .mentioned: value.isDemanded = false
      case .foreign(let names):
        value.isDemanded = false
        value.foreignEditions = names
      }
      return value
    }
  }

  // MARK: Members

  private func members(of type: FieldType, below path: String) -> [ComparedField] {
    switch type {
    case .nested(let members): return fields(members, below: path)
    case .object(let name):
      guard let object = service.object(named: name), !open.contains(name) else { return [] }
      var inner = SchemaProjection(view.inside(object.provenance), keepsFlattened: keepsFlattened)
      inner.open = open + [name]
      return inner.fields(service.fields(of: object), below: path)
    case .list(let element), .map(let element): return members(of: element, below: path)
    case .union(let types): return types.flatMap { members(of: $0, below: path) }
    case .choice(let choice):
      return choice.options.flatMap { members(of: .object($0.object.value), below: path) }
    case .scalar, .table, .ownTable, .dependent, .stringOrInteger: return []
    }
  }
}

extension ComparedType {
  init(_ type: FieldType, in service: Service) {
    self.init(kinds: type.kinds(in: service), text: type.inventoryText(in: service))
    switch type {
    case .list(let element): self.element = [ComparedType(element, in: service)]
    case .choice: kinds = [.object]
    case .map: isMap = true
    case .stringOrInteger, .union, .object, .nested: break
    case .scalar, .table, .ownTable, .dependent:
      let scalar = type.scalar(in: service)
      self.scalar = scalar?.kind == .number ? scalar : nil
    }
  }

  /// What a path has after the name of a container: the mark of a list, or that of a map.
  var suffix: String {
    if isMap { return ".*" }
    return kinds == [.list] ? "[]" + (element.first?.suffix ?? "") : ""
  }
}

extension FieldType {
  /// The type in the notation of an inventory.
  func inventoryText(in service: Service) -> String {
    switch self {
    case .scalar, .table, .ownTable, .dependent: scalar(in: service)?.rawValue ?? "json"
    case .object, .nested, .choice: "object"
    case .list(let element): "[\(element.inventoryText(in: service))]"
    case .stringOrInteger: "string | int"
    case .map(let element): "[string: \(element.inventoryText(in: service))]"
    case .union(let members): members.map { $0.inventoryText(in: service) }.joined(separator: " | ")
    }
  }
}
