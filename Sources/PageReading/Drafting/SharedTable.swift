import CallbackSchema

/// The code table of the schema that a new field shares with others.
enum SharedTable {
  /// The keys `type` and, if the field has only a part of the codes, `values`; nil if no table, or more than one, is meant.
  ///
  /// A table is meant if the page gives the same codes with the same meanings to a field of the schema with this table, or
  /// if it has the same strings or symbols. Equal numbers alone mean nothing.
  static func find(for field: PageField, in context: DraftContext) -> [YAMLEntry]? {
    guard !field.values.isEmpty, field.values.allSatisfy(\.doubts.isEmpty) else { return nil }
    var names = Set(
      context.known.filter { hasSameValues($0.tree.field, field) }.compactMap { known in
        if case .table(let name) = known.field.type { name } else { nil }
      })
    if names.isEmpty {
      names = Set(context.service.tables.filter { isEqual($0, field) }.map(\.name))
    }
    guard names.count == 1, let name = names.first, let table = context.service.table(named: name),
      field.type?.kinds.contains(where: { $0 == table.raw.kind }) ?? false
    else { return nil }
    let listed = Set(field.values.map(\.text))
    let rows = context.rows(of: table)
    guard listed.isSubset(of: Set(rows)) else { return nil }
    let type = YAMLEntry("type", .plain(name))
    guard listed.count < rows.count else { return [type] }
    let isNumber = table.raw.isInteger
    return [type, YAMLEntry("values", .list(field.values.map { CodeRows.key($0.text, isNumber) }))]
  }

  private static func hasSameValues(_ first: PageField, _ second: PageField) -> Bool {
    guard first.type == second.type, first.values.count == second.values.count else { return false }
    return zip(first.values, second.values).allSatisfy {
      $0.text == $1.text && $0.meaning == $1.meaning && $0.constant == $1.constant
    }
  }

  private static func isEqual(_ table: CodeTable, _ field: PageField) -> Bool {
    guard table.rows.count == field.values.count, table.rows.count > 1 else { return false }
    let hasSymbols = field.values.allSatisfy { $0.constant != nil }
    guard hasSymbols || table.raw == .string else { return false }
    return field.values.allSatisfy { value in
      table.rows.contains {
        $0.value.text == value.text && (value.constant == nil || $0.constant == value.constant)
      }
    }
  }
}

extension DraftContext {
  /// The codes of a table that the edition of the page documents.
  func rows(of table: CodeTable) -> [String] {
    guard let edition = facts.edition,
      let place = service.editions.firstIndex(where: { $0.name == edition })
    else { return table.rows.map(\.value.text) }
    return table.rows.filter { isDocumented($0.provenance, in: place) }.map(\.value.text)
  }

  /// Whether an edition documents a declaration, as a whole or in a part.
  func isDocumented(_ provenance: Provenance, in place: Int) -> Bool {
    provenance.editions.contains(edition: place)
      || provenance.sources.contains { $0.editions.contains(place) }
  }
}
