/// Attaches code tables to the fields whose codes they list.
extension FactAssembly {
  /// Attaches the tables that a link, a caption or the position names.
  mutating func attachTables() {
    for table in tables.indices {
      if let (group, field) = tables[table].itemAbove {
        attach(table, to: field, in: group, doubt: nil)
        continue
      }
      for group in groups.indices {
        for field in groups[group].drafts.indices {
          let draft = groups[group].drafts[field]
          if isLinked(draft, to: table) || isNamed(draft, by: table, in: groups[group])
            || mentions(draft, table)
          {
            attach(table, to: field, in: group, doubt: nil)
          }
        }
      }
      if !tables[table].table.isAttached { attachByHeader(table) }
    }
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
    return caption == AnchorKey.key(draft.field.name)
  }

  /// Whether the description of a field mentions the caption of a table.
  private func mentions(_ draft: FieldDraft, _ table: Int) -> Bool {
    let caption = tables[table].table.caption
    guard caption.count >= 8, caption.contains(" "), tables[table].section == .none else {
      return false
    }
    return draft.text.lowercased().contains(caption.lowercased())
  }

  /// Attaches a table in the section of an event to the field that its header names, such as "error code" and `code`.
  private mutating func attachByHeader(_ table: Int) {
    guard tables[table].section != .none, let header = AnchorKey.key(tables[table].table.header)
    else { return }
    for group in groups.indices where groups[group].owner == tables[table].section {
      for field in groups[group].drafts.indices {
        guard let name = AnchorKey.key(groups[group].drafts[field].field.name), name.count >= 3,
          header.hasSuffix(name) || name.hasSuffix(header)
        else { continue }
        attach(table, to: field, in: group, doubt: .looseTable)
        return
      }
    }
  }

  private mutating func attach(_ table: Int, to field: Int, in group: Int, doubt: Doubt?) {
    var draft = groups[group].drafts[field]
    Self.attach(tables[table].table, at: table, to: &draft.field, doubt: doubt)
    groups[group].drafts[field] = draft
    tables[table].table.isAttached = true
  }

  private static func attach(
    _ table: PageTable, at place: Int, to field: inout PageField, doubt: Doubt?
  ) {
    guard !field.tables.contains(place) else { return }
    field.tables.append(place)
    field.values.removeAll { $0.rule == .valueProse }
    let known = Set(field.values.map(\.text))
    field.values += table.values.filter { !known.contains($0.text) }.map { value in
      var value = value
      if let doubt { value.doubts.insert(doubt) }
      return value
    }
  }

  /// Attaches the remaining tables to the fields of whose documented codes they contain at least half.
  mutating func attachTablesByCodes() {
    for table in tables.indices where !tables[table].table.isAttached {
      let codes = Set(tables[table].table.values.map(\.text))
      guard codes.count > 1 else { continue }
      for event in events.indices {
        let section = tables[table].section
        guard section == .none || section == .event(event) || isLast(section),
          let known = knownFields(of: events[event])
        else { continue }
        for field in events[event].fields.indices {
          let page = events[event].fields[field]
          guard
            page.values.allSatisfy({ $0.rule == .valueProse || $0.doubts.contains(.looseTable) }),
            let values = known[page.path], !values.isEmpty
          else { continue }
          let common = codes.intersection(values)
          guard common.count * 2 >= codes.count, common.count >= 1 else { continue }
          Self.attach(
            tables[table].table, at: table, to: &events[event].fields[field], doubt: .looseTable)
          tables[table].table.isAttached = true
        }
      }
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

extension SchemaKnowledge {
  /// The event of the schema that a page declares.
  public func event(for page: PageEvent) -> KnownEvent? {
    if let id = page.id, let found = events.first(where: { $0.id == id }) { return found }
    if page.id == nil, let name = page.name {
      return events.first { $0.id == name } ?? events.first { $0.key == name }
    }
    return page.constant.flatMap { constant in events.first { $0.constant == constant } }
  }
}
