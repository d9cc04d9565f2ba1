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
    var unpaired = second.rows
    // A code that changed between a number and a string is the same code.
    func isSameValue(_ a: CodeTable.Row, _ b: CodeTable.Row) -> Bool {
      first.raw.kind == second.raw.kind ? a.value == b.value : a.value.text == b.value.text
    }
    func take(_ isSame: (CodeTable.Row) -> Bool) -> CodeTable.Row? {
      unpaired.firstIndex(where: isSame).map { unpaired.remove(at: $0) }
    }
    // A row of the same value and name takes precedence over one of the same name only.
    var left: [CodeTable.Row] = []
    for row in first.rows {
      if let other = take({ isSameValue($0, row) && Self.name($0) == Self.name(row) }) {
        same.append((row, other))
      } else {
        left.append(row)
      }
    }
    var rest: [CodeTable.Row] = []
    for row in left {
      if let name = Self.name(row), let other = take({ Self.name($0) == name }) {
        moved.append((row, other))
      } else {
        rest.append(row)
      }
    }
    for row in rest {
      if let other = take({ isSameValue($0, row) }) {
        same.append((row, other))
      } else {
        removed.append(row)
      }
    }
    added = unpaired
  }

  /// The name that identifies a meaning, or else the vendor's symbol.
  private static func name(_ row: CodeTable.Row) -> String? { row.name?.value ?? row.constant }
}
