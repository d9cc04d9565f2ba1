/// HTML tables and tags that declare fields.
extension BlockReader {
  /// The largest number of lines of a table.
  private static let longestTable = 5000

  /// Reads an HTML table that begins on the current line, if one does.
  mutating func readHTMLTable() -> Bool {
    guard let start = Self.tablePlace(in: line.text) else { return false }
    let first = line
    if line.text[..<start].contains(where: { !$0.isBlank }) {
      let before = InlineParser.parse(line, from: 0, to: start)
      if !before.plain.isEmpty {
        add(.paragraph(indentation: line.indentation), before, first: line)
      }
    }
    // The text of all lines, and the place where each line begins in it.
    var text: [Character] = []
    var starts: [(offset: Int, line: PageLine, column: Int)] = []
    var depth = 0
    var end = place
    var from = start
    var rest: Int?
    collect: while end < lines.count, end - place < Self.longestTable {
      let content = lines[end].text
      starts.append((text.count, lines[end], from))
      var scan = from
      while scan < content.count {
        if content[scan] == "<", let tag = Tag(in: content, at: scan) {
          if tag.name == "table" { depth += tag.isClosing ? -1 : 1 }
          if depth == 0 {
            text += content[from..<tag.end]
            rest = tag.end
            break collect
          }
          scan = tag.end
        } else {
          scan += 1
        }
      }
      // A table that is not closed ends before the next heading.
      if end > place, content.first == "#" { break }
      text += content[from...]
      text.append("\n")
      from = 0
      end += 1
    }
    let reader = HTMLTableReader(text: text) { offset in
      let index = starts.lastIndex { $0.offset <= offset } ?? 0
      return starts[index].line.position(at: starts[index].column + offset - starts[index].offset)
    }
    let table = reader.table(indentation: first.indentation)
    let position = first.position(at: start)
    add(
      .table(table), InlineText(plain: [], position: position), first: first,
      lastLine: lines[min(end, lines.count - 1)].number)
    place = end
    if let rest, end < lines.count {
      // The rest of the line after the table.
      for index in 0..<rest { lines[end].text[index] = " " }
      if lines[end].isBlank { place += 1 }
    } else if place == first.number - 1 {
      place += 1
    }
    return true
  }

  private static func tablePlace(in text: [Character]) -> Int? {
    var place = 0
    while let start = text[place...].firstIndex(of: "<") {
      if let tag = Tag(in: text, at: start), tag.name == "table", !tag.isClosing { return start }
      place = start + 1
    }
    return nil
  }

  // MARK: Tags of fields

  /// Reads a tag with the attributes `name` and `type`, or its end.
  mutating func readParameter() -> Bool {
    // A longer line is no list of tags, and dividing it would take time.
    guard line.text.count <= 20_000 else { return false }
    let text = line.text
    guard let start = text.firstIndex(where: { !$0.isBlank }), text[start] == "<" else {
      return readInnerParameterEnd()
    }
    // The attributes may be on several lines.
    var joined = text
    var starts = [0]
    var end = place
    while !joined[start...].contains(">"), end + 1 < lines.count, end - place < 12 {
      end += 1
      starts.append(joined.count + 1)
      joined += [" "] + lines[end].text
    }
    guard let tag = Tag(in: joined, at: start), tag.isComponent else { return false }
    let position = line.position(at: start)
    if tag.isClosing {
      guard openParameters.last == tag.name else { return false }
      openParameters.removeLast()
      add(.parameterEnd, InlineText(plain: [], position: position), first: line)
    } else {
      guard let name = tag.attributes["name"], let type = tag.attributes["type"] else {
        return false
      }
      let parameter = ParameterTag(
        name: name, type: type.isEmpty ? nil : type, isRequired: Self.flag(tag.attributes))
      add(.parameterStart(parameter), InlineText(plain: [], position: position), first: line)
      if tag.isSelfClosing {
        add(.parameterEnd, InlineText(plain: [], position: position), first: line)
      } else {
        openParameters.append(tag.name)
      }
    }
    // The rest of the line is read next.
    let consumed = starts.lastIndex { $0 < tag.end } ?? 0
    place += consumed
    let count = min(tag.end - starts[consumed], lines[place].text.count)
    for index in 0..<count { lines[place].text[index] = " " }
    if line.isBlank { place += 1 }
    return true
  }

