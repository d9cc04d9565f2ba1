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
        if case .scalar(let scalar) = item.value.content, scalar.style == .plain,
          scalar.text == "none"
        {
          reader.error(
            .contradiction, "'none' without a property", at: item.value.range,
            fix: "name the property that the source does not document: { when: none }")
        }
      } else if let map = reader.mapping(item.value, of: "a reading", keys: keys) {
        reading.wire = map["wire"].flatMap { reader.located($0.value, of: "wire") }
        reading.type = names.flatMap { names in map["type"].flatMap { loadType($0.value, names) } }
        reading.unit = map["unit"].flatMap { reader.word($0.value, of: "unit", as: Unit.self) }
        reading.isOptional = map["optional"].flatMap { reader.boolean($0.value, of: "optional") }
        reading.name = map["name"].flatMap { reader.located($0.value, of: "name") }
        reading.constant = map["const"].flatMap { reader.wireValue($0.value, of: "const") }
        reading.doc = map["doc"].flatMap { reader.text($0.value, of: "doc") }
        reading.condition = map["when"].flatMap { entry in
          change(entry.value) { loading in loading.loadCondition(entry.value) }
        }
        reading.defaultValue = map["default"].flatMap { entry in
          change(entry.value) { $0.reader.wireValue(entry.value, of: "default") }
        }
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
    _ node: Node, _ load: (inout Loading) -> Value?
  ) -> Reading.Change<Value>? {
    if case .scalar(let scalar) = node.content, scalar.style == .plain, scalar.text == "none" {
      return .removed
    }
    return load(&self).map { .to($0) }
  }

  /// Whether a page is involved: any source but a whole version disagrees with a page or with its example.
  private func involvesPage(_ source: Source) -> Bool {
    source.part != nil || source.editions.contains { editions[$0].kind == .page }
  }
}
