public import CallbackSchema
import SchemaSource

extension Service {
  /// The service as one edition documents it, restricted to what a page can say.
  public func documentable(in edition: String) -> Service? {
    projected(to: edition)?.documentable()
  }

  /// The service restricted to what a page can say in words, lists and tables.
  ///
  /// Readings and aliases are removed. Types that pages describe in prose become the nearest type that has a word; fields,
  /// codes and events with names that no page prints in one word are removed.
  /// - Returns: nil if the event is not identified by one member of the envelope that a page can name, or without events.
  public func documentable() -> Service? {
    var service = self
    guard hasMemberDiscriminator,
      discriminator.value.path.allSatisfy(isPrintable),
      payload.value.path.allSatisfy(isPrintable), encoding == .json
    else { return nil }
    // A list of payloads is described as one of them.
    if case .list? = envelopeField(at: payload.value.path)?.type { return nil }
    let restriction = Restriction(tables: service.tables)
    service.tables = restriction.tables
    service.objects = service.objects.map { object in
      var object = object
      object.fields = restriction.fields(object.fields)
      return object
    }
    service.removeRecursion()
    service.envelope = restriction.fields(service.envelope)
    service.delivery.headers = []
    service.events = service.events.compactMap(restriction.event)
    let kept = service.envelopeField(at: discriminator.value.path) != nil
    return kept && !service.events.isEmpty ? service : nil
  }
}

extension Service {
  /// Removes the fields by which an object contains itself, which a page cannot show in full.
  fileprivate mutating func removeRecursion() {
    for place in objects.indices {
      let name = objects[place].name
      let kept = objects[place].fields.filter { field in
        !field.type.names.contains { $0 == name || reaches(name, from: $0, []) }
      }
      objects[place].fields = kept
    }
  }

  private func reaches(_ name: String, from start: String, _ seen: Set<String>) -> Bool {
    guard let object = object(named: start), !seen.contains(start) else { return false }
    let next = fields(of: object).reduce(into: Set<String>()) { $0.formUnion($1.type.names) }
    return next.contains(name)
      || next.contains { reaches(name, from: $0, seen.union([start])) }
  }
}

/// Whether a name is one word that a page prints without escapes.
func isPrintable(_ name: String) -> Bool {
  guard let first = name.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else {
    return false
  }
  return name.unicodeScalars.allSatisfy { scalar in
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains(scalar))
  } && name.contains { $0.isLetter }
}

private struct Restriction {
  let tables: [CodeTable]
  private let raws: [String: Scalar]

  init(tables: [CodeTable]) {
    raws = Dictionary(tables.map { ($0.name, $0.raw) }) { first, _ in first }
    self.tables = tables.map(Self.table).filter { !$0.rows.isEmpty }
  }

  private static func table(_ table: CodeTable) -> CodeTable {
    var table = table
    table.rows = table.rows.filter { isCode($0.value) }
    for place in table.rows.indices { table.rows[place].readings = nil }
    return table
  }

  private static func isCode(_ value: WireValue) -> Bool {
    switch value {
    case .string(let text): isPrintable(text) && !["true", "false", "null"].contains(text)
    case .number(let digits): Int(digits).map { "\($0)" } == digits
    case .bool, .null: false
    }
  }

  func event(_ event: Event) -> Event? {
    var event = event
    let id = event.id.value.text
    let isNumber = Int(id).map { $0 >= 0 } == true
    guard isPrintable(event.key), isNumber || isPrintable(id) else { return nil }
    if event.constant.map(isPrintable) != true { event.constant = nil }
    event.fields = fields(event.fields)
    return event
  }

  func fields(_ fields: [Field]) -> [Field] {
    fields.compactMap { field in
      guard isPrintable(field.wire), let type = type(field.type) else { return nil }
      var field = field
      field.type = type
      field.readings = nil
      field.aliases = []
      field.meanings = [:]
      field.listed =
        field.codes(in: self).isEmpty ? [] : field.listed.filter { Self.isCode($0.value) }
      return field
    }
  }

  /// The type as a page can say it; nil for a type without a word.
  private func type(_ type: FieldType) -> FieldType? {
    switch type {
    case .scalar(.json): return nil
    case .scalar, .stringOrInteger: return type
    case .table(let name):
      if tables.contains(where: { $0.name == name }) { return type }
      return raws[name].map { .scalar($0) }
    case .ownTable(let table):
      let kept = Self.table(table)
      return kept.rows.isEmpty ? .scalar(table.raw) : .ownTable(kept)
    case .object: return type
    case .nested(let members): return .nested(fields(members))
    case .list(let element): return self.element(element).map { .list($0) }
    case .dependent(let dependency): return self.type(.scalar(dependency.otherwise))
    case .map, .choice: return .scalar(.object)
    case .union: return nil
    }
  }

  /// The type of the elements of a list; a page prints no codes for them.
  private func element(_ type: FieldType) -> FieldType? {
    switch type {
    case .table(let name): raws[name].map { .scalar($0) }
    case .ownTable(let table): .scalar(table.raw)
    case .list, .stringOrInteger: nil
    default: self.type(type)
    }
  }
}

extension Field {
  /// The codes of its table.
  fileprivate func codes(in restriction: Restriction) -> [CodeTable.Row] {
    switch type {
    case .table(let name): restriction.tables.first { $0.name == name }?.rows ?? []
    case .ownTable(let table): table.rows
    default: []
    }
  }
}
