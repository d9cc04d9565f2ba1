extension Service {
  /// The service as one edition documents it.
  ///
  /// Declarations that the edition does not document are removed, and its readings replace the schema's choices.
  /// Alternative spellings, types and units of other sources stay accepted. If a version does not document an event,
  /// a table or an object, the nearest older version that does applies, because a version may omit unchanged features.
  /// - Returns: a service with that edition alone; nil without an edition of that name.
  public func projected(to name: String) -> Service? {
    guard let place = editions.firstIndex(where: { $0.name == name }) else { return nil }
    let projection = Projection(service: self, edition: place)
    var projected = self
    projected.editions = [editions[place]]
    projected.envelope = projection.fields(envelope, as: place)
    projected.delivery.headers = projection.fields(delivery.headers, as: place)
    projected.tables = tables.compactMap(projection.table).filter { !$0.isEmpty }
    projected.objects = objects.compactMap(projection.object)
    projected.formats = formats.map(projection.format)
    projected.events = events.compactMap(projection.event)
    return projected
  }
}

/// The projection of a service on one edition.
private struct Projection {
  let service: Service
  let edition: Int

  private static let alone = Provenance(editions: EditionSet(edition: 0))

  /// The edition that applies to a container: the projected one, or for a version the nearest older one.
  private func speaker(for provenance: Provenance) -> Int? {
    if documents(provenance, edition) { return edition }
    guard service.editions[edition].kind == .version else { return nil }
    return (0..<edition).last { service.editions[$0].kind == .version && documents(provenance, $0) }
  }

  private func documents(_ provenance: Provenance, _ place: Int) -> Bool {
    provenance.editions.contains(edition: place)
      || provenance.sources.contains { $0.editions.contains(place) }
  }

  func table(_ table: CodeTable) -> CodeTable? {
    guard let place = speaker(for: table.provenance) else { return nil }
    var projected = table
    projected.provenance = Self.alone
    projected.rows = table.rows.compactMap { row($0, as: place) }
    projected.otherwise = table.otherwise.flatMap { row($0, as: place) }
    return projected
  }

  private func row(_ row: CodeTable.Row, as place: Int) -> CodeTable.Row? {
    guard documents(row.provenance, place) else { return nil }
    var projected = row
    projected.provenance = Self.alone
    let (own, others) = split(row.readings, as: place)
    for reading in own {
      if let name = reading.name { projected.name = name }
      if let doc = reading.doc { projected.doc = doc }
    }
    projected.readings = others
    return projected
  }

  func format(_ format: TextFormat) -> TextFormat {
    var projected = format
    projected.forms = format.forms.filter { documents($0.provenance, edition) }.map { form in
      var form = form
      form.provenance = Self.alone
      return form
    }
    projected.parts = fields(format.parts, as: edition)
    return projected
  }

  func object(_ object: ObjectType) -> ObjectType? {
    guard let place = speaker(for: object.provenance) else { return nil }
    var projected = object
    projected.provenance = Self.alone
    projected.fields = fields(object.fields, as: place)
    return projected
  }

  func event(_ event: Event) -> Event? {
    guard let place = speaker(for: event.provenance) else { return nil }
    var projected = event
    projected.provenance = Self.alone
    projected.fields = fields(event.fields, as: place)
    projected.constants = event.constants.compactMap { constant in
      guard documents(constant.provenance, place) else { return nil }
      var projected = constant
      projected.provenance = Self.alone
      return projected
    }
    projected.examples = event.examples.compactMap { example in
      guard documents(example.provenance, place) else { return nil }
      var projected = example
      projected.provenance = Self.alone
      return projected
    }
    return projected
  }

  func fields(_ fields: [Field], as place: Int) -> [Field] {
    fields.compactMap { field in
      guard documents(field.provenance, place) else { return nil }
      return self.field(field, as: place)
    }
  }

  private func field(_ field: Field, as place: Int) -> Field {
    var projected = field
    projected.provenance = Self.alone
    projected.type = type(field.type, as: place)
    let (own, others) = split(field.readings, as: place)
    projected.readings = others
    for reading in own {
      if let wire = reading.wire, wire.value != projected.wire {
        // The other spelling stays accepted.
        projected.aliases.removeAll { $0.value == wire.value }
        projected.aliases.append(Located(projected.wire, at: wire.range))
        projected.name = projected.name ?? Located(projected.wire, at: field.range)
        projected.wire = wire.value
      }
      if let other = reading.type {
        if let kind = projected.type.kind(in: service), kind != other.kind(in: service),
          !projected.accepts.contains(kind)
        {
          projected.accepts.append(kind)
        }
        projected.type = other
      }
      if let unit = reading.unit { projected.unit = unit }
      if let isOptional = reading.isOptional { projected.isOptional = isOptional }
      if let name = reading.name { projected.name = name }
      if let constant = reading.constant { projected.constant = constant }
      if let doc = reading.doc { projected.doc = doc }
      switch reading.condition {
      case .to(let condition): projected.condition = condition
      case .removed: projected.condition = nil
      case nil: break
      }
      switch reading.defaultValue {
      case .to(let value): projected.defaultValue = value
      case .removed: projected.defaultValue = nil
      case nil: break
      }
    }
    return projected
  }

  private func type(_ type: FieldType, as place: Int) -> FieldType {
    switch type {
    case .nested(let fields): return .nested(self.fields(fields, as: place))
    case .list(let element): return .list(self.type(element, as: place))
    case .ownTable(var table):
      table.provenance = Self.alone
      table.rows = table.rows.compactMap { row($0, as: place) }
      table.otherwise = table.otherwise.flatMap { row($0, as: place) }
      return table.isEmpty ? .scalar(table.raw) : .ownTable(table)
    case .table(let name):
      // In an edition that documents no values of a table, any value is allowed.
      guard let table = service.table(named: name), let listed = self.table(table) else {
        return service.table(named: name).map { .scalar($0.raw) } ?? type
      }
      return listed.isEmpty ? .scalar(table.raw) : type
    case .scalar, .object, .dependent, .stringOrInteger: return type
    }
  }

  /// The readings of the edition itself, and those that remain readings of the projected service.
  private func split(_ readings: Readings?, as place: Int) -> (own: [Reading], others: Readings?) {
    guard let readings else { return ([], nil) }
    let own = readings.entries.filter {
      $0.source.part == nil && $0.source.editions.contains(place)
    }
    var others = readings
    // A flattened reading stays, because a field has no property that expresses it.
    others.entries.removeAll {
      $0.source.part == nil && $0.source.editions.contains(place) && !$0.isFlattened
    }
    // Readings of other editions stay: what they document is still accepted.
    return (own, others.entries.isEmpty ? nil : others)
  }
}
