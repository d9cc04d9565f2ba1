import CallbackSchema
import SchemaSource

extension PageComparison {
  /// Compares the fields of an event.
  mutating func compareFields(_ first: ComparedEvent, _ second: ComparedEvent) {
    guard let event = first.schema, let page = second.page else { return }
    let fields = ComparedField.tree(of: page.fields)
    let view = ProjectionView(service, editions: first.editions).inside(event.provenance)
    let place = FieldPlace(
      path: "events.\(first.label)", view: view, position: page.position,
      known: service.fields(of: event),
      beside: service.fields(beside: service.payloadLocation(of: event)) ?? [])
    noteNested(fields, service.fields(of: event), at: place)
    for difference in differences(
      service.fields(of: event), fields, at: place, demandsFields: view.isFull)
    {
      note(difference, at: place)
    }
  }

  /// Compares the fields of the envelope and the headers.
  mutating func compareScopes() {
    var places: [String] = []
    for scope in facts.scopes where !scope.place.isEmpty && !places.contains(scope.place) {
      places.append(scope.place)
    }
    var found: [(FieldDifference, FieldPlace)] = []
    for name in places {
      let scopes = facts.scopes.filter { $0.place == name }
      let fields = ComparedField.tree(of: scopes.flatMap(\.fields))
      guard let declared = declaredFields(at: name) else { continue }
      let place = FieldPlace(
        path: name == "headers" ? name : name == "." ? "envelope" : "envelope.\(name)", view: view,
        position: scopes[0].position, known: declared, beside: [])
      let expected = declared.filter { field in
        !elsewhere.contains(field.wire) && !elsewhere.contains("\(name).\(field.wire)")
      }
      func differences(_ declared: [Field], _ fields: [ComparedField]) -> [FieldDifference] {
        self.differences(
          declared, fields, at: place, demandsFields: view.isFull, isEnvelope: true)
      }
      noteNested(fields, expected, at: place)
      let groups = ScopeGroups.alternatives(scopes)
      let joined = ScopeGroups.joined(
        differences(expected, fields),
        groups.map { group in
          differences(
            ScopeGroups.expected(expected, in: group), ComparedField.tree(of: group.fields))
        })
      found += joined.united.map { ($0, place) }
      for (group, differences) in zip(groups, joined.groups) {
        var own = place
        own.position = group.position
        found += differences.map { ($0, own) }
      }
    }
    for (difference, place) in ScopeMoves.joined(found) { note(difference, at: place) }
  }

  /// The fields of the schema at a place of the envelope; nil if it has no such place.
  private func declaredFields(at place: String) -> [Field]? {
    switch place {
    case ".": return service.envelope
    case "headers": return service.delivery.headers
    default:
      let path = place.split(separator: ".").map(String.init)
      return service.envelopeField(at: path).map {
        service.members(of: $0) + commonFields(at: path)
      }
    }
  }

  /// Whether the page declares the fields of all events in one group at their place, and lists the events only in an index.
  func hasCommonFields(at location: PayloadLocation) -> Bool {
    !location.hasEnvelopeFields && !facts.events.contains(where: \.hasSection)
      && facts.scopes.contains { $0.place == location.text && !$0.fields.isEmpty }
  }

  /// The fields of the events that the page declares in one group at a place.
  private func commonFields(at path: [String]) -> [Field] {
    var fields: [(field: Field, isDocumented: Bool)] = []
    for event in service.events where view.statement(on: event.provenance) == .documented {
      let location = service.payloadLocation(of: event)
      guard location.path == path, hasCommonFields(at: location) else { continue }
      fields += service.fields(of: event).map {
        ($0, view.statement(on: $0.provenance) == .documented)
      }
    }
    // A field that only an example of one event has may be documented for another.
    let documented = Set(fields.filter(\.isDocumented).map(\.field.wire))
    return fields.filter { $0.isDocumented || !documented.contains($0.field.wire) }.map(\.field)
  }

  /// Where fields are compared.
  struct FieldPlace: ComparedPlace {
    /// The path before that of a field.
    var path: String
    var view: ProjectionView
    /// The position of the section on the page.
    var position: PagePosition
    /// All fields of the schema in this place, those of other editions included.
    var known: [Field]
    /// The fields that the page may list here although they are elsewhere in a body.
    var beside: [Field]
  }

