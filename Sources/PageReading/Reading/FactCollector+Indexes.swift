import CallbackSchema

/// Tables that list the events.
extension FactCollector {
  /// Adds a table as an index; false if its rows name no events.
  mutating func addIndex(_ table: TableBlock, _ block: Block) -> Bool {
    var rows: [PageIndex.Row] = []
    var used: Set<String> = []
    let column = idColumn(of: table)
    for row in table.rows {
      let found =
        table.form == .glued ? gluedIndexRow(row, &used) : indexRow(row, column)
      if let found { rows.append(found) }
    }
    guard rows.count * 2 > table.rows.count else { return false }
    indexes.append(PageIndex(caption: caption, position: block.position, rows: rows))
    return true
  }

  /// The keys of the anchors and texts of the headings and items that have a form of events.
  func anchorsOfEvents(in blocks: [Block]) -> Set<String> {
    var found: Set<String> = []
    var pending: [String] = []
    for block in blocks {
      let kind: EventPattern.Kind
      switch block.kind {
      case .heading: kind = .heading
      case .item: kind = .item
      case .paragraph where block.text.plain.isEmpty:
        pending += block.text.anchors
        continue
      default:
        pending = []
        continue
      }
      let patterns = (page?.events.entries ?? []).map(\.value).filter { $0.kind == kind }
      var text = block.text
      text.anchors += pending
      if patterns.contains(where: { $0.match(text) != nil }) {
        found.formUnion((text.anchors + [text.string]).compactMap { AnchorKey.key($0) })
      }
      pending = []
    }
    return found
  }

  /// Whether most rows have a cell of one word that links to an event.
  func linksToEvents(_ table: TableBlock) -> Bool {
    let linking = table.rows.filter { row in
      row.cells.contains { cell in
        let keys = cell.segments.flatMap(\.links).compactMap { AnchorKey.key(ofTarget: $0.target) }
        return !cell.string.contains(" ") && !eventAnchors.isDisjoint(with: keys)
      }
    }
    return linking.count * 2 > table.rows.count
  }

  /// Whether the first column with links, or the first column, names events to which headings exist.
  func isIndexByContent(_ table: TableBlock) -> Bool {
    guard table.form != .glued, idColumn(of: table) != nil else { return false }
    let links = table.rows.flatMap { $0.cells.flatMap { $0.segments.flatMap(\.links) } }
    return links.count * 2 >= table.rows.count && links.contains { $0.target.contains("#") }
  }

  /// Whether the rows without separators begin with ids, as no member name does.
  func isGluedIndex(_ table: TableBlock) -> Bool {
    let numbered = table.rows.filter { $0.cells.first?.text.plain.first?.isASCIIDigit == true }
    return numbered.count * 2 > table.rows.count
  }

  /// Whether a text is the name of an event of the page or of the schema.
  func isEventName(_ text: String) -> Bool {
    guard let key = AnchorKey.key(text) else { return false }
    let onPage: [String?] = events.flatMap { [$0.id, $0.name, $0.constant] }
    let known: [String?] = (knowledge?.events ?? []).flatMap { [$0.id, $0.key, $0.constant] }
    return (onPage + known).compactMap { $0 }.contains { AnchorKey.key($0) == key }
  }

