import CallbackSchema
import SchemaSource

/// The schema as a page would have it: the events and fields of the page, with everything that the schema says of them and
/// that the page does not contradict.
///
/// Positions of what comes from the page are positions on the page. Types that a page describes inline are declared inline.
struct PageModel {
  let facts: PageFacts
  /// The service as the edition documents it.
  let base: Service
  /// The whole service, for events of other editions.
  let service: Service
  /// The paths of the fields whose codes have meanings that other codes had in the other state of the page.
  var movedMeanings: Set<[String]> = []
  private let labels: EventLabels
  private let alone: Provenance

  init(_ facts: PageFacts, over base: Service, of service: Service) {
    self.facts = facts
    self.base = base
    self.service = service
    labels = EventLabels(service)
    alone = Provenance(documentedBy: base.fullEditions)
  }

  /// The model.
  ///
  /// - Parameter other: the other state of the page, which describes some places of the envelope or not.
  func service(beside other: PageFacts) -> Service {
    var model = base
    model.events = []
    for event in facts.events where !model.events.contains(where: { $0.key == key(of: event) }) {
      model.events.append(self.event(event))
    }
    let places = Set(facts.scopes.map(\.place)).intersection(other.scopes.map(\.place))
    for place in places.sorted() {
      let fields = facts.scopes.filter { $0.place == place }.flatMap(\.fields)
      let others = Set(other.scopes.filter { $0.place == place }.flatMap(\.fields).map(\.name))
      func replaced(_ declared: [Field], _ path: String) -> [Field] {
        self.fields(fields, over: declared, at: [path], keeping: others)
      }
      switch place {
      case "": continue
      case ".": model.envelope = replaced(model.envelope, "envelope")
      case "headers": model.delivery.headers = replaced(model.delivery.headers, "headers")
      default:
        let path = place.split(separator: ".").map(String.init)
        // Without sections about events, the place has the fields of all of them.
        let hasSections = (facts.events + other.events).contains(where: \.hasSection)
        let common = hasSections ? [] : eventFields(at: path)
        model.envelope.replaceMembers(at: path[...]) { declared in
          let names = Set(declared.map(\.wire))
          return self.fields(
            fields, over: declared + common.filter { !names.contains($0.wire) },
            at: ["envelope"] + path, keeping: others)
        }
      }
    }
    return model
  }

  /// The fields of the events at a place of the envelope, each name once, with the codes of all events.
  private func eventFields(at path: [String]) -> [Field] {
    let events = base.events.filter { base.payloadLocation(of: $0).path == path }
    return events.flatMap { base.fields(of: $0) }.reduce(into: []) { fields, field in
      guard let place = fields.firstIndex(where: { $0.wire == field.wire }) else {
        return fields.append(field)
      }
      guard var table = fields[place].type.table(in: base), let other = field.type.table(in: base)
      else { return }
      table.rows += other.rows.filter { table.row(for: $0.value) == nil }
      fields[place].type = .ownTable(table)
    }
  }

  // MARK: Events

  private func key(of event: PageEvent) -> String { labels.label(event) }

  private func event(_ page: PageEvent) -> Event {
    let known = labels.known(page)
    let declared = known.flatMap { known in base.events.first { $0.key == known.key } ?? known }
    let range = range(page.position)
    var event =
      declared
      ?? Event(
        key: key(of: page), id: Located(id(page), at: range), fields: [], provenance: alone,
        stem: base.stem, at: range)
    event.key = key(of: page)
    if page.version != nil { event.name = nil }
    if let id = page.id, id != event.id.value.text {
      event.id = Located(self.id(page), at: range)
      event.idParts = [id]
    }
    event.range = range
    event.provenance = alone
    guard page.hasSection, !page.fields.isEmpty || declared == nil else { return event }
    let fields = declared.map { base.fields(of: $0) } ?? []
    event.fields = self.fields(page.fields, over: fields, at: ["events", event.key])
    event.includes = []
    event.object = nil
    return event
  }

  /// The value of the discriminator: of the kind that the schema's events have.
  private func id(_ page: PageEvent) -> WireValue {
    let text = page.id ?? page.name ?? page.constant ?? ""
    if case .number? = base.events.first?.id.value { return .number(text) }
    return .string(text)
  }

  // MARK: Fields

  /// The fields of a page in one object.
  ///
  /// - Parameter others: the names that the other state of the page has; other fields of the schema are documented elsewhere.
  private func fields(
    _ fields: [PageField], over declared: [Field], at path: [String],
    keeping others: Set<String>? = nil
  ) -> [Field] {
    let view = ProjectionView(base, editions: Set(base.editions.indices))
    let tree = ComparedField.tree(of: fields)
    let expected = SchemaProjection(view).fields(declared)
    var known: [PagePosition: Field] = [:]
    for pair in FieldAlignment(expected, tree).pairs {
      if let page = pair.second.page, let field = pair.first.schema { known[page.position] = field }
    }
    var built = tree.compactMap { field($0, known, at: path) }
    guard let others else { return built }
    let names = Set(built.map(\.wire)).union(others)
    built += declared.filter { !names.contains($0.wire) }
    return built
  }

