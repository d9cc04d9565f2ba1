/// Tables of codes.
extension FactCollector {
  mutating func readCodes(_ table: TableBlock, _ columns: Columns, _ block: Block) {
    let place = columns.place(of: .value) ?? 0
    var codes = codeTable(table, header: place, block)
    let nameColumn = columns.place(of: .constant) ?? columns.place(of: .name)
    for row in table.rows {
      if table.form == .glued {
        codes.values += gluedCodes(row, table.header)
        continue
      }
      guard place < row.cells.count else { continue }
      let cell = row.cells[place]
      let described = self.columns(columns, description: row, besides: place)
      // The code may be in the column of the meanings, and its constant in that of the codes.
      if let inner = described.flatMap({
        ValueReader.values(in: $0.segments, allowsProse: false).first
      }),
        !ValueReader.isNumber(cell.string), inner.rule == .valueSegment,
        ValueReader.isNumber(inner.text), nameColumn == nil
      {
        var value = inner
        value.constant = cell.string
        value.rule = .codeRow
        codes.values.append(value)
        continue
      }
      var text = cell.string.trimmingSpaces
      let isQuoted = text.count > 1 && text.first == "\"" && text.last == "\""
      if isQuoted { text = String(text.dropFirst().dropLast()) }
      guard !text.isEmpty, !text.contains(" ") else {
        if !text.isEmpty { report(.table, text, cell.position) }
        continue
      }
      var value = PageValue(
        text: text, meaning: described?.string ?? "",
        position: cell.segments.first?.position ?? cell.position, rule: .codeRow)
      value.isQuoted = isQuoted
      if let nameColumn, nameColumn < row.cells.count {
        value.constant = row.cells[nameColumn].string
      }
      codes.values.append(value)
    }
    add(codes, table)
  }

  private func columns(
    _ columns: Columns, description row: TableBlock.Row, besides place: Int
  ) -> TableBlock.Cell? {
    columns.cell(.description, in: row)
      ?? row.cells.indices.first {
        $0 != place && (columns.roles.count <= $0 || columns.roles[$0] == nil)
      }
      .map { row.cells[$0] }
  }

  /// Reads codes in two levels: a label and, in the next cell, the codes below it.
  mutating func readGroupedCodes(
    _ table: TableBlock, _ columns: Columns, _ block: Block
  ) {
    var codes = codeTable(table, header: columns.place(of: .name) ?? 0, block)
    for row in table.rows {
      let label = columns.cell(.name, in: row)?.string
      for value in columns.cell(.description, in: row).map({
        ValueReader.values(in: $0.segments, allowsProse: false)
      }) ?? [] {
        var value = value
        value.group = label
        value.rule = .codeSegment
        codes.values.append(value)
      }
    }
    add(codes, table)
  }

  private func codeTable(_ table: TableBlock, header: Int, _ block: Block) -> PageTable {
    let rule: ReadingRule =
      switch table.form {
      case .pipes: .pipeTable
      case .html: .htmlTable
      case .glued: .gluedTable
      }
    let text = table.header.flatMap { header < $0.cells.count ? $0.cells[header].string : nil }
    var codes = PageTable(
      kind: .codes, caption: caption, anchors: anchors, header: text ?? "",
      position: block.position, rule: rule)
    codes.lastLine = block.lastLine
    if case .event(let index) = owner { codes.event = events[index].label }
    return codes
  }

  private mutating func add(_ codes: PageTable, _ table: TableBlock) {
    var draft = TableDraft(table: codes, anchors: anchors, section: owner)
    if let group, let last = open.last, table.indentation > last.indentation {
      draft.itemAbove = (group, last.field)
    } else if let group, let parameter = parameters.last {
      draft.itemAbove = (group, parameter)
    }
    tables.append(draft)
  }
}
