/// Tables in the text of a browser: cells separated by tabs, or by nothing.
extension BlockReader {
  /// Reads a table without separators at the current line, if there is one.
  mutating func readGluedTable() -> Bool {
    guard form == .text, ListMarker(in: line) == nil else { return false }
    if line.text.contains("\t"), readTabbedTable() { return true }
    guard place + 1 < lines.count, !lines[place + 1].isBlank,
      let headers = words.headers(inGlued: String(line.trimmed))
    else { return false }
    let first = line
    let start = line.text.firstIndex { !$0.isBlank } ?? 0
    let header = TableBlock.Row(
      cells: headers.map { cell(of: Array($0), at: first, from: start) },
      position: first.position(at: start))
    place += 1
    var rows: [TableBlock.Row] = []
    while place < lines.count, !line.isBlank, ListMarker(in: line) == nil,
      // The text of a browser has no blank line between two tables.
      words.headers(inGlued: String(line.trimmed)) == nil, !isCaptionOfTable
    {
      let start = line.text.firstIndex { !$0.isBlank } ?? 0
      rows.append(
        TableBlock.Row(
          cells: [cell(of: Array(line.trimmed), at: line, from: start)],
          position: line.position(at: start)))
      place += 1
    }
    addTable(.glued, header: header, rows: rows, first: first)
    return true
  }

  /// Whether the next line is the header of a table without separators, so that this one is its caption.
  private var isCaptionOfTable: Bool {
    // A row of codes begins with a code.
    place + 1 < lines.count && line.trimmed.first?.isASCIIDigit != true
      && words.headers(inGlued: String(lines[place + 1].trimmed)) != nil
  }

  private mutating func readTabbedTable() -> Bool {
    let first = line
    let headers = tabbedCells(first)
    guard headers.count >= 2,
      headers.filter({ words.role(of: $0.string) != nil }).count >= 2,
      place + 1 < lines.count, lines[place + 1].text.contains("\t")
    else { return false }
    place += 1
    var rows: [TableBlock.Row] = []
    while place < lines.count, line.text.contains("\t") {
      rows.append(TableBlock.Row(cells: tabbedCells(line), position: line.position(at: 0)))
      place += 1
    }
    addTable(
      .pipes, header: TableBlock.Row(cells: headers, position: first.position(at: 0)), rows: rows,
      first: first)
    return true
  }

  private func tabbedCells(_ line: PageLine) -> [TableBlock.Cell] {
    var cells: [TableBlock.Cell] = []
    var start = 0
    for (index, character) in line.text.enumerated() where character == "\t" {
      cells.append(cell(of: Array(line.text[start..<index]), at: line, from: start))
      start = index + 1
    }
    cells.append(cell(of: Array(line.text[start...]), at: line, from: start))
    return cells
  }

  private func cell(of text: [Character], at line: PageLine, from start: Int) -> TableBlock.Cell {
    TableBlock.Cell(
      segments: InlineParser.segments(text) { line.position(at: start + $0) },
      position: line.position(at: start))
  }

  private mutating func addTable(
    _ form: TableBlock.Form, header: TableBlock.Row, rows: [TableBlock.Row], first: PageLine
  ) {
    let table = TableBlock(form: form, header: header, rows: rows, indentation: first.indentation)
    add(
      .table(table), InlineText(plain: [], position: header.position), first: first,
      lastLine: lines[place - 1].number)
  }
}