  /// The column with the ids or names of events: numbers or links in most rows.
  private func idColumn(of table: TableBlock) -> Int? {
    let width = table.rows.map(\.cells.count).max() ?? 0
    func share(_ column: Int, _ holds: (TableBlock.Cell) -> Bool) -> Bool {
      let cells = table.rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }
      return cells.filter(holds).count * 2 > table.rows.count
    }
    return (0..<width).first { share($0) { ValueReader.isNumber($0.string) } }
      ?? (0..<width).first { column in
        share(column) { cell in
          cell.segments.contains { !$0.links.isEmpty } && !cell.string.contains(" ")
        }
      }
      ?? (0..<width).first { share($0) { FieldLine.isName($0.string) && $0.string.count > 2 } }
  }

  private func indexRow(_ row: TableBlock.Row, _ column: Int?) -> PageIndex.Row? {
    guard let column, column < row.cells.count else { return nil }
    let cell = row.cells[column]
    let text = cell.string.filter { $0 != "`" }.trimmingSpaces
    guard !text.isEmpty, !text.contains(" ") else { return nil }
    var found = PageIndex.Row(position: cell.segments.first?.position ?? row.position)
    found.anchor =
      cell.segments.lazy.flatMap(\.links)
      .compactMap { AnchorKey.key(ofTarget: $0.target) }.first
    if ValueReader.isNumber(text) {
      found.id = text
      found.name = row.cells.lazy.map { $0.string.trimmingSpaces }
        .first { FieldLine.isName($0) && $0.contains("_") }
    } else {
      let plain = text.map(\.ofASCIIWidth)
      let open = plain.firstIndex(of: "(") ?? plain.count
      found.name = String(plain[..<open])
      if open < plain.count { found.version = String(plain[(open + 1)...].prefix { $0 != ")" }) }
    }
    return found
  }

  /// The row of an index without separators: known ids say where the id ends.
  private func gluedIndexRow(_ row: TableBlock.Row, _ used: inout Set<String>) -> PageIndex.Row? {
    guard let text = row.cells.first?.text else { return nil }
    let digits = String(text.plain.prefix(while: \.isASCIIDigit))
    guard !digits.isEmpty else { return nil }
    let known = knowledge?.events.map(\.id) ?? []
    let id =
      known.filter { digits.hasPrefix($0) && !used.contains($0) }.min { $0.count < $1.count }
      ?? String(digits)
    used.insert(id)
    var found = PageIndex.Row(position: text.position)
    found.id = id
    return found
  }
}

/// Finds the headings of events without a profile: those to which a table links, or that it names.
enum IndexFinder {
  /// What indexes say about headings, by the place of the block.
  static func headings(in blocks: [Block], _ columns: ColumnWords) -> [Int: PageIndex.Row] {
    var byAnchor: [String: Int] = [:]
    var byText: [String: Int] = [:]
    var pending: [String] = []
    for (place, block) in blocks.enumerated() {
      if case .heading = block.kind {
        for anchor in block.text.anchors + pending {
          if let key = AnchorKey.key(anchor) { byAnchor[key] = byAnchor[key] ?? place }
        }
        if let key = AnchorKey.key(block.text.string) { byText[key] = byText[key] ?? place }
        pending = []
      } else if block.text.plain.isEmpty, case .paragraph = block.kind {
        pending += block.text.anchors
      } else {
        pending = []
      }
    }
    var found: [Int: PageIndex.Row] = [:]
    for block in blocks {
      guard case .table(let table) = block.kind, table.rows.count >= 2 else { continue }
      var places: [Int: PageIndex.Row] = [:]
      for row in table.rows {
        for cell in row.cells {
          let links = cell.segments.flatMap(\.links).compactMap {
            AnchorKey.key(ofTarget: $0.target)
          }
          let key = AnchorKey.key(cell.string)
          guard !cell.string.contains(" "),
            let place = links.lazy.compactMap({ byAnchor[$0] ?? byText[$0] }).first
              ?? key.flatMap({ byText[$0] })
          else { continue }
          var entry = PageIndex.Row(position: cell.position)
          if ValueReader.isNumber(cell.string) {
            entry.id = cell.string
          } else {
            entry.name = cell.string
          }
          places[place] = entry
          break
        }
      }
      // Headings of objects are linked to from tables of fields.
      let hasTypes = table.header?.cells.contains { columns.role(of: $0.string) == .type } ?? false
      if places.count * 2 > table.rows.count,
        !hasTypes || places.values.allSatisfy({ $0.id != nil })
      {
        found.merge(places) { first, _ in first }
      }
    }
    return found
  }

  /// The forms of headings that are tried without a profile.
  private static let patterns = ["{id} {name}", "{name}({version})", "{name}", "{id}"]
    .map { EventPattern(kind: .heading, template: $0) }

  static func match(of heading: InlineText, _ row: PageIndex.Row) -> EventPattern.Match {
    var match =
      patterns.lazy.compactMap { $0.match(heading) }.first ?? EventPattern.Match(name: row.name)
    match.id = match.id ?? row.id
    return match
  }
}
