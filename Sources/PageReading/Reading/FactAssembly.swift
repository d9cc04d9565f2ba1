import CallbackSchema

/// Turns what the collector read into facts: expands links to objects, attaches code tables, settles the nesting and
/// compares the examples with the fields.
struct FactAssembly {
  var events: [PageEvent]
  var scopes: [PageScope]
  var groups: [FieldGroup]
  var tables: [TableDraft]
  var examples: [ExampleDraft]
  var unread: [UnreadLine]
  let indexes: [PageIndex]
  let places: GroupPlaces
  /// The members that another page documents.
  var elsewherePaths: [String] = []
  /// The keys of the anchors to which fields link.
  var linkedByFields: Set<String> = []
  /// What the schema says about the edition of the page; per version, if the headings name versions.
  let knowledge: (String?) -> SchemaKnowledge?

  /// The deepest nesting of objects that link to each other.
  static let maximumDepth = 8

  init(_ collector: FactCollector, knowledge: @escaping (String?) -> SchemaKnowledge?) {
    (events, scopes, groups) = (collector.events, collector.scopes, collector.groups)
    (tables, examples, unread) = (collector.tables, collector.examples, collector.unread)
    indexes = collector.indexes
    places = GroupPlaces(collector.groups)
    self.knowledge = knowledge
  }

  /// The facts of a page.
  mutating func facts(path: String, lineCount: Int) -> PageFacts {
    addIndexedEvents()
    assignExamples()
    // The code tables are attached before links are expanded, so that each use of an object has them.
    attachTables()
    for index in events.indices { events[index].fields = fields(of: .event(index)) }
    for index in scopes.indices { scopes[index].fields = fields(of: .scope(index)) }
    addLooseScopes()
    settleNesting()
    settleContainers()
    attachTablesByCodes()
    labelTables()
    explainExamples()
    var facts = PageFacts(path: path, lineCount: lineCount)
    facts.indexes = indexes
    facts.scopes = scopes
    facts.events = events
    facts.tables = tables.map(\.table)
    facts.examples = examples.map(\.example)
    facts.unread = unread
    reportLoose(&facts)
    for (draft, example) in zip(examples, facts.examples) {
      if case .event(let event) = draft.section { facts.events[event].examples.append(example) }
    }
    return facts
  }

  /// Adds the events that only an index lists.
  private mutating func addIndexedEvents() {
    let rows = indexes.flatMap(\.rows)
    if rows.isEmpty { return }
    var known = KnownEvents()
    for event in events { known.insert(event) }
    for row in rows where !known.contains(row) {
      var event = PageEvent(position: row.position, rule: .indexRow, hasSection: false)
      (event.id, event.version) = (row.id, row.version)
      if row.id != nil { event.constant = row.name } else { event.name = row.name }
      known.insert(event)
      events.append(event)
    }
  }

  /// What identifies events in the rows of an index.
  private struct KnownEvents {
    private var ids: Set<String> = []
    private var constants: Set<String> = []
    private var anchors: Set<String> = []
    /// The versions in which events without a name, or with a name, are described.
    private var versions: [String?: Set<String?>] = [:]

    mutating func insert(_ event: PageEvent) {
      if let id = event.id {
        ids.insert(id)
        if let anchor = AnchorKey.key(id) { anchors.insert(anchor) }
      }
      if let constant = event.constant { constants.insert(constant) }
      versions[event.name, default: []].insert(event.version)
    }

    func contains(_ row: PageIndex.Row) -> Bool {
      if let id = row.id { return ids.contains(id) }
      if let name = row.name, constants.contains(name) { return true }
      if let anchor = row.anchor, anchors.contains(anchor) { return true }
      guard let versions = versions[row.name] else { return false }
      return row.version == nil || versions.contains(row.version)
    }
  }

  /// Removes the doubt about containers whose members the page describes under another caption, and sentences that only
  /// name other fields.
  private mutating func settleContainers() {
    let payload = knowledge(nil)?.payload ?? ""
    let places = Set(scopes.map(\.place) + [payload])
    for index in scopes.indices {
      let place = scopes[index].place
      let prefix = place == "." || place.isEmpty ? "" : place + "."
      for field in scopes[index].fields.indices
      where places.contains(prefix + scopes[index].fields[field].path) {
        scopes[index].fields[field].doubts.remove(.emptyContainer)
      }
      Self.removeNames(from: &scopes[index].fields)
    }
    for index in events.indices { Self.removeNames(from: &events[index].fields) }
  }

  /// Removes the values in sentences that are names of fields.
  private static func removeNames(from fields: inout [PageField]) {
    let names = Set(fields.map(\.name))
    for index in fields.indices {
      fields[index].values.removeAll {
        $0.rule == .valueProse && !$0.isQuoted && names.contains($0.text)
      }
    }
  }

