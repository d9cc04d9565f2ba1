@_spi(Generated) import CallbackRuntime
import CallbackSchema

extension SwiftText {
  mutating func declaration(_ table: TablePlan) {
    switch table.table.kind {
    case .codes: codes(table)
    case .flags: flags(table)
    }
  }

  /// Prints an enumeration of the documented values and one case for undocumented ones.
  private mutating func codes(_ table: TablePlan) {
    let name = table.path[table.path.count - 1].declared
    let raw = table.table.raw.swiftName
    let isOrdered = table.table.isOrdered ? ["Swift.Comparable"] : []
    documentation(table.doc)
    nonexhaustive()
    type("public enum \(name)", ["CallbackRuntime.CodeTable"] + isOrdered) { text in
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
          "An undocumented value; `init(rawValue:)` never creates it from a documented one."
        )
      }
      text.line("case \(open.declared)(\(raw))")
      text.nextMember(
        "Creates the case of a documented value, and `\(open.text)` from any other value.")
      if table.isListed { text.line("@inline(never)") }
      text.block("public init(rawValue: \(raw))") { text in
        guard !table.isListed else {
          text.line("let known = Self._values.index(of: rawValue)")
          return text.statement(
            .assignment(
              "self", "known < 0 ? .\(open.declared)(rawValue) : Self.allKnownCases[known]"))
        }
        text.line("switch rawValue {")
        for row in table.rows {
          text.branch(
            "case \(Literal.swift(row.row.value))", .assignment("self", ".\(row.name.declared)"))
        }
        text.line("default: self = .\(open.declared)(rawValue)")
        text.line("}")
      }
      text.nextMember("The value on the wire.")
      text.block("public var rawValue: \(raw)") { text in
        text.line("switch self {")
        for row in table.rows {
          text.branch("case .\(row.name.declared)", Literal.swift(row.row.value))
        }
        text.line("case .\(open.declared)(let rawValue): rawValue")
        text.line("}")
      }
      text.nextMember("The documented values, in schema order.")
      text.call(
        "public static let allKnownCases: [\(name)] = ", table.rows.map { ".\($0.name.declared)" },
        brackets: ("[", "]"))
      if table.otherwise != nil {
        text.nextMember("True: the documentation gives every value a meaning.")
        text.line("public static let isExhaustive: Swift.Bool = true")
      }
      if table.table.elsewhere != nil {
        text.nextMember("True: further values are documented on a page that the schema leaves out.")
        text.line("public static let isListedElsewhere: Swift.Bool = true")
      }
      text.columns(table, open)
      text.codeReader(table)
      if table.table.isOrdered {
        text.nextMember("Orders values by their raw values.")
        text.call(
          "public static func < ", ["first: \(name)", "second: \(name)"], " -> Swift.Bool {")
        text.indented { $0.line("first.rawValue < second.rawValue") }
        text.line("}")
      }
    }
  }

  /// Prints how a code that is a string is read, so that a documented one is compared with the bytes of the body, and no
  /// string is created.
  private mutating func codeReader(_ table: TablePlan) {
    guard table.isListed else { return }
    line()
    names("_values", table.rows.map(\.row.value.text).joined(separator: " "))
    line()
    call(
      "public static func _readJSON",
      [
        "from reader: inout CallbackRuntime._JSONReader",
        "accepting types: CallbackRuntime._JSONTypes",
      ], " -> Self? {")
    indented { $0.line("reader.code(_values, accepting: types)") }
    line("}")
  }

  /// Prints the properties for the other columns of a table.
  private mutating func columns(_ table: TablePlan, _ open: SwiftName) {
    func literal(_ text: String) -> String { Literal.string(text.onOneLine) }
    column("summary", "Swift.String?", "The meaning of the value.", table, open) {
      $0.row.doc.map(literal)
    }
    column("advice", "Swift.String?", "The recommended reaction to the value.", table, open) {
      $0.row.advice.map(literal)
    }
    column(
      "outcome", "CallbackRuntime.CallbackOutcome?",
      "Whether the value reports success or failure; nil if the documentation does not say.",
      table, open
    ) { $0.row.outcome.map { ".\($0.rawValue)" } }
    for (column, name) in zip(table.table.columns, table.columns) {
      self.column(
        name.declared, "Swift.String?", "The value's `\(column.name)` in the vendor's table.",
        table, open
      ) { $0.row.columns[column.name].map(Literal.swift) }
    }
  }

  /// Prints a computed property with a value for some rows, unless no row has one.
  private mutating func column(
    _ name: String, _ type: String, _ doc: String, _ table: TablePlan, _ open: SwiftName,
    _ value: (RowPlan) -> String?
  ) {
    let rows = table.rows.filter { value($0) != nil }
    let last = table.otherwise.flatMap(value)
    guard !rows.isEmpty || last != nil else { return }
    nextMember(doc)
    block("public var \(name): \(type)") { text in
      text.line("switch self {")
      for row in rows { text.branch("case .\(row.name.declared)", value(row) ?? "nil") }
      if let last { text.branch("case .\(open.declared)", last) }
      if rows.count < table.rows.count || last == nil { text.line("default: nil") }
      text.line("}")
    }
  }

  /// Prints an option set that keeps undocumented bits.
  private mutating func flags(_ table: TablePlan) {
    let name = table.path[table.path.count - 1].declared
    let raw = table.table.raw.swiftName
    documentation(table.doc)
    type("public struct \(name)", ["CallbackRuntime.CodeFlags"]) { text in
      text.documentation("The mask on the wire, undocumented bits included.")
      text.line("public let rawValue: \(raw)")
      if text.access != .internal {
        text.nextMember("Creates a mask; undocumented bits are kept.")
        text.line("public init(rawValue: \(raw)) { self.rawValue = rawValue }")
      }
      text.line()
      let bits = table.rows.filter { !$0.isEmptySet(of: table) }
      for row in bits {
        text.documentation(row.doc)
        text.call(
          "public static let \(row.name.declared) = \(name)",
          ["rawValue: \(Literal.swift(row.row.value))"])
      }
      text.nextMember("All documented bits.")
      text.call(
        "public static let allKnown: \(name) = ", bits.map { ".\($0.name.declared)" },
        brackets: ("[", "]"))
      for row in table.rows where row.isEmptySet(of: table) {
        text.nextMember(row.doc)
        text.line("public var \(row.emptySetName.declared): Swift.Bool { rawValue == 0 }")
      }
      text.outcome(ofFlags: table)
    }
  }

  /// Prints the outcome of an option set: failure if one of its bits reports failure, else success if one does.
  private mutating func outcome(ofFlags table: TablePlan) {
    guard table.rows.contains(where: { $0.row.outcome != nil }) else { return }
    nextMember("Whether a documented bit reports success or failure; nil if none does.")
    block("public var outcome: CallbackRuntime.CallbackOutcome?") { text in
      for outcome in [Outcome.failure, .success] {
        let conditions = table.rows.filter { $0.row.outcome == outcome }.map {
          $0.isEmptySet(of: table) ? "rawValue == 0" : "contains(.\($0.name.declared))"
        }
        guard !conditions.isEmpty else { continue }
        text.ifAny(conditions)
        text.indented { $0.line("return .\(outcome.rawValue)") }
        text.line("}")
      }
      text.line("return nil")
    }
  }
}

extension TablePlan {
  /// Whether the codes are strings that a table of names can list.
  fileprivate var isListed: Bool {
    table.kind == .codes && table.raw == .string
      && FieldNames.canList(rows.map(\.row.value.text))
  }
}
