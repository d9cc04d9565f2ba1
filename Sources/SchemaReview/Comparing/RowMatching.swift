import CallbackSchema

/// Which rows of two tables are the same meaning.
struct RowMatching {
  /// Of one value, and as far as can be told of one meaning.
  var same: [(CodeTable.Row, CodeTable.Row)] = []
  /// Of one name, and another value.
  var moved: [(CodeTable.Row, CodeTable.Row)] = []
  var removed: [CodeTable.Row] = []
  var added: [CodeTable.Row] = []

  init(_ first: CodeTable, _ second: CodeTable) {
    var free = second.rows
    // Codes that are texts instead of numbers are the same codes.
    func isSameValue(_ a: CodeTable.Row, _ b: CodeTable.Row) -> Bool {
      first.raw.kind == second.raw.kind ? a.value == b.value : a.value.text == b.value.text
    }
    func take(_ isSame: (CodeTable.Row) -> Bool) -> CodeTable.Row? {
      free.firstIndex(where: isSame).map { free.remove(at: $0) }
    }
    // A row that is where it was comes before one of its name elsewhere.
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
    added = free
  }

  /// What tells a meaning: its name, else the vendor's symbol.
  private static func name(_ row: CodeTable.Row) -> String? { row.name?.value ?? row.constant }
}
