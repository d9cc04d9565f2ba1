extension Service {
  /// The service with some of its events, and with the tables, objects and formats that they and the envelope use.
  ///
  /// - Parameter keys: the keys of the events.
  public func filtered(toEvents keys: Set<String>) -> Service {
    var filtered = self
    filtered.events = events.filter { keys.contains($0.key) }
    var need = Need(service: self)
    need.add(envelope + delivery.headers)
    for event in filtered.events {
      need.add(event.fields)
      for name in event.includes { need.add(object: name.value) }
    }
    filtered.tables = tables.filter { need.names.contains($0.name) }
    filtered.objects = objects.filter { need.names.contains($0.name) }
    filtered.formats = formats.filter { need.names.contains($0.name) }
    return filtered
  }
}

/// The transitive closure of the names that fields use.
private struct Need {
  let service: Service
  var names: Set<String> = []

  mutating func add(_ fields: [Field]) {
    for field in fields {
      add(field.type)
      for reading in field.readings?.entries ?? [] {
        if let type = reading.type { add(type) }
      }
      guard case .text(let name)? = field.format, names.insert(name.value).inserted else {
        continue
      }
      add(service.format(named: name.value)?.parts ?? [])
    }
  }

  private mutating func add(_ type: FieldType) {
    switch type {
    case .scalar, .ownTable, .stringOrInteger: break
    case .table(let name): names.insert(name)
    case .object(let name): add(object: name)
    case .nested(let fields): add(fields)
    case .list(let element): add(element)
    case .dependent(let dependency): names.formUnion(dependency.choices.map(\.table.value))
    }
  }

  mutating func add(object name: String) {
    guard names.insert(name).inserted, let object = service.object(named: name) else { return }
    add(object.fields)
    for included in object.includes { add(object: included.value) }
  }
}
