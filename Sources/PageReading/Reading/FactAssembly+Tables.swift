/// Attaches code tables to the fields whose codes they list.
extension FactAssembly {
  /// Attaches the tables that a link or a caption names; otherwise by their position.
  mutating func attachTables() {
    linkedByFields = Set(groups.flatMap { $0.drafts.flatMap(\.field.links) })
    for table in tables.indices {
      for group in groupsReferring(to: table) {
        for field in groups[group].drafts.indices {
          let draft = groups[group].drafts[field]
          if isLinked(draft, to: table) || isNamed(draft, by: table, in: groups[group])
            || mentions(draft, table)
          {
            attach(table, to: field, in: group, doubt: nil)
          }
        }
      }
      if tables[table].table.isAttached { continue }
      if let (group, field) = tables[table].itemAbove {
        attach(table, to: field, in: group, doubt: nil)
      } else {
        attachByHeader(table)
      }
    }
  }

  /// The groups with fields that may link to a table, name it or mention it.
  private func groupsReferring(to table: Int) -> [Int] {
    if canBeMentioned(table) { return Array(groups.indices) }
    let linking = tables[table].anchors.flatMap(places.linking(to:))
    return Set(linking + places.inSection(tables[table].section)).sorted()
  }

  /// Whether a field links to a table: of several with one anchor, to the next one.
  private func isLinked(_ draft: FieldDraft, to table: Int) -> Bool {
    draft.field.links.contains { link in
      guard tables[table].anchors.contains(link) else { return false }
      let same = tables.indices.filter { tables[$0].anchors.contains(link) }
      let next = same.first { tables[$0].table.position > draft.field.position } ?? same.last
      return next == table
    }
  }

  /// Whether the caption is the name of a field in the same section.
  private func isNamed(_ draft: FieldDraft, by table: Int, in group: FieldGroup) -> Bool {
    guard group.section == tables[table].section, group.section != .none,
      let caption = AnchorKey.key(tables[table].table.caption)
    else { return false }
    // A link decides before a caption.
    let isLinkedByOther = !Set(tables[table].anchors).isDisjoint(with: linkedByFields)
    let linksElsewhere = tables.contains { !Set($0.anchors).isDisjoint(with: draft.field.links) }
    return caption == AnchorKey.key(draft.field.name) && !isLinkedByOther && !linksElsewhere
  }

  /// Whether the description of a field mentions the caption of a table.
  private func mentions(_ draft: FieldDraft, _ table: Int) -> Bool {
    guard canBeMentioned(table) else { return false }
    return draft.text.lowercased().contains(tables[table].table.caption.lowercased())
  }

  /// Whether a table is outside of the sections of events, and has a caption of several words.
  private func canBeMentioned(_ table: Int) -> Bool {
    let caption = tables[table].table.caption
    return tables[table].section == .none && caption.contains(" ") && caption.count >= 8
  }

  /// Attaches a table in the section of an event to the field that its header names, such as "error code" and `code`.
  private mutating func attachByHeader(_ table: Int) {
    guard tables[table].section != .none, let header = AnchorKey.key(tables[table].table.header)
    else { return }
    for group in places.owned(by: tables[table].section) {
      for field in groups[group].drafts.indices {
        guard let name = AnchorKey.key(groups[group].drafts[field].field.name), name.count >= 3,
          header.hasSuffix(name) || name.hasSuffix(header)
        else { continue }
        let isCertain = isNamedByHeader(field, group, table) || isKnown(table, field, group)
        attach(table, to: field, in: group, doubt: isCertain ? nil : .looseTable)
        return
      }
    }
  }

  /// Whether the last word of a header is the name of the only field of an event that could have the codes: numbers for a
  /// number, words for a string.
  private func isNamedByHeader(_ field: Int, _ group: Int, _ table: Int) -> Bool {
    func isNamed(_ other: Int) -> Bool {
      let name = groups[group].drafts[other].field.name.lowercased()
      return tables[table].table.header.lowercased().split { !$0.isNameCharacter }.last == name[...]
    }
    let codes = tables[table].table.values
    let areNumbers = codes.allSatisfy { ValueReader.isNumber($0.text) }
    let fits =
      switch groups[group].drafts[field].field.type {
      case .number?: areNumbers
      case .string?: !areNumbers
      default: false
      }
    return fits && isNamed(field) && groups[group].drafts.indices.filter(isNamed).count == 1
  }

  /// Whether the schema has at least half of the codes of a table for a field.
  private func isKnown(_ table: Int, _ field: Int, _ group: Int) -> Bool {
    guard case .event(let event) = groups[group].owner,
      let values = knownFields(of: events[event])?[groups[group].drafts[field].field.path]
    else { return false }
    let codes = Set(tables[table].table.values.map(\.text))
    return codes.intersection(values).count * 2 >= codes.count
  }

