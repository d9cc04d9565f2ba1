extension Service {
  /// The service with some of its events, and with the tables, objects and formats that they and the envelope use.
  ///
  /// - Parameter keys: the keys of the events.
  public func filtered(toEvents keys: Set<String>) -> Service {
    var filtered = self
    filtered.events = events.filter { keys.contains($0.key) }
    let needed = filtered.events.reduce(into: namesUsedByEnvelope) {
      $0.formUnion(namesUsed(by: $1))
    }
    filtered.tables = tables.filter { needed.contains($0.name) }
    filtered.objects = objects.filter { needed.contains($0.name) }
    filtered.formats = formats.filter { needed.contains($0.name) }
    return filtered
  }

  /// The names of the tables, objects and formats that the envelope and the headers use, directly or indirectly.
  package var namesUsedByEnvelope: Set<String> {
    var need = Need(service: self)
    need.add(envelope + delivery.headers)
    return need.names
  }

  /// The names of the tables, objects and formats that an event uses, directly or indirectly.
  package func namesUsed(by event: Event) -> Set<String> {
    var need = Need(service: self)
    need.add(event.fields)
    for name in event.includes + [event.object].compactMap({ $0 }) { need.add(name.value) }
    return need.names
  }
}

/// The transitive closure of the names that fields use.
private struct Need {
  let service: Service
  var names: Set<String> = []

  mutating func add(_ fields: [Field]) {
    fields.visitWithNested { field in
      add(field.type)
      for reading in field.readings?.entries ?? [] { if let type = reading.type { add(type) } }
      guard let name = field.formatName, names.insert(name).inserted else { return }
      add(service.format(named: name)?.parts ?? [])
    }
  }

  /// Adds the tables and objects that a type names.
  private mutating func add(_ type: FieldType) {
    if case .scalar = type { return }
    for name in type.names { add(name) }
  }

  /// Adds a table or an object.
  mutating func add(_ name: String) {
    guard names.insert(name).inserted, let object = service.object(named: name) else { return }
    add(object.fields)
    for included in object.includes { add(included.value) }
  }
}
