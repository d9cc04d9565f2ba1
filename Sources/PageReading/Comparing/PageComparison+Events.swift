import CallbackSchema
import SchemaSource

extension PageComparison {
  /// Compares the events of the page with those of the schema.
  mutating func compareEvents() {
    let alignment = EventAlignment(expectedEvents, facts.events.map(ComparedEvent.init))
    for (first, second) in alignment.pairs {
      pairs.append((first, second))
      compareNames(first, second, comparesNames: alignment.comparesNames)
      guard second.hasSection else {
        noteMissingSection(first, second)
        continue
      }
      compareFields(first, second)
    }
    for event in alignment.removed where event.isDemanded { noteMissing(event) }
    for event in alignment.added { noteAdded(event) }
    compareIndexes(alignment)
  }

  /// The events that the page is expected to describe, with a section for each version that its headings name.
  private var expectedEvents: [ComparedEvent] {
    service.events.flatMap { event -> [ComparedEvent] in
      if edition == nil {
        let places = Set(event.provenance.editions.places)
        let names = [event.key, event.constant, event.id.value.text].compactMap { $0 }
        let hasVersions = facts.events.contains { section in
          section.version != nil
            && [section.id, section.name, section.constant].contains {
              $0.map(names.contains) == true
            }
        }
        guard hasVersions else {
          return [ComparedEvent(event, of: service, version: nil, editions: places)]
        }
        return places.sorted().map { place in
          ComparedEvent(
            event, of: service, version: service.editions[place].name, editions: [place])
        }
      }
      var expected = ComparedEvent(event, of: service, version: nil, editions: view.editions)
      switch view.statement(on: event.provenance) {
      case .documented: expected.isDemanded = view.isFull
      case .mentioned: expected.isDemanded = false
      case .foreign: return []
      }
      return [expected]
    }
  }

  // MARK: Names

  private mutating func compareNames(
    _ first: ComparedEvent, _ second: ComparedEvent, comparesNames: Bool
  ) {
    guard let event = first.schema, let page = second.page else { return }
    var parts: [String] = []
    if let id = page.id, id != first.id {
      parts.append("the ID is \(id), in the schema \(first.id ?? "none")")
    }
    if comparesNames, !second.names.isEmpty, !first.isNamed(like: second) {
      parts.append("the name is `\(second.names[0])`, in the schema `\(event.key)`")
    }
    if let constant = page.constant, let known = event.constant, constant != known {
      parts.append("the constant is `\(constant)`, in the schema `\(known)`")
    }
    guard !parts.isEmpty else { return }
    add(
      .eventRenamed, at: "events.\(first.label)", parts.joined(separator: "; "),
      page: page.position, schema: event.range, doubts: page.doubts)
  }

  // MARK: Events of one side

  private mutating func noteMissingSection(_ first: ComparedEvent, _ second: ComparedEvent) {
    guard let event = first.schema, let page = second.page, !first.fieldNames.isEmpty else {
      return
    }
    // The fields of all events can be in one group.
    if hasCommonFields(at: service.payloadLocation(of: event)) { return }
    add(
      .sectionMissing, at: "events.\(first.label)",
      "event \(first.title) is only in the index of the page, which has no section about it",
      page: page.position, schema: event.range)
  }

  private mutating func noteMissing(_ event: ComparedEvent) {
    add(
      .eventMissing, at: "events.\(event.label)", "event \(event.title) is not on the page",
      page: expectedPosition(of: event), schema: event.schema?.range)
  }

  /// The position of the event before it on the page; the first line without one.
  private func expectedPosition(of event: ComparedEvent) -> PagePosition {
    let order = service.events.map(\.key)
    let place = order.firstIndex(of: event.schema?.key ?? "") ?? 0
    let before = pairs.filter { pair in
      (order.firstIndex(of: pair.first.schema?.key ?? "") ?? 0) < place && pair.second.hasSection
    }
    return before.last?.second.page?.position ?? PagePosition(line: 1, column: 1)
  }

  private mutating func noteAdded(_ event: ComparedEvent) {
    guard let page = event.page else { return }
    let known = service.events.first { known in
      known.id.value.text == page.id
        || page.id == nil && event.names.contains { [known.key, known.constant].contains($0) }
    }
    var message = "event \(event.title) is not in the schema"
    if let known {
      let editions = service.names(of: known.provenance.editions).joined(separator: ", ")
      message = "event \(event.title) is in the schema for \(editions) only"
    }
    let count = page.fields.count
    if count > 0 { message += "; the page gives it \(count) field\(count == 1 ? "" : "s")" }
    let name = page.version == nil ? page.name.flatMap { FieldLine.isName($0) ? $0 : nil } : nil
    let label = known?.key ?? name ?? event.label
    add(
      .eventAdded, at: "events.\(label)", message, page: page.position, schema: known?.range,
      isCertain: page.doubts.isEmpty, doubts: page.doubts)
  }

  // MARK: Indexes

  /// Reports sections that the index does not list. Vendors forget rows, so that they are unsure.
  private mutating func compareIndexes(_ alignment: EventAlignment) {
    let rows = facts.indexes.flatMap(\.rows)
    let sections = (alignment.pairs.map(\.second) + alignment.added).filter(\.hasSection)
    let missing = sections.filter { section in
      !rows.contains { row in
        row.version == section.version
          && (row.id != nil && row.id == section.id || row.name.map(section.names.contains) == true)
      }
    }
    // An index in other words lists none of the sections by a name that they have.
    guard missing.count * 2 <= sections.count else { return }
    for section in missing {
      // An event that is not in the schema is reported as added.
      guard let page = section.page,
        let pair = alignment.pairs.first(where: { $0.second.page == page })
      else { continue }
      // A renamed event keeps its row.
      let isRenamed = rows.contains { row in
        let first = pair.first
        return row.version == first.version
          && (row.id != nil && row.id == first.id || row.name.map(first.names.contains) == true)
      }
      if isRenamed { continue }
      add(
        .indexRowMissing, at: "events.\(pair.first.label)",
        "the index of the page does not list event \(section.title)", page: page.position,
        schema: pair.first.schema?.range, isCertain: false)
    }
  }
}

extension ComparedEvent {
  /// The ID and the name in a message.
  var title: String {
    let name = schema?.key ?? names.first
    let version = version.map { " of \($0)" } ?? ""
    guard let id, id != name else { return "\(name ?? label)\(version)" }
    return (name.map { "\(id) (\($0))" } ?? id) + version
  }
}
