import CallbackSchema

/// The pairs of rows that are the same in both states of a table.
struct RowMatching {
  /// Rows of the same value, and of the same name or of no known other meaning.
  var same: [(CodeTable.Row, CodeTable.Row)] = []
  /// Rows of the same name and different values.
  var moved: [(CodeTable.Row, CodeTable.Row)] = []
  var removed: [CodeTable.Row] = []
  var added: [CodeTable.Row] = []

  init(_ first: CodeTable, _ second: CodeTable) {
    (removed, added) = (first.rows, second.rows)
    // A code that changed between a number and a string is the same code.
    let isSameKind = first.raw.kind == second.raw.kind
    func value(_ row: CodeTable.Row) -> WireValue {
      isSameKind ? row.value : .string(row.value.text)
    }
    // A row of the same value and name takes precedence over one of the same name only.
    same = removed.takePairs(with: &added) { Meaning(value: value($0), name: Self.name($0)) }
    moved = removed.takePairs(with: &added, by: Self.name)
    same += removed.takePairs(with: &added, by: value)
  }

  /// A value and what names it.
  private struct Meaning: Hashable {
    var value: WireValue
    var name: String?
  }

  /// The name that identifies a meaning, or else the vendor's symbol.
  private static func name(_ row: CodeTable.Row) -> String? { row.name?.value ?? row.constant }
}
