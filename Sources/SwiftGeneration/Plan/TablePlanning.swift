import CallbackSchema
import SchemaSource

extension Planner {
  mutating func planTable(_ table: CodeTable, _ path: [SwiftName]) -> TablePlan {
    var scope = NameScope()
    func plan(_ row: CodeTable.Row, _ planner: inout Planner) -> RowPlan {
      let name = planner.rowName(row)
      scope.add(name, "value", row.value.text, at: row.range, &planner.naming)
      return RowPlan(name: name, row: row, doc: Documentation(row, planner.service))
    }
    let rows = table.rows.map { plan($0, &self) }
    let otherwise = table.otherwise.map { plan($0, &self) }
    let columns = table.columns.map { naming.name($0.name, as: .tableCase, at: $0.range) }
    return TablePlan(
      path: path, table: table, rows: rows, otherwise: otherwise, columns: columns,
      doc: Documentation(table.doc, about: table.provenance, service))
  }
}