  /// Divides a line with text before the end of a tag.
  private mutating func readInnerParameterEnd() -> Bool {
    guard let name = openParameters.last else { return false }
    let text = line.text
    var place = 0
    while let start = text[place...].firstIndex(of: "<") {
      if let tag = Tag(in: text, at: start), tag.isClosing, tag.name == name {
        var before = line
        before.text = Array(text[..<start])
        var after = line
        for index in 0..<start { after.text[index] = " " }
        lines[self.place] = after
        if !before.isBlank { lines.insert(before, at: self.place) }
        return false
      }
      place = start + 1
    }
    return false
  }

  private static func flag(_ attributes: [String: String]) -> Bool? {
    guard let value = attributes["required"] else { return nil }
    return value.lowercased() != "false"
  }
}

/// Reads the rows of an HTML table. Missing and superfluous tags cost no row.
struct HTMLTableReader {
  let text: [Character]
  let position: (Int) -> PagePosition

  /// A cell before its text is read.
  private struct RawCell {
    var range: Range<Int>
    var isHeader: Bool
    var rows = 1
    var columns = 1
  }

  func table(indentation: Int) -> TableBlock {
    var rows = rawRows().filter { !$0.isEmpty }
    var header: TableBlock.Row?
    if let first = rows.first, first.allSatisfy(\.isHeader) {
      header = expanded([first]).first
      rows.removeFirst()
    }
    return TableBlock(
      form: .html, header: header, rows: RowRepair.repaired(expanded(rows)),
      indentation: indentation)
  }

  private func rawRows() -> [[RawCell]] {
    var rows: [[RawCell]] = []
    var row: [RawCell] = []
    var open: RawCell?
    var depth = 0
    var place = 0

    func close(at end: Int) {
      if var cell = open {
        cell.range = cell.range.lowerBound..<end
        row.append(cell)
        open = nil
      }
    }
    while place < text.count {
      guard text[place] == "<", let tag = Tag(in: text, at: place) else {
        place += 1
        continue
      }
      switch tag.name {
      case "table": depth += tag.isClosing ? -1 : 1
      case "tr" where depth <= 1:
        close(at: place)
        if !row.isEmpty { rows.append(row) }
        row = []
      case "td" where depth <= 1, "th" where depth <= 1:
        close(at: place)
        if !tag.isClosing {
          open = RawCell(
            range: tag.end..<tag.end, isHeader: tag.name == "th",
            rows: Self.span(tag.attributes["rowspan"]),
            columns: Self.span(tag.attributes["colspan"]))
        }
      default: break
      }
      place = tag.end
    }
    close(at: text.count)
    if !row.isEmpty { rows.append(row) }
    return rows
  }

  /// The number of rows or columns of a cell, within reason.
  private static func span(_ text: String?) -> Int {
    min(max(text.flatMap { Int($0) } ?? 1, 1), 200)
  }

  /// The rows with the cells that span several of them in each.
  private func expanded(_ rows: [[RawCell]]) -> [TableBlock.Row] {
    var spanning: [Int: (left: Int, cell: TableBlock.Cell)] = [:]
    return rows.map { row in
      var cells: [TableBlock.Cell] = []
      func inherit() {
        while let (left, cell) = spanning[cells.count] {
          spanning[cells.count] = left > 1 ? (left - 1, cell) : nil
          cells.append(cell)
        }
      }
      for raw in row {
        inherit()
        let cell = self.cell(raw)
        for column in 0..<raw.columns {
          if raw.rows > 1 {
            var inherited = cell
            inherited.isInherited = true
            spanning[cells.count] = (raw.rows - 1, inherited)
          }
          cells.append(column == 0 ? cell : TableBlock.Cell(segments: [], position: cell.position))
        }
      }
      inherit()
      return TableBlock.Row(
        cells: cells, position: cells.first { !$0.isInherited }?.position ?? position(0))
    }
  }

  private func cell(_ raw: RawCell) -> TableBlock.Cell {
    let start = raw.range.lowerBound
    let segments = InlineParser.segments(Array(text[raw.range])) { position(start + $0) }
    return TableBlock.Cell(
      segments: segments, position: segments.first?.position ?? position(start))
  }
}
