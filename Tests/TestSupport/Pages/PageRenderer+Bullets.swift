import CallbackSchema

extension PageRenderer {
  /// Nested bullets.
  mutating func bullets(_ fields: [PageContent.Field], indent: String) {
    for field in fields {
      lines.append("\(indent)- `\(field.name)`\(words.colon)\(typed(field))")
      if layout.values == .bullets {
        for (place, value) in field.values.enumerated() {
          lines.append(
            "\(indent)  - `\(written(value))`\(words.colon)\(meaning(value, at: place))\(words.full)"
          )
        }
      }
      bullets(field.members, indent: indent + "  ")
    }
  }

  /// The type, the mark of an optional field and the description of a field in a list.
  private mutating func typed(_ field: PageContent.Field) -> String {
    let word = typeWord(field.type)
    let text = ended(description(of: field)) + reference(of: field)
    let isNative = layout.types == .native
    switch layout.language {
    case .english: return "\(word). \(text)"
    case .chinese: return isNative ? "\(word)，\(text)" : "\(word) 类型，\(text)"
    case .japanese: return "\(word)型。\(text)"
    }
  }

  /// The link to the table with the values of a field; empty for a field with none.
  mutating func reference(of field: PageContent.Field) -> String {
    guard !field.values.isEmpty else { return "" }
    if layout.values == .twoLevelTables, sharedNames.contains(field.name),
      eventFields.contains(field)
    {
      return sentence(linking: link(field.name, sharedAnchor(field.name)))
    }
    switch layout.values {
    case .linkedTables, .twoLevelTables: return linked(field)
    case .captionedTables where isAmbiguous(field.name): return linked(field)
    case .captionedTables:
      codeTables.append(("", field.name, field.values))
      return ""
    case .bullets, .listItems, .breaks, .inline, .set, .examples, .rows: return ""
    }
  }

  /// The link to a table of the field alone, or to an equal one.
  private mutating func linked(_ field: PageContent.Field) -> String {
    let table = PrintedTable(name: field.name, values: field.values)
    if let anchor = anchor(of: table) { return sentence(linking: link(field.name, anchor)) }
    let anchor = self.anchor("\(field.name)-codes")
    printed[table] = anchor
    codeTables.append((anchor, field.name, field.values))
    return sentence(linking: link(field.name, anchor))
  }

  /// Whether several fields of the event with codes have the name, so that no caption tells their tables apart.
  private func isAmbiguous(_ name: String) -> Bool {
    func count(_ fields: [PageContent.Field]) -> Int {
      fields.reduce(0) { $0 + ($1.name == name && !$1.values.isEmpty ? 1 : 0) + count($1.members) }
    }
    return count(eventFields) > 1
  }

  func sentence(linking link: String) -> String {
    ended(words.space + words.reference.replacing("%", with: link))
  }

  func sharedAnchor(_ name: String) -> String { "\(name.lowercased())-by-event" }

  // MARK: - Text of a browser

  /// Bullets whose levels are lost.
  mutating func flatBullets(_ fields: [PageContent.Field]) {
    for field in fields {
      lines.append("  • \(field.name)\(words.colon)\(typed(field))")
      for (place, value) in field.values.enumerated() {
        lines.append(
          "  • \(written(value))\(words.colon)\(meaning(value, at: place))\(words.full)")
      }
      flatBullets(field.members)
    }
  }

  /// Tables whose cells are not separated; the table of an object follows a line with its name.
  mutating func gluedTables(_ fields: [PageContent.Field]) {
    lines.append(words.field + words.type + words.description)
    for field in fields {
      var text = field.values.isEmpty ? description(of: field) : inlineValues(of: field)
      if !field.members.isEmpty { text = ended(text) + sentence(linking: field.objectName) }
      lines.append(field.name + typeWord(field.type) + text)
    }
    for field in fields where !field.members.isEmpty {
      paragraph(field.objectName)
      gluedTables(field.members)
    }
  }

  /// `0: …, 1: …`
  func inlineValues(of field: PageContent.Field) -> String {
    // A single word would be a description.
    if field.values.count > 1, field.values.allSatisfy(\.isString) {
      return field.values.map(\.text).joined(separator: "/")
    }
    return field.values.enumerated().map { place, value in
      "\(written(value))\(words.colon)\(meaning(value, at: place))"
    }.joined(separator: words.comma)
  }
}

extension Scalar {
  /// The word of pages that name types as JSON does.
  var jsonWord: String {
    switch self {
    case .bool: "Boolean"
    case .int, .int32, .int64, .uint32, .uint64, .double: "Number"
    case .string: "String"
    case .object, .json: "JSON"
    }
  }

  /// The word of pages that name the types of programming languages.
  var sizedWord: String {
    switch self {
    case .bool: "Bool"
    case .int: "Int"
    case .int32: "Int32"
    case .int64: "Int64"
    case .uint32: "Uint32"
    case .uint64: "Uint64"
    case .double: "Double"
    case .string: "String"
    case .object, .json: "Object"
    }
  }
}
