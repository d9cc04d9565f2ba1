import CallbackSchema

/// Tables: of fields, of codes, and of events.
extension FactCollector {
  /// The columns of a table by their roles.
  struct Columns {
    var roles: [ColumnRole?]

    func place(of role: ColumnRole) -> Int? { roles.firstIndex(of: role) }

    func cell(_ role: ColumnRole, in row: TableBlock.Row) -> TableBlock.Cell? {
      guard let place = place(of: role), place < row.cells.count else { return nil }
      return row.cells[place]
    }
  }

  mutating func readTable(_ table: TableBlock, _ block: Block) {
    if expectsIndex, addIndex(table, block) {
      expectsIndex = false
      return
    }
    if let entry = ignored(Caption(caption)) {
      matches.note(entry)
      return
    }
    let roles = self.roles(of: table)
    switch kind(of: table, roles) {
    case .fields: readFields(table, roles, block)
    case .codes: readCodes(table, roles, block)
    case .groupedCodes: readGroupedCodes(table, roles, block)
    case .index: if !addIndex(table, block) { reportTable(table, block) }
    case nil: reportTable(table, block)
    }
  }

  private mutating func reportTable(_ table: TableBlock, _ block: Block) {
    let row = table.header ?? table.rows.first
    let text = row?.cells.map(\.string).joined(separator: " | ") ?? ""
    report(.table, text, block.position)
  }

  private enum Kind { case fields, codes, groupedCodes, index }

  /// The roles of the columns, from their headers or, without a header, from their content.
  private mutating func roles(of table: TableBlock) -> Columns {
    guard let header = table.header else { return contentRoles(of: table) }
    for entry in page?.columns ?? [] {
      for word in entry.words.entries
      where header.cells.contains(where: {
        ColumnWords.normalized($0.string) == ColumnWords.normalized(word.value)
      }) { matches.note(word.range) }
    }
    var roles = header.cells.map { columns.role(of: $0.string) }
    // A role counts once; the first column with it has it.
    for index in roles.indices where roles[index] != nil && roles[..<index].contains(roles[index]) {
      roles[index] = nil
    }
    return Columns(roles: roles)
  }