  private mutating func attach(_ table: Int, to field: Int, in group: Int, doubt: Doubt?) {
    var draft = groups[group].drafts[field]
    if case .object? = draft.field.type { return }
    var codes = tables[table].table
    codes.values = labelled(codes.values, in: groups[group].owner)
    Self.attach(codes, at: table, to: &draft.field, doubt: doubt)
    groups[group].drafts[field] = draft
    tables[table].table.isAttached = true
  }

  /// The codes below the label that names the event, where the labels name events; otherwise all.
  private func labelled(_ values: [PageValue], in owner: FieldGroup.Owner) -> [PageValue] {
    guard case .event(let index) = owner else { return values }
    let event = events[index]
    let names = [event.id, event.name, event.constant].compactMap {
      $0.flatMap { AnchorKey.key($0) }
    }
    let own = values.filter { value in
      value.group.flatMap { AnchorKey.key($0) }.map(names.contains) ?? false
    }
    return own.isEmpty ? values : own
  }

  private static func attach(
    _ table: PageTable, at place: Int, to field: inout PageField, doubt: Doubt?
  ) {
    guard !field.tables.contains(place) else { return }
    field.values.removeAll { $0.rule == .valueProse }
    // Each of several tables lists the codes under a condition of its own.
    let known = field.tables.isEmpty ? Set(field.values.map(\.text)) : []
    field.tables.append(place)
    // Rows of several versions of an event may repeat a code.
    var added: Set<[String]> = []
    for var value in table.values
    where !known.contains(value.text) && added.insert([value.group ?? "", value.text]).inserted {
      if let doubt { value.doubts.insert(doubt) }
      field.values.append(value)
    }
  }

  /// Attaches the remaining tables to the fields whose documented codes they contain.
  ///
  /// The fields with the largest share count, if it is at least a half: after a change of the page the table has other
  /// codes than the schema.
  mutating func attachTablesByCodes() {
    for table in tables.indices where !tables[table].table.isAttached {
      let codes = Set(tables[table].table.values.map(\.text))
      guard codes.count > 1 else { continue }
      let candidates = events.indices.flatMap { self.candidates(for: codes, of: table, in: $0) }
      guard let best = candidates.map(\.common).max() else { continue }
      for candidate in candidates where candidate.common == best {
        Self.attach(
          tables[table].table, at: table,
          to: &events[candidate.event].fields[candidate.field], doubt: .looseTable)
        tables[table].table.isAttached = true
      }
    }
  }

  /// Gives the codes of each of a field's tables, if it has several, the caption of the table as their label.
  mutating func labelTables() {
    let tables = tables.map(\.table)
    for event in events.indices { Self.label(&events[event].fields, tables) }
    for scope in scopes.indices { Self.label(&scopes[scope].fields, tables) }
  }

  /// Static, because a method would copy the assembly, and with it all events, for each of them.
  private static func label(_ fields: inout [PageField], _ tables: [PageTable]) {
    for field in fields.indices where fields[field].tables.count > 1 {
      let captions = fields[field].tables.map { tables[$0] }
      for value in fields[field].values.indices where fields[field].values[value].group == nil {
        let position = fields[field].values[value].position
        let table = captions.first { $0.values.contains { $0.position == position } }
        fields[field].values[value].group = table?.caption
      }
    }
  }

  /// The fields of an event of whose codes a table has at least half of its own.
  private func candidates(
    for codes: Set<String>, of table: Int, in event: Int
  ) -> [(event: Int, field: Int, common: Int)] {
    let section = tables[table].section
    guard section == .none || section == .event(event) || isLast(section),
      let known = knownFields(of: events[event])
    else { return [] }
    return events[event].fields.indices.compactMap { field in
      let page = events[event].fields[field]
      let isFree = page.values.allSatisfy {
        $0.rule == .valueProse || $0.doubts.contains(.looseTable)
      }
      guard isFree, let values = known[page.path] else { return nil }
      let common = codes.intersection(values).count
      return common * 2 >= codes.count ? (event, field, common) : nil
    }
  }

  /// Whether the section is that of the last event, which does not end in a text without headings.
  private func isLast(_ section: FieldGroup.Owner) -> Bool {
    section == .event((events.lastIndex { $0.hasSection }) ?? -1)
  }

  private func knownFields(of event: PageEvent) -> [String: Set<String>]? {
    guard let known = knowledge(event.version)?.event(for: event) else { return nil }
    return Dictionary(
      known.fields.map { ($0.path, Set($0.values)) }, uniquingKeysWith: { $0.union($1) })
  }
}
