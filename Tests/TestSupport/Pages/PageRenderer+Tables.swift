extension PageRenderer {
  /// The cells of a row that the next rows may continue.
  private struct Row {
    /// The cells before the description.
    var cells: [String]
    /// One description for each row.
    var descriptions: [String]
  }

  /// A table of fields, then the tables of the objects in it.
  mutating func tables(_ fields: [PageContent.Field]) {
    var header = [words.field, words.type]
    if layout.hasRequiredColumn { header.append(words.required) }
    if layout.values == .examples { header.append(words.example) }
    var anchored: [(anchor: String, field: PageContent.Field)] = []
    let rows = fields.map { field in
      var anchor: String?
      if !field.members.isEmpty {
        let table = PrintedTable(name: field.objectName, members: field.members)
        anchor = self.anchor(of: table)
        if anchor == nil {
          let new = self.anchor(field.objectName)
          anchored.append((new, field))
          (anchor, printed[table]) = (new, new)
        }
      }
      return row(field, anchor: anchor)
    }
    table(header + [words.description], rows)
    for (anchor, field) in anchored {
      blank()
      lines += [anchorLine(anchor), "", field.objectName, ""]
      tables(field.members)
    }
  }

  private mutating func row(_ field: PageContent.Field, anchor: String?) -> Row {
    let link = anchor.map { self.link(field.objectName, $0) }
    var type = typeWord(field.type)
    if let link, layout.linksInTypes {
      let isList = if case .list = field.type { true } else { false }
      type = isList ? list(of: link) : link
    }
    if layout.types == .sized, layout.fields == .pipeTables { type = "**\(type)**" }
    var cells = [name(field), type]
    if layout.hasRequiredColumn { cells.append(field.isRequired ? words.yes : words.no) }
    if layout.values == .examples {
      let codes = field.values.map { "`\($0.text)`" }
      cells.append(isListed(field) ? codes.joined(separator: words.comma) : "")
    }
    var descriptions = self.descriptions(field)
    if let link, !layout.linksInTypes {
      descriptions[0] = ended(descriptions[0]) + sentence(linking: link)
    }
    return Row(cells: cells, descriptions: descriptions)
  }

  /// Whether the values of a field are in the column of examples.
  private func isListed(_ field: PageContent.Field) -> Bool {
    field.values.count > 1 && field.values.allSatisfy(\.isString)
  }

  private func list(of element: String) -> String {
    guard layout.types == .native else { return "Array of \(element)" }
    switch layout.language {
    case .english: return "array of \(element)"
    case .chinese: return "\(element) \(words.list)"
    case .japanese: return "\(element)の\(words.list)"
    }
  }

  private func name(_ field: PageContent.Field) -> String {
    layout.fields == .pipeTables && layout.language == .japanese ? "`\(field.name)`" : field.name
  }

  private mutating func descriptions(_ field: PageContent.Field) -> [String] {
    let text = description(of: field)
    guard !field.values.isEmpty else { return [text] }
    let values = field.values.enumerated().map { place, value in
      "\(written(value))\(words.colon)\(meaning(value, at: place))"
    }
    switch layout.values {
    case .listItems:
      return [
        layout.fields == .htmlTables
          ? "\(text)<ul>\(values.map { "<li>\($0)</li>" }.joined())</ul>"
          : values.map { "<li/>\($0)" }.joined()
      ]
    case .breaks:
      let all = layout.language == .japanese ? [text] + values : values
      return [all.joined(separator: layout.fields == .htmlTables ? "\n  <br>" : "<br>")]
    case .inline: return [inlineValues(of: field)]
    case .examples where isListed(field): return [text]
    case .set, .examples:
      let codes = field.values.map { "`\($0.text)`" }.joined(separator: words.comma)
      return ["\(ended(text))\(words.space)\(words.set){\(codes)}"]
    case .rows: return values
    case .bullets, .linkedTables, .captionedTables, .twoLevelTables:
      return [ended(text) + reference(of: field)]
    }
  }

  private mutating func table(_ header: [String], _ rows: [Row]) {
    guard layout.fields == .htmlTables else {
      return pipeTable(
        header,
        rows.flatMap { row in
          row.descriptions.enumerated().map { place, text in
            (place == 0 ? row.cells : row.cells.map { _ in "^^" }) + [text]
          }
        })
    }
    lines += ["<table>", "<thead><tr>\(header.map { "<th>\($0)</th>" }.joined())</tr></thead>"]
    lines.append("<tbody>")
    for row in rows {
      for (place, text) in row.descriptions.enumerated() {
        lines.append("<tr>")
        let count = row.descriptions.count
        let span = count > 1 ? " rowspan=\"\(count)\"" : ""
        if place == 0 { lines += row.cells.map { "<td\(span)>\($0)</td>" } }
        lines += ["<td>\(text)</td>", "</tr>"]
      }
    }
    lines += ["</tbody></table>"]
  }

  private mutating func pipeTable(_ header: [String], _ rows: [[String]]) {
    lines.append("| \(header.joined(separator: " | ")) |")
    lines.append("|\(String(repeating: " --- |", count: header.count))")
    lines += rows.map { "| \($0.joined(separator: " | ")) |" }
  }

  private mutating func plainTable(_ header: [String], _ rows: [[String]]) {
    if layout.fields == .htmlTables {
      table(header, rows.map { Row(cells: $0.dropLast(), descriptions: [$0.last ?? ""]) })
    } else if layout.isPlainText {
      lines += [header.joined()] + rows.map { $0.joined() }
    } else {
      pipeTable(header, rows)
    }
  }

  // MARK: - Codes

  /// A table of codes, after the fields that refer to it.
  ///
  /// - Parameter anchor: the anchor of links to it; empty for a table that its caption names.
  mutating func codeTable(_ anchor: String, _ name: String, _ values: [PageContent.Value]) {
    blank()
    if !anchor.isEmpty { lines += [anchorLine(anchor), ""] }
    lines += [name, ""]
    plainTable(
      [words.value, words.meaning],
      values.enumerated().map { [$0.element.text, meaning($0.element, at: $0.offset)] })
    lines.append("")
  }

  /// The tables of codes with a row for each event.
  mutating func sharedCodeTables() {
    for name in sharedNames {
      heading(2, name, anchor: sharedAnchor(name))
      let rows = content.events.compactMap { event -> [String]? in
        guard let field = event.fields.first(where: { $0.name == name }), !field.values.isEmpty
        else { return nil }
        let values = field.values.enumerated().map { place, value in
          "<li/>\(written(value))\(words.colon)\(meaning(value, at: place))"
        }
        return [event.name, values.joined()]
      }
      plainTable([words.field, words.meaning], rows)
      lines.append("")
    }
  }

  // MARK: - The index

  /// The table of all events.
  mutating func index() {
    heading(2, words.index)
    let rows = content.events.enumerated().map { [self] place, event -> [String] in
      let anchor = self.anchor(ofEvent: event)
      let text = words.meanings[number(event.key) % words.meanings.count]
      let (id, name) = (event.id + versionMark(event), event.name + versionMark(event))
      func linked(_ text: String) -> String { layout.isPlainText ? text : link(text, anchor) }
      switch layout.index {
      case .none: return []
      case .ids:
        return event.isNamedByID ? [linked(id), text] : [linked(event.id), name, text]
      case .names:
        return event.isNamedByID ? [linked(id), text] : [name, linked(event.id), text]
      case .groups:
        let group = place % 3 == 0 ? words.meanings[place % words.meanings.count] : "^^"
        return [group, linked(event.isNamedByID ? id : name), text]
      }
    }
    let isShort = content.events.first?.isNamedByID == true
    let header: [String] =
      switch layout.index {
      case .none: []
      case .ids:
        isShort ? [words.event, words.description] : [words.event, words.name, words.description]
      case .names:
        isShort ? [words.event, words.description] : [words.field, words.type, words.meaning]
      case .groups: [words.category, words.event, words.description]
      }
    blank()
    if layout.fields == .htmlTables, layout.index != .groups {
      plainTable(header, rows)
    } else if layout.isPlainText {
      plainTable(header, rows)
    } else {
      pipeTable(header, rows)
    }
    blank()
  }
}
