public import CallbackSchema
public import SchemaSource

/// Drafts the declarations that a page has and a schema lacks.
///
/// Only what the page declares without doubt becomes YAML; everything else becomes a remark with its line.
public enum PageDrafter {
  /// - Parameters:
  ///   - facts: what the page declares.
  ///   - file: the page.
  ///   - page: the page in the profile; nil without a profile.
  ///   - service: the service, without errors.
  ///   - files: its schema files.
  ///   - examples: the files of the folder `Examples`, by name.
  public static func draft(
    _ facts: PageFacts, of file: SourceFile, as page: PageProfile.Page?, for service: Service,
    in files: [SourceFile], examples: [String: SourceFile] = [:]
  ) -> Draft {
    let directory = SchemaDirectory(files)
    let context = DraftContext(
      service: service, directory: directory, facts: facts, lines: PageLines(file))
    let check = PageCheck(facts, in: file, as: page, of: service, examples: examples)
    var drafting = PageDrafting(
      matching: FieldMatching(service: service, directory: directory), context: context,
      check: check)
    return drafting.draft()
  }
}

private struct PageDrafting {
  let matching: FieldMatching
  var context: DraftContext
  let check: PageCheck

  private var service: Service { context.service }

  mutating func draft() -> Draft {
    let events = EventDrafting(service)
    let matches = context.facts.events.map { ($0, events.match($0)) }
    for case (let page, let event?) in matches { learn(page, event) }
    var known = KnownEventDrafting(context, matching, renamed: check.certain)
    envelope(&known)
    for (section, (page, event)) in matches.enumerated() {
      guard let event, page.hasSection else { continue }
      compare(page, event, section, &known)
    }
    let sections = matches.compactMap { page, event in event.map { (page: page, event: $0) } }
      .filter { $0.page.hasSection && isDocumented($0.event, on: $0.page) }
    known.narrow(sections, others: Set(matches.compactMap { $0.1?.key }))
    var parts = known.finished()
    context = known.context
    parts += new(matches.filter { $0.1 == nil }.map(\.0), events)
    parts = CheckedDraft(check: check).parts(parts)
    let order = parts.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    return Draft(parts: order.map(\.element))
  }

  /// Records the fields of a section that the schema has.
  private mutating func learn(_ page: PageEvent, _ event: Event) {
    func record(_ tree: FieldTree) {
      if case .found(let field, _) = matching.match(tree.field.path, in: event) {
        context.known.append(
          .init(tree: tree, field: field, statement: context.lines.statement(of: tree.field)))
      }
      for member in tree.members { record(member) }
    }
    for tree in FieldTree.trees(of: page.fields) { record(tree) }
  }

  // MARK: Known events

  private func compare(
    _ page: PageEvent, _ event: Event, _ section: Int, _ known: inout KnownEventDrafting
  ) {
    let editions = context.editions(of: page)
    if !isDocumented(event, on: page), let place = context.directory.place(of: event.range) {
      // Its fields are compared when the event is documented for the edition.
      return known.document(
        event.provenance, for: editions, at: place, "event \(page.label)", page.position,
        .event(line: page.position.line))
    }
    known.add(
      FieldTree.trees(of: page.fields), of: page, named: event.key, section: section,
      editions: editions
    ) { matching.match($0, in: event) }
  }

  /// Whether the schema has the event for an edition of the section.
  private func isDocumented(_ event: Event, on page: PageEvent) -> Bool {
    let editions = context.editions(of: page)
    let full = editions.full(of: service)
    return full.isEmpty || editions.names == nil
      || !event.provenance.editions.isDisjoint(with: full)
  }

  /// Compares the groups of fields outside the events.
  private func envelope(_ known: inout KnownEventDrafting) {
    for (number, scope) in context.facts.scopes.enumerated() where !scope.place.isEmpty {
      guard let (fields, container) = target(of: scope.place) else { continue }
      let trees = FieldTree.trees(of: scope.fields)
      known.add(
        trees, of: nil, named: container.name, section: -1 - number, editions: context.pageEditions
      ) { matching.match($0, among: fields, of: container) }
    }
  }

  /// The fields of the envelope at a place, and their mapping; nil if the place has none.
  private func target(of place: String) -> ([Field], FieldMatching.Container)? {
    guard let file = context.directory.file(named: service.stem) else { return nil }
    let all = service.fullEditions
    func container(_ keys: [String], _ name: String) -> FieldMatching.Container {
      .init(place: .init(file: file, path: ["service"] + keys), editions: all, name: name)
    }
    if place == "headers" {
      return (service.delivery.headers, container(["headers"], "the headers"))
    }
    if place == "." { return (service.envelope, container(["envelope"], "the envelope")) }
    let path = place.split(separator: ".").map(String.init)
    guard let field = service.envelopeField(at: path),
      let members = service.members(of: field.type),
      case .nested = field.type, let own = context.directory.place(of: field.range)
    else { return nil }
    return (members, container(Array(own.appending("fields").path.dropFirst()), place))
  }

  // MARK: New events

  private mutating func new(_ pages: [PageEvent], _ events: EventDrafting) -> [Draft.Part] {
    var groups: [[PageEvent]] = []
    for page in pages {
      let same = groups.firstIndex {
        ($0[0].id ?? $0[0].name ?? $0[0].constant) == (page.id ?? page.name ?? page.constant)
      }
      if let same { groups[same].append(page) } else { groups.append([page]) }
    }
    var placed = service.events.map {
      PlacedEvent(key: $0.key, id: $0.id.value.text, stem: $0.stem)
    }
    if events.hasNumbers {
      groups.sort { (Int($0[0].id ?? "") ?? .max) < (Int($1[0].id ?? "") ?? .max) }
    }
    return groups.map { part(of: $0, events, &placed) }
  }

