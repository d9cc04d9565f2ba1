import SchemaSource

extension Loading {
  /// `{ SOURCE: { what it says } or text, because: text }`
  mutating func loadReadings(_ entry: Node.Entry, keys: [String], _ names: TypeNames?) -> Readings?
  {
    var readings: [Reading] = []
    // A source or the whole was reported already.
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
            .contradiction, "none of what?", at: item.value.range,
            fix: "name the property that the source does not have: { when: none }")
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
      if !isUnreadable { reader.error(.missingKey, "readings name no source", at: entry.key.range) }
      return nil
    }
    let isConflict = readings.contains { involvesPage($0.source) }
    if isConflict, because == nil {
      reader.error(
        .becauseMissing, "the sources disagree, and nothing says why the schema chose as it did",
        at: entry.key.range,
        notes: readings.last.map {
          [.init(message: "it could stand behind this", range: $0.source.range)]
        } ?? [], fix: "add because: with the reason")
    }
    if !isConflict, let because {
      reader.error(.becauseForbidden, "versions differ, nothing is in conflict", at: because.range)
    }
    return Readings(entries: readings, because: because?.text, range: entry.key.range)
  }

  /// Plain `none` takes a property away; quoted it is a value.
  private mutating func change<Value>(
    _ node: Node, _ load: (inout Loading) -> Value?
  ) -> Reading.Change<Value>? {
    if case .scalar(let scalar) = node.content, scalar.style == .plain, scalar.text == "none" {
      return .removed
    }
    return load(&self).map { .to($0) }
  }

  /// Anything but a whole version can only disagree with a page or with its own example.
  private func involvesPage(_ source: Source) -> Bool {
    source.part != nil || source.editions.contains { editions[$0].kind == .page }
  }
}
