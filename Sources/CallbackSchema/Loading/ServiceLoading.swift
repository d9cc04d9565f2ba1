import SchemaSource

extension Loading {
  /// - Parameter folder: the name of the folder, which stands for a name that is missing.
  mutating func load(_ definition: Definition, in folder: String) -> Service? {
    guard let map = reader.mapping(definition.value, of: "service", keys: LanguageKeys.service)
    else { return nil }
    editions = map["editions"].map { loadEditions($0.value) } ?? []
    require(
      ["editions": "the pages or API versions that document the service"], in: map,
      at: definition.key.range)
    // Tables first: their raw types decide how every other wire value is typed.
    let names = TypeNames(
      tables: Set(tableDefinitions.map(\.name)), objects: Set(objectDefinitions.map(\.name)))
    tables = load(unique(tableDefinitions, "table")) { loading, definition in
      let known = loading.reader.diagnostics.all.count
      let table = loading.loadTable(definition)
      if loading.reader.diagnostics.all.count > known {
        loading.reader.damagedTables.insert(definition.name)
      }
      return table
    }
    let declared = IndexedByName(wrappedValue: tables)
    for object in objectDefinitions {
      guard let table = declared.first(named: object.name) else { continue }
      reader.error(
        .duplicateDefinition, "'\(object.name)' is already the name of a table",
        at: object.key.range,
        notes: [.init(message: "the table is here", range: table.range)])
    }
    let objects = load(unique(objectDefinitions, "object")) { $0.loadObject($1, names) }
    let envelope = map["envelope"].map { loadFields($0.value, names, within: everyone) } ?? []
    let formats = unique(formatDefinitions, "format").compactMap { loadTextFormat($0, names) }
    let events = load(unique(eventDefinitions, "event")) { $0.loadEvent($1, names) }
    let dispatch = loadDispatch(map, of: definition)
    require(
      [
        "envelope": "the members of the body outside the payload",
        "name": "the name of the service and of its module",
      ], in: map, at: definition.key.range)
    if map["envelope"] == nil { reader.isIncomplete = true }
    let name = map.text("name", &reader) ?? folder
    // The empty path stands for a place that failed to load.
    let noPlace = Located(Place.member([]), at: definition.key.range)
    var service = Service(
      name: name, title: map.text("title", &reader) ?? name, doc: map.text("doc", &reader),
      namespace: map.located("namespace", &reader) ?? Located(name, at: definition.key.range),
      editions: editions,
      guards: map["only"].map { loadClauses($0.value, of: "only") } ?? [],
      discriminator: dispatch.discriminators.first ?? noPlace,
      furtherDiscriminators: Array(dispatch.discriminators.dropFirst()),
      isListed: dispatch.isListed,
      payload: dispatch.payload ?? noPlace, envelope: envelope,
      delivery: loadDelivery(map, names),
      omissions: map["not-modelled"].map { loadOmissions($0.value) } ?? [],
      tables: tables, objects: objects, formats: formats, events: Self.ordered(events),
      stems: [definition.stem] + stems.filter { $0 != definition.stem }.sorted(),
      stem: definition.stem, range: definition.key.range)
    service.encoding = map.word("body", &reader) ?? .json
    if !dispatch.isListed {
      for range in listedIDs {
        reader.error(
          .contradiction, "the id is a list, but the discriminator is one place", at: range,
          fix: "write one value, or a list of places as by: of the service")
        service.events.removeAll { $0.id.range == range }
        reader.isIncomplete = true
      }
    }
    service.declareDiscriminators()
    return service
  }

  /// Loads independent definitions on all processors.
  private mutating func load<Declaration: Sendable>(
    _ definitions: [Definition],
    _ load: @Sendable (inout Loading, Definition) -> Declaration?
  ) -> [Declaration] {
    var fresh = self
    (fresh.reader, fresh.listedIDs) = (NodeReader(), [])
    let (declarations, parts) = definitions.concurrentMap(from: fresh, load)
    for part in parts {
      reader.add(part.reader)
      listedIDs += part.listedIDs
    }
    return declarations.compactMap(\.self)
  }