  private func field(
    _ node: ComparedField, _ known: [PagePosition: Field], at path: [String]
  ) -> Field? {
    guard let page = node.page else { return nil }
    let range = range(page.position)
    let place = path + [node.name]
    let members = node.members.compactMap { field($0, known, at: place) }
    let shown = page.type.map { type(of: $0, members: members) } ?? .scalar(.string)
    guard var field = known[page.position] else {
      var field = Field(wire: node.name, type: shown, provenance: alone, at: range)
      field.type = typed(shown, node, nil, place)
      field.isOptional = node.presence == [.optional]
      return field
    }
    let kinds = field.type.kinds(in: base)
    field.wire = node.name
    field.range = range
    field.provenance = alone
    if let type = page.type, let kinds, type.kinds != kinds {
      field.type = typed(shown, node, nil, place)
      field.constraints = []
      field.meanings = [:]
    } else {
      if case .number(let scalar?)? = page.type, case .scalar(let own) = field.type, own != scalar {
        field.type = .scalar(scalar)
      }
      if !members.isEmpty { field.type = field.type.replacing(members: members) }
      field.type = typed(field.type, node, field, place)
    }
    if node.presence == [.optional] { field.isOptional = true }
    if node.presence == [.required] { field.isOptional = false }
    return field
  }

  private func type(of type: PageType, members: [Field]) -> FieldType {
    switch type {
    case .string: return .scalar(.string)
    case .bool: return .scalar(.bool)
    case .number(let scalar): return .scalar(scalar ?? .int)
    case .object: return members.isEmpty ? .scalar(.object) : .nested(members)
    case .list(let element):
      guard members.isEmpty else { return .list(.nested(members)) }
      return .list(element.map { self.type(of: $0, members: []) } ?? .scalar(.json))
    case .union(let types):
      if type.kinds == [.string, .number] { return .stringOrInteger }
      return .union(types.map { self.type(of: $0, members: members) })
    }
  }

  // MARK: Values

  /// A type with the values of the page; without values on the page it stays as it is.
  private func typed(
    _ type: FieldType, _ node: ComparedField, _ declared: Field?, _ path: [String]
  ) -> FieldType {
    var values: [ComparedValue] = []
    for value in node.values
    where value.isCertain && !values.contains(where: { $0.text == value.text }) {
      values.append(value)
    }
    guard declared?.constant == nil else { return type }
    if case .list(let element) = type { return .list(typed(element, node, declared, path)) }
    let table = type.table(in: base)
    guard !values.isEmpty else {
      // The table belongs to the field in the other state, too, which may list the values.
      guard var own = table else { return type }
      let listed = Set(declared?.listed.map(\.value) ?? [])
      own.rows = own.rows.filter { listed.isEmpty || listed.contains($0.value) }
      own.provenance = alone
      return .ownTable(own)
    }
    guard let raw = type.scalar(in: base), raw.kind == .string || raw.isInteger else { return type }
    if case .dependent = type { return type }
    var rows = values.map { value -> CodeTable.Row in
      let wire = raw.kind == .string ? WireValue.string(value.text) : .number(value.text)
      var row =
        table?.row(for: wire)
        ?? CodeTable.Row(value: wire, provenance: alone, at: range(value.page?.position))
      row.provenance = alone
      row.range = range(value.page?.position)
      if row.name == nil, row.doc == nil { row.doc = value.meaning }
      return row
    }
    if movedMeanings.contains(path) {
      // What the page says of a code is its identity, not the name that the schema gives the value.
      for place in rows.indices {
        rows[place].name = nil
        rows[place].constant = values[place].meaning
        rows[place].doc = values[place].meaning
      }
    }
    var own =
      table
      ?? CodeTable(
        raw: raw, rows: [], provenance: alone, stem: base.stem, at: node.range(in: facts.path))
    own.rows = rows
    own.provenance = alone
    return .ownTable(own)
  }

  private func range(_ position: PagePosition?) -> SourceRange {
    let position = position ?? PagePosition(line: 1, column: 1)
    let start = SourcePosition(line: position.line, column: position.column, offset: 0)
    return SourceRange(path: facts.path, start: start, end: start)
  }
}

extension ComparedField {
  fileprivate func range(in path: String) -> SourceRange {
    let position = page?.position ?? PagePosition(line: 1, column: 1)
    let start = SourcePosition(line: position.line, column: position.column, offset: 0)
    return SourceRange(path: path, start: start, end: start)
  }
}

extension FieldType {
  /// The type with other members of the object that it is or contains.
  fileprivate func replacing(members: [Field]) -> FieldType {
    switch self {
    case .object, .nested, .scalar(.object): .nested(members)
    case .list(let element): .list(element.replacing(members: members))
    case .map(let element): .map(element.replacing(members: members))
    default: self
    }
  }
}

extension [Field] {
  /// Replaces the members of the object at a path.
  fileprivate mutating func replaceMembers(
    at path: ArraySlice<String>, _ replacement: ([Field]) -> [Field]
  ) {
    guard let name = path.first, let place = firstIndex(where: { $0.wire == name }) else { return }
    var members: [Field] = []
    switch self[place].type {
    case .nested(let declared): members = declared
    case .scalar(.object): break
    default: return
    }
    if path.count == 1 {
      members = replacement(members)
    } else {
      members.replaceMembers(at: path.dropFirst(), replacement)
    }
    self[place].type = .nested(members)
  }
}