  private func differences(
    _ declared: [Field], _ fields: [ComparedField], at place: FieldPlace, demandsFields: Bool,
    isEnvelope: Bool = false
  ) -> [FieldDifference] {
    let containers = Self.containers(in: fields)
    var expected = SchemaProjection(place.view, keepsFlattened: containers).fields(declared)
    if isEnvelope { expected = expected.withoutUnlistedMembers(fields) }
    var comparison = FieldComparison()
    comparison.text = { [self] in text(of: $0) }
    comparison.looseCodes = facts.tables.filter { $0.kind == .codes && !$0.isAttached }
      .map { Set($0.values.map(\.text)) }
    return comparison.differences(expected, fields).filter { difference in
      switch difference.kind {
      case .removed: demandsFields
      case .added: !place.beside.contains { $0.wire == difference.second?.name }
      default: true
      }
    }
  }

  /// The names of the fields with members.
  private static func containers(in fields: [ComparedField]) -> Set<String> {
    Set(fields.withMembers.filter { !$0.members.isEmpty }.map(\.name))
  }

  /// Reports a container that a reading of the page flattens, and that the page shows with its members.
  private mutating func noteNested(
    _ fields: [ComparedField], _ declared: [Field], at place: FieldPlace
  ) {
    let containers = Self.containers(in: fields)
    for field in declared where containers.contains(field.wire) {
      let reading = field.readings?.entries.first {
        $0.isFlattened && place.view.contains($0.source) && $0.source.part != .example
          && $0.source.part != .prose
      }
      guard let reading else { continue }
      add(
        .readingGone, at: "\(place.path).\(field.wire)",
        "the page no longer shows the reading `\(reading.source.text)`, which \(reading.statement)",
        page: place.position, schema: field.range)
    }
  }

  // MARK: Differences

  private mutating func note(_ difference: FieldDifference, at place: FieldPlace) {
    var path = "\(place.path).\(difference.path)"
    if case .readingGone = difference.kind, let wire = difference.first?.schema?.wire {
      // The difference has the path of the reading, which the page does not show.
      path = PagePath.renamed(path, to: wire)
    }
    let range = difference.first?.schema?.range
    let position =
      difference.second?.page?.position ?? difference.neighbor?.page?.position ?? place.position
    let explanation = explanation(of: difference, at: place)
    func add(
      _ rule: PageRule, _ message: String, page: PagePosition? = nil, schema: SourceRange? = nil,
      key: [String]? = nil
    ) {
      self.add(
        rule, at: path, message, page: page ?? position, schema: schema ?? range,
        isCertain: difference.isCertain, doubts: difference.doubts, explanation: explanation,
        key: key)
    }
    let name = difference.first?.name ?? difference.second?.name ?? ""
    switch difference.kind {
    case .added: noteAdded(difference, at: place, explanation)
    case .removed where difference.isInOtherGroup:
      add(
        .fieldMissing,
        "`\(name)` is missing in this group of fields; another group at the same place has it")
    case .removed:
      let field = difference.first
      let count = field?.memberCount ?? 0
      let members = count == 0 ? "" : ", with \(count) member\(count == 1 ? "" : "s")"
      add(.fieldMissing, "`\(name)` (\(field?.type.text ?? "")\(members)) is not on the page")
    case .moved(let names, let from, let to):
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      let verb = names.count == 1 ? "is" : "are"
      add(
        .fieldMoved,
        "\(list) \(verb) \(Self.place(to)) on the page, \(Self.place(from)) in the schema")
    case .renamed(let from, let to):
      add(.fieldRenamed, "the page spells `\(from)` `\(to)`")
    case .type(let from, let to, _):
      let word = difference.second?.page?.typeWord.map { " (\($0))" } ?? ""
      add(.type, "type of `\(name)`: \(to)\(word) on the page, \(from) in the schema")
    case .values(let values):
      let position = (values.added.first ?? difference.second?.values.first)?.page?.position
      let rows = values.removed.first?.range ?? difference.first?.values.first?.range
      add(
        .values, "values of `\(name)`: \(values.wording)", page: position, schema: rows,
        key: [values.wording, rows?.location ?? ""])
    case .presence(let isRequired):
      let words = isRequired ? ("required", "optional") : ("optional", "always present")
      add(
        .presence, "`\(name)` is \(words.0) on the page, \(words.1) in the schema",
        page: difference.second?.page?.presence?.position)
    case .readingGone(let reading):
      add(
        .readingGone,
        "the page no longer shows the reading `\(reading.source.text)` of `\(name)`, which \(reading.statement)"
      )
    }
  }

  private mutating func noteAdded(
    _ difference: FieldDifference, at place: FieldPlace,
    _ explanation: PageDifference.Explanation?
  ) {
    guard let field = difference.second, let page = field.page else { return }
    let count = field.memberCount
    let members = count == 0 ? "" : ", with \(count) member\(count == 1 ? "" : "s")"
    let word = page.typeWord.map { "\($0)\(members)" } ?? "without a type\(members)"
    let known = service.field(at: PagePath.components(of: field.path)[...], in: place.known)
    var message = "`\(field.name)` (\(word)) is not in the schema"
    if let known, case .foreign(let editions) = place.view.statement(on: known.provenance) {
      message =
        "`\(field.name)` (\(word)) is in the schema for \(editions.joined(separator: ", ")) only"
    }
    add(
      .fieldAdded, at: "\(place.path).\(difference.path)", message, page: page.position,
      schema: known?.range ?? difference.containers.last?.schema?.range,
      isCertain: difference.isCertain, doubts: difference.doubts, explanation: explanation)
  }

