/// Tables with separators between their cells.
extension BlockReader {
  /// Reads a table of pipes at the current line, if there is one.
  mutating func readPipeTable() -> Bool {
    guard line.text.contains("|") else { return false }
    let next = place + 1 < lines.count ? lines[place + 1] : PageLine(number: 0, text: [])
    let hasHeader = isDelimiterRow(next)
    guard hasHeader || (line.trimmed.first == "|" && next.trimmed.first == "|") else {
      return false
    }
    let first = line
    let header = row(of: line, width: nil)
    var rows: [TableBlock.Row] = []
    if hasHeader {
      place += 2
    } else {
      rows.append(header)
      place += 1
    }
    var lastLine = first.number
    while place < lines.count {
      if line.isBlank {
        guard continuesTable(width: header.cells.count) else { break }
        place += 1
        continue
      }
      guard isRow(line, width: header.cells.count) else { break }
      rows.append(row(of: line, width: header.cells.count))
      lastLine = line.number
      place += 1
    }
    let isNamed = hasHeader && header.cells.contains { !$0.isEmpty }
    let table = TableBlock(
      form: .pipes, header: isNamed ? header : nil, rows: RowRepair.repaired(rows),
      indentation: first.indentation)
    add(
      .table(table), InlineText(plain: [], position: header.position), first: first,
      lastLine: lastLine)
    return true
  }

  /// Whether a row follows the blank lines: then they are inside the table, and no other table begins.
  private func continuesTable(width: Int) -> Bool {
    guard let next = lines[place...].firstIndex(where: { !$0.isBlank }),
      isRow(lines[next], width: width)
    else { return false }
    return next + 1 >= lines.count || !isDelimiterRow(lines[next + 1])
  }

  private func isRow(_ line: PageLine, width: Int) -> Bool {
    if line.trimmed.first == "|" { return !isDelimiterRow(line) || width == 0 }
    // Without the pipe at the edge, a line with as many cells as the header has.
    return line.text.contains("|") && ListMarker(in: line) == nil
      && cells(of: line, respectingCode: true).count >= max(2, width - 1)
  }

  private func isDelimiterRow(_ line: PageLine) -> Bool {
    let text = line.trimmed
    return text.count >= 3 && text.allSatisfy { $0.isOne(of: "|-: \t") }
      && text.contains("-") && text.contains("|")
  }

  private func row(of line: PageLine, width: Int?) -> TableBlock.Row {
    var parts = cells(of: line, respectingCode: false)
    if let width, parts.count != width {
      let respecting = cells(of: line, respectingCode: true)
      if respecting.count == width { parts = respecting }
    }
    let cells = parts.map { part -> TableBlock.Cell in
      let text = Array(line.text[part])
      let start = part.lowerBound
      return TableBlock.Cell(
        segments: InlineParser.segments(text) { line.position(at: start + $0) },
        position: line.position(at: start))
    }
    let first = line.text.firstIndex { !$0.isBlank } ?? 0
    return TableBlock.Row(
      cells: Self.folded(cells, width: width), position: line.position(at: first))
  }

  /// The cells of a row, with the texts beyond the last column in that column.
  private static func folded(_ cells: [TableBlock.Cell], width: Int?) -> [TableBlock.Cell] {
    guard let width, width > 0, cells.count > width else { return cells }
    var folded = Array(cells.prefix(width))
    for cell in cells.dropFirst(width) where !cell.isEmpty {
      folded[width - 1].segments += cell.segments
    }
    return folded
  }

  /// The places of the cells of a row.
  ///
  /// - Parameter respectingCode: whether a pipe in a code span belongs to the cell.
  private func cells(of line: PageLine, respectingCode: Bool) -> [Range<Int>] {
    let text = line.text
    guard var start = text.firstIndex(where: { !$0.isBlank }) else { return [] }
    var end = text.count
    while end > start, text[end - 1].isBlank { end -= 1 }
    // A backslash at the end continues the row on the next line.
    if end > start, text[end - 1] == "\\" { end -= 1 }
    while end > start, text[end - 1].isBlank { end -= 1 }
    if text[start] == "|" { start += 1 }
    if end > start, text[end - 1] == "|", end < 2 || text[end - 2] != "\\" { end -= 1 }
    var cells: [Range<Int>] = []
    var cellStart = start
    var isCode = false
    var place = start
    while place < end {
      switch text[place].onlyScalar {
      case "`": isCode.toggle()
      case "\\": place += 1
      case "|" where !(isCode && respectingCode):
        cells.append(cellStart..<place)
        cellStart = place + 1
      default: break
      }
      place += 1
    }
    cells.append(min(cellStart, end)..<end)
    return cells
  }
}

/// Repairs rows whose cells continue earlier ones.
enum RowRepair {
  /// The rows with the content of `^^` cells, and without rows that only continue the row above.
  static func repaired(_ rows: [TableBlock.Row]) -> [TableBlock.Row] {
    var repaired: [TableBlock.Row] = []
    for row in rows {
      var row = row
      guard let above = repaired.last else {
        repaired.append(row)
        continue
      }
      for index in row.cells.indices where row.cells[index].string == "^^" {
        guard index < above.cells.count else { continue }
        row.cells[index].segments = above.cells[index].segments
        row.cells[index].isInherited = true
      }
      if let first = row.cells.first, first.isEmpty, row.cells.contains(where: { !$0.isEmpty }) {
        // The texts below an empty first cell belong to the row above.
        for (index, cell) in row.cells.enumerated()
        where index < above.cells.count && !cell.isEmpty {
          repaired[repaired.count - 1].cells[index].segments += cell.segments
        }
        continue
      }
      repaired.append(row)
    }
    return repaired
  }
}
