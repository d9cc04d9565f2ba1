extension Service {
  /// The service as one edition documents it.
  ///
  /// Declarations that the edition does not document are removed, and its readings replace the schema's choices.
  /// Alternative spellings, types and units of other sources stay accepted. If a version does not document an event,
  /// a table or an object, the nearest older version that does applies, because a version may omit unchanged features.
  /// - Returns: a service with that edition alone; nil without an edition of that name that is transcribed.
  public func projected(to name: String) -> Service? { projected(to: name, isAlone: false) }

  /// The service as one edition documents it.
  ///
  /// - Parameter isAlone: whether the readings of other editions are removed too.
  package func projected(to name: String, isAlone: Bool) -> Service? {
    guard let place = editions.firstIndex(where: { $0.name == name && $0.kind != .elsewhere })
    else { return nil }
    let projection = Projection(service: self, edition: place, isAlone: isAlone)
    var projected = self
    projected.editions = [editions[place]]
    projected.envelope = projection.fields(envelope, as: place)
    projected.delivery.forgetSources()
    projected.delivery.headers = projection.fields(delivery.headers, as: place)
    projected.tables = tables.compactMap(projection.table).filter { !$0.isEmpty }
    projected.objects = objects.compactMap(projection.object)
    projected.formats = formats.map(projection.format)
    projected.events = events.compactMap(projection.event)
    return projected
  }
}

extension Delivery {
  /// Removes the sources of the facts: they hold in every edition, and name editions by index.
  fileprivate mutating func forgetSources() {
    for index in signatures.indices { signatures[index].provenance = Projection.alone }
    acknowledgement?.provenance = Projection.alone
    retries?.provenance = Projection.alone
    identity.provenance = Projection.alone
  }
}

/// A declaration that editions document.
private protocol Documented { var provenance: Provenance { get set } }

extension CodeTable.Row: Documented {}
extension Deprecation: Documented {}
extension EventConstant: Documented {}
extension Example: Documented {}
extension Field: Documented {}
extension TextFormat.Form: Documented {}

/// The projection of a service on one edition.
private struct Projection {
  let service: Service
  let edition: Int
  /// Whether the readings of other editions are removed.
  let isAlone: Bool

  static let alone = Provenance(editions: EditionSet(edition: 0))

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
    speaker(for: table.provenance).map { self.table(table, as: $0) }
  }

  private func table(_ table: CodeTable, as place: Int) -> CodeTable {
    var projected = table
    projected.provenance = Self.alone
    projected.rows = table.rows.compactMap { row($0, as: place) }
    projected.otherwise = table.otherwise.flatMap { row($0, as: place) }
    return projected
  }

  private func row(_ row: CodeTable.Row, as place: Int) -> CodeTable.Row? {
    guard var projected = documented(row, as: place) else { return nil }
    projected.deprecation = row.deprecation.flatMap { documented($0, as: place) }
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
    projected.forms = format.forms.compactMap { documented($0, as: edition) }
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
    projected.deprecation = event.deprecation.flatMap { documented($0, as: place) }
    projected.constants = event.constants.compactMap { documented($0, as: place) }
    projected.examples = event.examples.compactMap { documented($0, as: place) }
    return projected
  }

  /// A declaration as an edition documents it alone; nil if it does not.
  private func documented<T: Documented>(_ declaration: T, as place: Int) -> T? {
    guard documents(declaration.provenance, place) else { return nil }
    var projected = declaration
    projected.provenance = Self.alone
    return projected
  }

  func fields(_ fields: [Field], as place: Int) -> [Field] {
    fields.compactMap { field($0, as: place) }
  }

  private func field(_ field: Field, as place: Int) -> Field? {
    guard var projected = documented(field, as: place) else { return nil }
    projected.type = type(field.type, as: place)
    projected.deprecation = field.deprecation.flatMap { documented($0, as: place) }
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
      if let isNullable = reading.isNullable { projected.isNullable = isNullable }
      if let name = reading.name { projected.name = name }
      if let constant = reading.constant { projected.constant = constant }
      if let doc = reading.doc { projected.doc = doc }
      if let change = reading.condition { projected.condition = change.value }
      if let change = reading.defaultValue { projected.defaultValue = change.value }
    }
    return projected
  }

  private func type(_ type: FieldType, as place: Int) -> FieldType {
    switch type {
    case .nested(let fields): return .nested(self.fields(fields, as: place))
    case .list(let element): return .list(self.type(element, as: place))
    case .map(let element): return .map(self.type(element, as: place))
    case .union(let members): return .union(members.map { self.type($0, as: place) })
    case .ownTable(let table):
      let listed = self.table(table, as: place)
      return listed.isEmpty ? .scalar(table.raw) : .ownTable(listed)
    case .table(let name):
      // In an edition that documents no values of a table, any value is allowed.
      guard let table = service.table(named: name), let listed = self.table(table) else {
        return service.table(named: name).map { .scalar($0.raw) } ?? type
      }
      return listed.isEmpty ? .scalar(table.raw) : type
    case .scalar, .object, .dependent, .stringOrInteger, .choice: return type
    }
  }

  /// The readings of the edition itself, and those that remain readings of the projected service.
  private func split(_ readings: Readings?, as place: Int) -> (own: [Reading], others: Readings?) {
    guard let readings else { return ([], nil) }
    let own = readings.entries.filter { $0.source.isEdition(place) }
    var others = readings
    // A flattened reading stays, because a field has no property that expresses it.
    others.entries.removeAll { $0.source.isEdition(place) && !$0.isFlattened }
    // Otherwise they stay: what other editions document is still accepted.
    if isAlone {
      others.entries.removeAll {
        !$0.source.editions.isEmpty && !$0.source.editions.contains(edition)
      }
    }
    return (own, others.entries.isEmpty ? nil : others)
  }
}