  private static func place(_ path: String) -> String {
    path.isEmpty ? "at the top level" : "in `\(path)`"
  }

  /// The statement of the schema that describes a difference: a reading with the type; a reading in words about the place of
  /// fields, about values that the schema does not list, or about the presence; a description that names such values.
  private func explanation(
    of difference: FieldDifference, at place: FieldPlace
  ) -> PageDifference.Explanation? {
    let fields: [ComparedField]
    switch difference.kind {
    case .type(_, _, let reading?): return Self.explanation(reading)
    case .moved: fields = [difference.first].compactMap { $0 } + difference.containers.reversed()
    case .values(let values):
      guard let first = difference.first, first.values.isEmpty, values.removed.isEmpty else {
        return nil
      }
      if let field = first.schema, values.added.allSatisfy({ field.describes($0.text) }) {
        return PageDifference.Explanation(
          text: "the description, which names the values", range: field.range)
      }
      fields = [first]
    case .presence: fields = [difference.first].compactMap { $0 }
    default: return nil
    }
    return fields.lazy.flatMap { $0.schema?.readings?.entries ?? [] }
      .first { $0.text != nil && place.view.contains($0.source) }.map(Self.explanation)
  }

  private static func explanation(_ reading: Reading) -> PageDifference.Explanation {
    PageDifference.Explanation(
      text: "reading `\(reading.source.text)`: \(reading.statement)", range: reading.source.range)
  }
}

extension Field {
  /// Whether the description or the example of the field names a value.
  fileprivate func describes(_ value: String) -> Bool {
    example?.value.text == value || doc?.contains("`\(value)`") == true
  }
}

extension ValueDifference {
  /// The difference in words: `6 is on the page only; 2 is in the schema only`. Codes that another field selects have their table.
  var wording: String {
    func list(_ values: [ComparedValue]) -> String {
      values.map { value in
        let table = isGrouped ? value.group.map { " of `\($0)`" } : nil
        return "`\(value.text)`\(table ?? "")"
      }.joined(separator: ", ")
    }
    func verb(_ values: [ComparedValue]) -> String { values.count == 1 ? "is" : "are" }
    if isListGone { return "the page lists none, the schema \(list(removed))" }
    var parts: [String] = []
    if !added.isEmpty { parts.append("\(list(added)) \(verb(added)) on the page only") }
    if !removed.isEmpty { parts.append("\(list(removed)) \(verb(removed)) in the schema only") }
    parts += renamed.map { old, new in
      "the constant of `\(old.text)` is `\(new.constant ?? "")` on the page, `\(old.constant ?? "")` in the schema"
    }
    return parts.joined(separator: "; ")
  }
}

extension [ComparedField] {
  /// The fields, each followed by its members, at any depth.
  var withMembers: [ComparedField] { flatMap { [$0] + $0.members.withMembers } }

  /// The fields without the members of those that the other side lists without any, as in a table of one level.
  func withoutUnlistedMembers(_ others: [ComparedField]) -> [ComparedField] {
    let names = Set(map(\.name))
    let hasUnknownObject = others.contains { !names.contains($0.name) && !$0.members.isEmpty }
    return map { field in
      var field = field
      let other = others.first { $0.name == field.name }
      // An object that is not among the others may have another name there.
      field.members =
        other.map { $0.members.isEmpty ? [] : field.members.withoutUnlistedMembers($0.members) }
        ?? (hasUnknownObject ? field.members : [])
      return field
    }
  }
}

extension Service {
  /// The field at a path of wire names, through lists and named objects.
  func field(at path: ArraySlice<String>, in fields: [Field]) -> Field? {
    guard let name = path.first else { return nil }
    let found = fields.first { $0.wire == name || $0.otherSpellings.contains(name) }
    guard let found, path.count > 1 else { return found }
    return field(at: path.dropFirst(), in: anyMembers(of: found.type))
  }

  /// The fields of all objects that values of a type can be or contain.
  private func anyMembers(of type: FieldType) -> [Field] {
    switch type {
    case .list(let element), .map(let element): anyMembers(of: element)
    case .union(let types): types.flatMap { anyMembers(of: $0) }
    case .choice(let choice): choice.options.flatMap { anyMembers(of: .object($0.object.value)) }
    default: members(of: type) ?? []
    }
  }
}
