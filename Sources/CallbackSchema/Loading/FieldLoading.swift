import SchemaSource

extension Loading {
  /// `{ WIRE: type or field }`
  mutating func loadFields(_ node: Node, _ names: TypeNames, within container: Provenance)
    -> [Field]
  {
    reader.entries(node, of: "fields").compactMap { entry in
      let field = loadField(entry, names, within: container)
      if field == nil { reader.lostFields.insert(entry.key.scalarText ?? "") }
      return field
    }
  }

  private mutating func loadField(
    _ entry: Node.Entry, _ names: TypeNames, within container: Provenance
  ) -> Field? {
    let wire = entry.key.scalarText ?? ""
    guard case .mapping = entry.value.content, !isDependency(entry.value) else {
      guard let type = loadType(entry.value, names, allowsNull: true) else { return nil }
      var field = FieldStatements(
        wire: wire, type: type, provenance: Provenance(editions: container.editions),
        range: entry.key.range)
      field.hasNullElements = Self.hasNullElements(entry.value)
      return Field(field)
    }
    guard let map = reader.mapping(entry.value, of: "a field", keys: LanguageKeys.field) else {
      return nil
    }
    let provenance = provenance(map["editions"], within: container)
    guard let type = fieldType(map, wire, names, within: provenance, at: entry.key.range) else {
      return nil
    }
    var field = FieldStatements(
      wire: wire, type: type, provenance: provenance, range: entry.key.range)
    field.doc = map.text("doc", &reader)
    field.isOptional = reader.flag(map["optional"], "optional")
    field.isNullable = reader.flag(map["nullable"], "nullable")
    field.isRequired = reader.flag(map["required"], "required")
    field.hasNullElements = map["type"].map { Self.hasNullElements($0.value) } ?? false
    if map.mayHave(Self.constraintKeys) {
      field.constraints = Constraint.Key.allCases.compactMap { key in
        map[key.rawValue].flatMap { loadConstraint(key, $0.value, of: type) }
      }
    }
    if map["format"] != nil, !field.constraints.contains(where: { $0.key == .format }) {
      reader.damagedFields.insert(field.range)
    }
    guard map.mayHave(Self.rareKeys) else { return Field(field) }
    var rare = RareFieldStatements()
    rare.name = map.located("name", &reader)
    rare.deprecation = loadDeprecation(map, within: provenance)
    rare.defaultValue = map.wireValue("default", &reader)
    rare.example = map.wireValue("example", &reader)
    rare.aliases = map.items("aliases", &reader).compactMap { reader.located($0, of: "an alias") }
    rare.accepts = map.items("accepts", &reader).compactMap {
      reader.word($0, of: "JSON kind", as: JSONKind.self)
    }
    rare.readings = map["readings"].flatMap {
      loadReadings($0, keys: LanguageKeys.fieldReading, names)
    }
    loadValues(map["values"], into: &field, &rare)
    return Field(field, rare)
  }

  private static let constraintKeys = KeyedNodes.Keys(Constraint.Key.allCases.map(\.rawValue))
  /// The keys of the statements about few of the fields: all keys but those that are read before.
  private static let rareKeys = KeyedNodes.Keys(
    LanguageKeys.field.filter { key in
      let others = ["type", "fields", "doc", "optional", "nullable", "required", "editions"]
      return key == "values" || !others.contains(key) && Constraint.Key(rawValue: key) == nil
    })

  /// Whether a mapping is the short form of a dependent type instead of a field.
  private func isDependency(_ node: Node) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    return entries.contains { $0.key.scalarText == "by" }
      && entries.contains { $0.key.scalarText == "of" }
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
    case (let type?, nil): return loadType(type.value, names, allowsNull: true)
    case (nil, let fields?): return .nested(loadFields(fields.value, names, within: provenance))
    case (nil, nil):
      missing("type", "what '\(wire)' carries", at: range)
      return nil
    }
  }

  /// `values`: codes that only this field has, or the meanings of a bool.
  private mutating func loadValues(
    _ entry: Node.Entry?, into field: inout FieldStatements, _ rare: inout RareFieldStatements
  ) {
    guard let entry else { return }
    let known = reader.diagnostics.all.count
    defer {
      if reader.diagnostics.all.count > known { reader.damagedTables.insert(field.wire) }
    }
    switch field.type {
    case .scalar(.bool):
      for row in reader.entries(entry.value, of: "values") {
        guard let value = reader.boolean(row.key, of: "a value of '\(field.wire)'"),
          let map = reader.mapping(row.value, of: "a value", keys: LanguageKeys.meaning)
        else { continue }
        rare.meanings[value] = map.text("doc", &reader)
      }
    case .scalar(let scalar) where scalar == .string || scalar.isInteger:
      var table = CodeTable(
        name: field.wire, raw: scalar, provenance: field.provenance, stem: "", range: field.range)
      loadRows(entry.value, into: &table)
      field.type = .ownTable(table)
    // The listed rows of a shared table are a constraint.
    case .table: break
    default:
      reader.error(
        .contradiction, "values are for strings, integers, bools and tables", at: entry.key.range)
    }
  }
}