  /// The roles of columns without headers: types are known by their words, names by their characters.
  private func contentRoles(of table: TableBlock) -> Columns {
    let width = table.rows.map(\.cells.count).max() ?? 0
    var roles: [ColumnRole?] = Array(repeating: nil, count: width)
    func share(_ column: Int, _ holds: (TableBlock.Cell) -> Bool) -> Bool {
      let cells = table.rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }
      return !cells.isEmpty && cells.filter(holds).count * 3 >= cells.count * 2
    }
    for column in 0..<width {
      if share(column, { types.type(of: $0.string) != nil }), !roles.contains(.type) {
        roles[column] = .type
      } else if share(column, { FieldLine.isName($0.string) }), !roles.contains(.name) {
        roles[column] = .name
      } else if share(column, { ValueReader.isNumber($0.string) }), !roles.contains(.value) {
        roles[column] = .value
      } else if column == width - 1 {
        roles[column] = .description
      }
    }
    return Columns(roles: roles)
  }

  private func kind(of table: TableBlock, _ columns: Columns) -> Kind? {
    let hasName = columns.place(of: .name) != nil
    // Whatever its columns are called: only an index links to the events in most rows.
    if columns.place(of: .type) == nil, linksToEvents(table) { return .index }
    if table.form == .glued, columns.place(of: .value) == nil, isGluedIndex(table) { return .index }
    if hasName, let type = columns.place(of: .type) {
      if table.form == .glued { return .fields }
      // A column that is called "type" and contains the ids of events.
      let isOfIDs = table.rows.allSatisfy {
        type < $0.cells.count && ValueReader.isNumber($0.cells[type].string)
      }
      return isOfIDs && !table.rows.isEmpty ? .index : .fields
    }
    if columns.place(of: .value) != nil {
      if case .scope(let index) = owner, scopes[index].place == "headers", hasName {
        return .fields
      }
      return .codes
    }
    if hasName, columns.place(of: .description) != nil {
      let names = table.rows.compactMap { columns.cell(.name, in: $0) }
      // A field may link to codes whose labels are the names of events; then an event may have a single code.
      let isLinked = !Set(anchors).isDisjoint(with: linked)
      let minimum = isLinked && names.allSatisfy({ isEventName($0.string) }) ? 0 : 1
      let lists = table.rows.filter { row in
        columns.cell(.description, in: row).map {
          ValueReader.values(in: $0.segments, allowsProse: false).count > minimum
        } ?? false
      }
      if lists.count * 2 > table.rows.count,
        isLinked || !names.allSatisfy({ FieldLine.isName($0.string) })
      {
        return .groupedCodes
      }
      if !names.isEmpty, names.allSatisfy({ FieldLine.isName($0.string) }) { return .fields }
      return nil
    }
    return isIndexByContent(table) ? .index : nil
  }

  // MARK: Fields

  private mutating func readFields(_ table: TableBlock, _ columns: Columns, _ block: Block) {
    let rule: ReadingRule = table.form == .glued ? .gluedFieldRow : .fieldRow
    let isLinked = !Set(anchors).isDisjoint(with: linked)
    // The first table of an event has its fields; further ones describe objects. So does one with a link to it, unless it
    // is the link to the event.
    let isObject = ownerHasGroup || (isLinked && !isAnchorOfOwner && namesObject)
    var group = FieldGroup(
      owner: isObject ? .none : owner, section: owner, caption: caption, anchors: anchors,
      position: block.position, lastLine: block.lastLine, rule: rule)
    var containers: [(depth: Int, field: PageField)] = []
    for row in table.rows {
      if table.form == .glued {
        if let draft = gluedField(row) {
          group.drafts.append(draft)
        } else {
          report(.table, row.cells.map(\.string).joined(), row.position)
        }
        continue
      }
      guard let nameCell = columns.cell(.name, in: row) else { continue }
      if nameCell.isInherited, !group.drafts.isEmpty {
        addValues(of: row, columns, to: &group.drafts[group.drafts.count - 1])
        continue
      }
      guard let (name, depth) = Self.fieldName(nameCell.string) else {
        if !nameCell.isEmpty {
          report(.table, row.cells.map(\.string).joined(separator: " | "), row.position)
        }
        continue
      }
      containers.removeAll { $0.depth >= depth }
      let parent = containers.last?.field ?? Self.container(of: name, in: group.drafts)
      let local = parent == nil || depth > 0 ? name : String(name.split(separator: ".").last ?? "")
      let draft = self.draft(named: local, below: parent, in: row, columns, rule)
      group.drafts.append(draft)
      containers.append((depth, draft.field))
    }
    group.drafts = group.drafts.map { draft in
      var draft = draft
      if table.header == nil { draft.field.doubts.insert(.headlessTable) }
      return draft
    }
    add(group)
    self.group = nil
    open = []
  }

  /// Whether the anchors of the table are those of the event itself.
  private var isAnchorOfOwner: Bool {
    guard case .event(let index) = owner else { return false }
    let event = events[index]
    let own = [event.id, event.name, event.constant].compactMap { $0.flatMap { AnchorKey.key($0) } }
    return !Set(own).isDisjoint(with: anchors)
  }

  /// Whether the caption of the table is a name, as that of an object is.
  private var namesObject: Bool { FieldLine.isName(caption.trimmingSpaces) }

  /// A member name and the depth of its nesting, from a cell such as `└ name`; nil if the cell has no name.
  private static func fieldName(_ text: String) -> (name: String, depth: Int)? {
    let marks: Set<Character> = ["└", "├", "─", "│", "-", ">", "∟", "+", "·", "•", "–"]
    let lead = text.prefix { marks.contains($0) || $0.isBlank }
    let depth = min(lead.count { $0 != "─" && !$0.isBlank }, maximumDepth)
    var name = String(text.dropFirst(lead.count)).trimmingSpaces
    // An asterisk marks a required field in some pages; a remark follows the name in others.
    if let end = name.firstIndex(where: { $0.isBlank || $0 == "(" || $0 == "（" || $0 == "*" }) {
      name = String(name[..<end])
    }
    return FieldLine.isName(name) ? (name, depth) : nil
  }

  /// The field above whose path is that of the object in a name with dots.
  private static func container(of name: String, in drafts: [FieldDraft]) -> PageField? {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count > 1 else { return nil }
    let wanted = parts.dropLast().map { $0.replacing("[]", with: "") }
    return drafts.last {
      $0.field.path.replacing("[]", with: "") == wanted.joined(separator: ".")
    }?.field
  }

  private func draft(
    named name: String, below parent: PageField?, in row: TableBlock.Row, _ columns: Columns,
    _ rule: ReadingRule
  ) -> FieldDraft {
    let nameCell = columns.cell(.name, in: row)
    var typeLinks: [String] = []
    var field = PageField(
      path: Self.path(of: name, below: parent),
      position: nameCell?.segments.first?.position ?? row.position, rule: rule)
    if let cell = columns.cell(.type, in: row), !cell.isEmpty {
      field.typeWord = cell.string
      let isLinked = cell.segments.contains { $0.links.contains { $0.target.contains("#") } }
      field.type = types.type(of: cell.string, isLinked: isLinked)
      typeLinks = cell.segments.flatMap(\.links).compactMap { AnchorKey.key(ofTarget: $0.target) }
    }
    if field.type == nil { field.doubts.insert(.noType) }
    field.links = row.cells.flatMap { $0.segments.flatMap(\.links) }
      .compactMap { AnchorKey.key(ofTarget: $0.target) }
    for role in [ColumnRole.required, .optional] {
      if let cell = columns.cell(role, in: row),
        let mark = PresenceWords.cell(cell.string, saysOptional: role == .optional)
      {
        field.presence = PagePresence(
          isRequired: mark, word: cell.string, position: cell.position)
      }
    }
    var draft = FieldDraft(field: field, text: "")
    draft.objectName = Self.objectName(in: field.typeWord)
    draft.typeLinks = typeLinks
    addValues(of: row, columns, to: &draft)
    return draft
  }

  private func addValues(of row: TableBlock.Row, _ columns: Columns, to draft: inout FieldDraft) {
    let described =
      columns.cell(.description, in: row)
      ?? columns.roles.lastIndex(of: nil).flatMap {
        $0 < row.cells.count ? row.cells[$0] : nil
      }
    var values = described.map { ValueReader.values(in: $0.segments) } ?? []
    if let example = columns.cell(.example, in: row),
      values.isEmpty || values.allSatisfy({ $0.rule == .valueProse })
    {
      let alternatives = ValueReader.alternatives(inExamples: example.segments)
      if !alternatives.isEmpty { values = alternatives }
    }
    let known = Set(draft.field.values.map(\.text))
    draft.field.values += values.filter { !known.contains($0.text) }
    draft.text += described?.string ?? ""
    if let described {
      let text = described.text
      draft.field.presence = draft.field.presence ?? PresenceWords.mark(in: text)
    }
    let last = row.cells.flatMap { $0.segments.map(\.position.line) }.max() ?? row.position.line
    draft.field.lastLine = max(draft.field.lastLine, last)
  }
}