  // MARK: Fields

  /// The fields of the groups of an event or a scope, with the members of the objects to which they link.
  private mutating func fields(of owner: FieldGroup.Owner) -> [PageField] {
    var found: [PageField] = []
    for index in places.owned(by: owner) {
      groups[index].isUsed = true
      for draft in groups[index].drafts { found += expanded(draft, below: nil, opened: []) }
    }
    return Self.marked(found)
  }

  private mutating func expanded(
    _ draft: FieldDraft, below parent: PageField?, opened: [Int]
  ) -> [PageField] {
    var field = draft.field
    if let parent {
      let isList = if case .list = parent.type { true } else { false }
      field.path = "\(parent.path)\(isList ? "[]" : "").\(field.path)"
    }
    // An object may have the name of a type.
    if !draft.typeLinks.isEmpty, !(field.type?.isContainer ?? true),
      draft.typeLinks.contains(where: { !places.objects(at: $0).isEmpty })
    {
      field.type = .object
    }
    guard field.type?.isContainer ?? true, opened.count < Self.maximumDepth,
      let (target, isRepeated) = object(of: draft), !opened.contains(target)
    else { return [field] }
    groups[target].isUsed = true
    if isRepeated { field.doubts.insert(.repeatedAnchor) }
    if field.type == nil {
      field.type = .object
      field.doubts.remove(.noType)
    }
    return [field]
      + groups[target].drafts.flatMap { expanded($0, below: field, opened: opened + [target]) }
  }

  /// The group that describes the object of a field: the next one with the anchor, or with the name of the object.
  private func object(of draft: FieldDraft) -> (group: Int, isRepeated: Bool)? {
    let position = draft.field.position
    func nearest(_ places: [Int]) -> Int? {
      places.first { groups[$0].position > position } ?? places.last
    }
    for link in draft.field.links {
      let places = places.objects(at: link)
      if let found = nearest(places) {
        // With several tables of one anchor the next one counts; it is unsure if they differ.
        let next = places.filter { groups[$0].position > position }
        let isRepeated = next.isEmpty && places.count > 1
        return (found, isRepeated)
      }
    }
    // Without links, the description names the object.
    if draft.field.type?.isContainer == true {
      let mentioned = places.owned(by: .none).filter {
        groups[$0].section != .none && groups[$0].caption.count > 3
          && FieldLine.isName(groups[$0].caption) && draft.text.contains(groups[$0].caption)
      }
      if let found = nearest(mentioned) { return (found, false) }
    }
    guard let name = draft.objectName.flatMap({ AnchorKey.key($0) }) else { return nil }
    let named = places.owned(by: .none).filter { AnchorKey.key(groups[$0].caption) == name }
    return nearest(named).map { ($0, false) }
  }

  /// Fields with the doubts that their neighbours cause.
  private static func marked(_ fields: [PageField]) -> [PageField] {
    var fields = fields
    var counts: [String: Int] = [:]
    for field in fields { counts[field.path, default: 0] += 1 }
    for index in fields.indices where counts[fields[index].path, default: 0] > 1 {
      fields[index].doubts.insert(.duplicateName)
    }
    let parents = Set(fields.map(\.parent))
    for index in fields.indices where fields[index].isEmptyContainer(parents: parents) {
      fields[index].doubts.insert(.emptyContainer)
    }
    return fields
  }

  /// Adds the groups that belong to nothing as scopes without a place, so that nothing that was read is lost.
  private mutating func addLooseScopes() {
    for index in groups.indices where !groups[index].isUsed {
      let group = groups[index]
      var scope = PageScope(place: "", caption: group.caption, position: group.position)
      scope.fields = Self.marked(group.drafts.flatMap { expanded($0, below: nil, opened: [index]) })
      scopes.append(scope)
    }
  }

  private func reportLoose(_ facts: inout PageFacts) {
    for scope in facts.scopes where scope.place.isEmpty {
      facts.unread.append(
        UnreadLine(reason: .looseTable, text: scope.caption, position: scope.position))
    }
    for table in facts.tables where !table.isAttached {
      let text = table.caption.isEmpty ? table.header : table.caption
      facts.unread.append(
        UnreadLine(reason: .looseTable, text: text, position: table.position))
    }
    facts.unread.sort { $0.position < $1.position }
  }
}

extension PageField {
  /// Whether the page calls the field a container and shows no member of it.
  ///
  /// - Parameter parents: the paths of the containers of all fields.
  func isEmptyContainer(parents: Set<String>) -> Bool {
    guard let type, type.isContainer else { return false }
    return !parents.contains(path) && !parents.contains(path + "[]")
  }
}
