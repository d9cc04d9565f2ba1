import CallbackSchema

extension SwiftText {
  mutating func declaration(_ table: TablePlan) {
    switch table.table.kind {
    case .codes: codes(table)
    case .flags: flags(table)
    }
  }

  /// An open enum: the documented values, and room for the ones that nobody has documented yet.
  private mutating func codes(_ table: TablePlan) {
    let name = table.path[table.path.count - 1].declared
    let raw = table.table.raw.swiftName
    let isOrdered = table.table.isOrdered ? ", Comparable" : ""
    documentation(table.doc)
    nonexhaustive()
    block("public enum \(name): CodeTable\(isOrdered)") { text in
      for row in table.rows {
        text.documentation(row.doc)
        text.line("case \(row.name.declared)")
      }
      let open = table.otherwise?.name ?? SwiftName(text: "unrecognized")
      if let otherwise = table.otherwise {
        var doc = Documentation(summary: otherwise.row.doc ?? "Any other value.")
        doc.paragraphs = otherwise.row.doc == nil ? [] : ["Wire value: any other."]
        text.documentation(doc)
      } else {
        text.documentation(
          "A value that no edition documents. Made by `init(rawValue:)`, never of a documented value."
        )
      }
      text.line("case \(open.declared)(\(raw))")
      text.line()
      text.block("public init(rawValue: \(raw))") { text in
        text.line("switch rawValue {")
        for row in table.rows {
          text.line("case \(Literal.swift(row.row.value)): self = .\(row.name.declared)")
        }
        text.line("default: self = .\(open.declared)(rawValue)")
        text.line("}")
      }
      text.line()
      text.block("public var rawValue: \(raw)") { text in
        text.line("switch self {")
        for row in table.rows {
          text.line("case .\(row.name.declared): \(Literal.swift(row.row.value))")
        }
        text.line("case .\(open.declared)(let rawValue): rawValue")
        text.line("}")
      }
      text.line()
      text.documentation("The documented values, in the order of the schema.")
      text.call(
        "public static let allKnownCases: [\(name)] = ", table.rows.map { ".\($0.name.declared)" },
        brackets: ("[", "]"))
      if table.otherwise != nil {
        text.line()
        text.documentation("Every value means something, so none is unknown.")
        text.line("public static let isExhaustive = true")
      }
      if table.table.elsewhere != nil {
        text.line()
        text.documentation("Further values are listed on a page that the schema leaves out.")
        text.line("public static let isListedElsewhere = true")
      }
      text.columns(table, open)
      if table.table.isOrdered {
        text.line()
        text.block("public static func < (first: \(name), second: \(name)) -> Bool") { text in
          text.line("first.rawValue < second.rawValue")
        }
      }
    }
  }

  /// What the schema says about each row beside its name.
  private mutating func columns(_ table: TablePlan, _ open: SwiftName) {
    column("summary", "String?", "What the value means.", table, open) { row in
      row.row.doc.map { Literal.string(Documentation.lines($0)) }
    }
    column("advice", "String?", "What to do about it.", table, open) { row in
      row.row.advice.map { Literal.string(Documentation.lines($0)) }
    }
    column("outcome", "CallbackOutcome?", "What the value says about the operation.", table, open) {
      row in
      row.row.outcome.map { ".\($0.rawValue)" }
    }
    for (column, name) in zip(table.table.columns, table.columns) {
      self.column(
        name.declared, "String?", "The value's `\(column.name)` in the vendor's table.", table, open
      ) { row in
        row.row.columns[column.name].map(Literal.swift)
      }
    }
  }

  /// A computed property with a value for some rows; left out where no row has one.
  private mutating func column(
    _ name: String, _ type: String, _ doc: String, _ table: TablePlan, _ open: SwiftName,
    _ value: (RowPlan) -> String?
  ) {
    let rows = table.rows.filter { value($0) != nil }
    let last = table.otherwise.flatMap(value)
    guard !rows.isEmpty || last != nil else { return }
    line()
    documentation(doc)
    block("public var \(name): \(type)") { text in
      text.line("switch self {")
      for row in rows { text.branch("case .\(row.name.declared)", value(row) ?? "nil") }
      if let last { text.branch("case .\(open.declared)", last) }
      if rows.count < table.rows.count || last == nil { text.line("default: nil") }
      text.line("}")
    }
  }

  /// An option set that keeps bits which nobody has documented.
  private mutating func flags(_ table: TablePlan) {
    let name = table.path[table.path.count - 1].declared
    let raw = table.table.raw.swiftName
    documentation(table.doc)
    block("public struct \(name): CodeFlags") { text in
      text.line("public let rawValue: \(raw)")
      if text.access != .internal {
        text.line("public init(rawValue: \(raw)) { self.rawValue = rawValue }")
      }
      text.line()
      let bits = table.rows.filter { $0.row.value.text != "0" }
      for row in bits {
        text.documentation(row.doc)
        text.line(
          "public static let \(row.name.declared) = \(name)(rawValue: \(Literal.swift(row.row.value)))"
        )
      }
      text.line()
      text.documentation("The documented bits.")
      text.call(
        "public static let allKnown: \(name) = ", bits.map { ".\($0.name.declared)" },
        brackets: ("[", "]"))
      for row in table.rows where row.row.value.text == "0" {
        text.line()
        text.documentation(row.doc)
        text.line("public var is\(Words.upper(row.name.text)): Bool { rawValue == 0 }")
      }
    }
  }
}
