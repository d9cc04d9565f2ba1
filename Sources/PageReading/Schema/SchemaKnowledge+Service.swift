public import CallbackSchema

extension SchemaKnowledge {
  /// What an edition of a service documents.
  ///
  /// - Parameters:
  ///   - service: the whole service.
  ///   - edition: the name of the edition; nil for everything that any source says.
  /// - Returns: nil if the service has no such edition.
  public init?(of service: Service, edition: String?) {
    guard let view = edition.map({ service.projected(to: $0, isAlone: true) }) ?? service else {
      return nil
    }
    var collector = KnownFieldCollector(service: view)
    let envelope = collector.fields(view.envelope, below: "")
    let events = view.events.map { event in
      KnownEvent(
        key: event.key, id: event.id.value.text, constant: event.constant,
        fields: collector.fields(view.fields(of: event), below: ""))
    }
    self.init(
      events: events, envelope: envelope,
      discriminator: view.discriminator.value.path.joined(separator: "."),
      payload: view.payload.value.path.joined(separator: "."))
  }
}

/// Collects the fields of a service in the notation of pages.
private struct KnownFieldCollector {
  let service: Service
  /// The objects around the current field.
  private var open: [String] = []

  init(service: Service) { self.service = service }

  mutating func fields(_ fields: [Field], below parent: String) -> [SchemaKnowledge.KnownField] {
    fields.flatMap { field -> [SchemaKnowledge.KnownField] in
      // The projection applies the readings of the whole edition, but not those of its tables alone.
      let readings = (field.readings?.entries ?? []).filter { $0.source.part == .table }
      // On a page with this reading the members are beside the object, which the page does not name.
      if readings.contains(where: \.isFlattened) { return members(field.type, at: parent) }
      let wire = readings.lazy.compactMap { $0.wire?.value }.first ?? field.wire
      let type = readings.lazy.compactMap(\.type).first ?? field.type
      let path = parent.isEmpty ? wire : "\(parent).\(wire)"
      let own = SchemaKnowledge.KnownField(
        path: path, kinds: type.kinds(in: service) ?? [], values: values(of: field))
      return [own] + members(type, at: path)
    }
  }

  private mutating func members(
    _ type: FieldType, at path: String
  ) -> [SchemaKnowledge.KnownField] {
    switch type {
    case .nested(let members): return fields(members, below: path)
    case .object(let name):
      // The members of a recursive object are listed once.
      guard !open.contains(name) else { return [] }
      open.append(name)
      defer { open.removeLast() }
      return fields(service.members(of: type) ?? [], below: path)
    case .list(let element): return members(element, at: path + "[]")
    case .map(let element): return members(element, at: path + ".*")
    case .union(let types):
      return types.flatMap { members($0, at: path) }
    case .choice(let choice):
      return choice.options.flatMap {
        members(.object($0.object.value), at: path)
      }
    case .scalar, .table, .ownTable, .dependent, .stringOrInteger: return []
    }
  }

  private func values(of field: Field) -> [String] {
    switch field.type {
    case .table, .list(.table), .ownTable:
      let element = if case .list(let element) = field.type { element } else { field.type }
      let rows = element.table(in: service)?.rows.map(\.value.text) ?? []
      return field.listed.isEmpty ? rows : field.listed.map(\.value.text)
    case .dependent(let dependency):
      return dependency.choices.flatMap { choice in
        service.table(named: choice.table.value)?.rows.map(\.value.text) ?? []
      }
    default:
      if let constant = field.constant { return [constant.value.text] }
      return [true, false].filter { field.meanings[$0] != nil }.map { "\($0)" }
    }
  }
}