  /// An event of the schema or of the draft.
  private struct PlacedEvent {
    var key: String
    var id: String
    var stem: String
  }

  private mutating func part(
    of pages: [PageEvent], _ events: EventDrafting, _ placed: inout [PlacedEvent]
  ) -> Draft.Part {
    let page = pages[0]
    let key = events.key(of: page)
    var part = Draft.Part("event \(page.id ?? key)", at: page.position)
    part.evidence = Set(pages.map { DraftEvidence.event(line: $0.position.line) })
    let editions = pages.dropFirst().reduce(context.editions(of: page)) {
      $0.union(context.editions(of: $1), in: service)
    }
    let documented = editions.full(of: service)
    let sources = editions.value(within: service.fullEditions, of: service)
    let doubts = page.doubts
    guard doubts.isEmpty else {
      part.remarks = [
        .init("the event is not certain (\(DraftContext.words(doubts)))", at: page.position)
      ]
      return part
    }
    guard !placed.contains(where: { $0.key == key }),
      let keys = events.keys(of: page, key: key, editions: sources)
    else {
      part.remarks = [
        .init("the page does not give the value that identifies the event", at: page.position)
      ]
      return part
    }
    var drafting = FieldDrafting(context)
    let known = context.objects.count
    let fields = fields(of: pages, within: documented, key: key, &drafting)
    let stem = previous(of: page, key, events, placed)?.stem ?? service.stem
    guard let file = context.directory.file(named: stem) else { return part }
    let entry = YAMLEntry(
      .text(key), .mapping(keys + (fields.isEmpty ? [] : [YAMLEntry("fields", .mapping(fields))])))
    part.edits = [
      SchemaEdit(
        file: file, path: ["events"],
        .insert(entry, previous(of: page, key, events, placed).map { .after($0.key) } ?? .first))
    ]
    part.edits += drafting.objectEdits(from: known, in: file)
    part.remarks = drafting.remarks
    context = drafting.context
    placed.append(PlacedEvent(key: key, id: page.id ?? key, stem: stem))
    return part
  }

  /// The fields of all sections about an event: one for each version.
  private func fields(
    of pages: [PageEvent], within documented: EditionSet, key: String,
    _ drafting: inout FieldDrafting
  ) -> [YAMLEntry] {
    let sections = pages.map { page in
      let fields = page.hasSection ? page.fields : commonFields(of: page)
      return (trees: FieldTree.trees(of: fields), editions: context.editions(of: page))
    }
    let page = pages[pages.count - 1]
    drafting.documented = documented
    return FieldTree.merged(sections, in: service).compactMap { tree in
      guard let constant = constant(tree.field, page, key) else {
        return drafting.entry(tree, in: page)
      }
      var keys = [YAMLEntry("type", .plain("string")), YAMLEntry("const", .text(constant))]
      if let sources = tree.editions?.value(within: documented, of: service) {
        keys.append(YAMLEntry("editions", sources))
      }
      return YAMLEntry(.text(tree.field.name), .mapping(keys))
    }
  }

  /// The fields of an event that the page lists in an index only: those that it declares for all events together, and that
  /// the examples of the event have.
  private func commonFields(of event: PageEvent) -> [PageField] {
    let location = service.payloadLocation
    let members = Set(event.examples.flatMap(\.members).map { FieldTree.plain($0.path) })
    guard !location.path.isEmpty, !members.isEmpty else { return [] }
    let prefix = location.path.joined(separator: ".") + "."
    return context.facts.scopes.filter { $0.place + "." == prefix }.flatMap(\.fields).filter {
      members.contains(prefix + FieldTree.plain($0.path))
    }
  }

  /// The name of the event, if the declaration of a string quotes it as its value; nil for any other field.
  private func constant(_ field: PageField, _ page: PageEvent, _ key: String) -> String? {
    guard field.type == .string,
      field.doubts.isSubset(of: FieldDrafting.harmlessDoubts(of: field))
    else { return nil }
    let names = [page.name, key, page.id].compactMap { $0 }
    let text = context.lines.text(of: field)
    switch field.values.count {
    case 0: return names.first { text.contains("`\($0)`") || text.contains("\"\($0)\"") }
    case 1: return names.first { $0 == field.values[0].text }
    default: return nil
    }
  }

  /// The event before a new one: that with the next smaller id, or the one before it on the page.
  private func previous(
    of page: PageEvent, _ key: String, _ events: EventDrafting, _ placed: [PlacedEvent]
  ) -> PlacedEvent? {
    if events.hasNumbers, let id = Int(page.id ?? "") {
      let smaller = placed.filter { (Int($0.id) ?? .max) < id }
      return smaller.max { (Int($0.id) ?? 0) < (Int($1.id) ?? 0) }
    }
    let before = context.facts.events.filter { $0.position < page.position && $0.hasSection }
    for other in before.reversed() {
      let label = other.id ?? other.name
      if let found = placed.first(where: { $0.id == label || $0.key == label }) { return found }
    }
    return placed.last
  }
}

extension FieldDrafting {
  /// The definitions of the objects that were drafted since there were some.
  func objectEdits(from count: Int, in file: String) -> [SchemaEdit] {
    context.objects.dropFirst(count).map { object in
      SchemaEdit(
        file: file, path: ["objects"],
        .insert(YAMLEntry(.text(object.name), object.value), .end))
    }
  }
}