  /// Events sorted by id if all ids are integers; otherwise in the order of the files.
  private static func ordered(_ events: [Event]) -> [Event] {
    let numbers = events.compactMap { Int($0.id.value.text) }
    let isSorted = zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
    guard numbers.count == events.count, !isSorted else { return events }
    return zip(numbers, events).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The provenance of a declaration that all full editions document.
  var everyone: Provenance { Provenance(editions: editions.full) }

  /// Reports a missing key.
  ///
  /// - Parameter node: the mapping that lacks the key, for a note at its last key; nil for no note.
  mutating func missing(
    _ key: String, _ purpose: String, at range: SourceRange, in node: Node? = nil
  ) {
    var notes: [Diagnostic.Note] = []
    if case .mapping(let entries)? = node?.content, let last = entries.last?.key.range,
      last.start.line > range.start.line
    {
      notes.append(.init(message: "it can follow this key", range: last))
    }
    reader.error(.missingKey, "'\(key)' is missing: \(purpose)", at: range, notes: notes)
  }

  /// Reports those of some keys that a mapping lacks.
  ///
  /// - Parameter node: the mapping, for a note at its last key; nil for no note.
  mutating func require(
    _ purposes: KeyValuePairs<String, String>, in map: KeyedNodes, at range: SourceRange,
    before node: Node? = nil
  ) {
    for (key, purpose) in purposes where map[key] == nil {
      missing(key, purpose, at: range, in: node)
    }
  }

  /// Notes on definitions of another kind that have the name.
  func namesakes(of name: String) -> [Diagnostic.Note] {
    let all = [
      ("a table", tableDefinitions), ("an object", objectDefinitions),
      ("a format", formatDefinitions), ("an event", eventDefinitions),
    ]
    return all.flatMap { what, definitions in
      definitions.filter { $0.name == name }.map {
        .init(message: "\(what) has this name", range: $0.key.range)
      }
    }
  }

  private mutating func loadEditions(_ node: Node) -> [Edition] {
    let entries = reader.entries(node, of: "editions")
    if entries.count > EditionSet.capacity {
      reader.error(
        .contradiction, "a service has at most \(EditionSet.capacity) editions", at: node.range)
    }
    return entries.prefix(EditionSet.capacity).map { entry in
      // An edition with errors keeps its name, which declarations refer to.
      let map =
        reader.mapping(entry.value, of: "an edition", keys: LanguageKeys.edition)
        ?? KeyedNodes(range: entry.value.range)
      let name = entry.key.scalarText ?? ""
      if name.isEmpty || name.contains(where: \.isWhitespace) || Source.Part(rawValue: name) != nil
        || name.contains("...")
      {
        reader.error(
          .badName, "'\(name)' cannot be the name of an edition", at: entry.key.range,
          fix:
            "use one word without ..., other than \(reader.list(Source.Part.allCases.map(\.rawValue)))"
        )
      }
      let kind: Edition.Kind = map.word("kind", &reader) ?? .page
      if kind == .elsewhere {
        require(["title": "the title of the page"], in: map, at: entry.key.range)
      }
      return Edition(
        name: name, kind: kind, title: map.text("title", &reader),
        date: map.text("date", &reader), url: map.text("url", &reader),
        isPartial: reader.flag(map["partial"], "partial"), range: entry.key.range)
    }
  }

  private mutating func loadOmissions(_ node: Node) -> [Omission] {
    reader.items(node, of: "not-modelled").compactMap { item in
      guard let map = reader.mapping(item, of: "an omission", keys: LanguageKeys.omission) else {
        return nil
      }
      require(
        [
          "section": "the section of the page", "because": "the reason for leaving the section out",
        ], in: map, at: item.range)
      guard let section = map.text("section", &reader),
        let because = map.text("because", &reader)
      else { return nil }
      return Omission(section: section, because: because, range: item.range)
    }
  }
}
