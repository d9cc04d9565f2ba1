import SchemaSource

extension Loading {
  /// `{ SOURCE: { properties } or string, because: string }`
  mutating func loadReadings(_ entry: Node.Entry, keys: [String], _ names: TypeNames?) -> Readings?
  {
    var readings: [Reading] = []
    // The whole or a source was already reported.
    var isUnreadable = if case .mapping = entry.value.content { false } else { true }
    var because: (text: String, range: SourceRange)?
    for item in reader.entries(entry.value, of: "readings") {
      if item.key.scalarText == "because" {
        because = reader.text(item.value, of: "because").map { ($0, item.key.range) }
        continue
      }
      guard let source = source(item.key) else {
        isUnreadable = true
        continue
      }
      var reading = Reading(source: source)
      if case .scalar = item.value.content {
        reading.text = reader.text(item.value, of: "a reading")
        if item.value.plainText == "none" {
          reader.error(
            .contradiction, "'none' without a property", at: item.value.range,
            fix: "name the property that the source does not document: { when: none }")
        }
      } else if let map = reader.mapping(item.value, of: "a reading", keys: keys) {
        reading.wire = map.located("wire", &reader)
        reading.type = names.flatMap { names in map["type"].flatMap { loadType($0.value, names) } }
        reading.unit = map["unit"].flatMap { reader.word($0.value, of: "unit", as: Unit.self) }
        reading.isOptional = map["optional"].flatMap { reader.boolean($0.value, of: "optional") }
        reading.isNullable = map["nullable"].flatMap { reader.boolean($0.value, of: "nullable") }
        reading.name = map.located("name", &reader)
        reading.constant = map.wireValue("const", &reader)
        reading.doc = map.text("doc", &reader)
        reading.condition = change(map["when"]) { $0.loadCondition($1) }
        reading.defaultValue = change(map["default"]) { $0.reader.wireValue($1, of: "default") }
        reading.isFlattened = reader.flag(map["flattened"], "flattened")
      }
      readings.append(reading)
    }
    guard !readings.isEmpty else {
      if !isUnreadable {
        reader.error(.missingKey, "readings without a source", at: entry.key.range)
      }
      return nil
    }
    let isConflict = readings.contains { involvesPage($0.source) }
    if isConflict, because == nil {
      reader.error(
        .becauseMissing, "the sources disagree, and the reason for the schema's choice is missing",
        at: entry.key.range,
        notes: readings.last.map {
          [.init(message: "it can follow this key", range: $0.source.range)]
        } ?? [], fix: "add because: with the reason")
    }
    if !isConflict, let because {
      reader.error(
        .becauseForbidden, "a reason without a conflict: versions may differ", at: because.range,
        fix: "remove because")
    }
    return Readings(entries: readings, because: because?.text, range: entry.key.range)
  }

  /// Plain `none` removes a property; quoted, it is a value.
  private mutating func change<Value>(
    _ entry: Node.Entry?, _ load: (inout Loading, Node) -> Value?
  ) -> Reading.Change<Value>? {
    guard let node = entry?.value else { return nil }
    if node.plainText == "none" { return .removed }
    return load(&self, node).map { .to($0) }
  }

  /// Whether a page is involved: any source but a whole version disagrees with a page or with its example.
  private func involvesPage(_ source: Source) -> Bool {
    source.part != nil || source.editions.contains { editions[$0].kind != .version }
  }
}
