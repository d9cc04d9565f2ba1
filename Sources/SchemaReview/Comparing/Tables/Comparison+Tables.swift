import CallbackSchema
import PayloadValidation
import SchemaSource

extension Comparison {
  /// Compares the tables of the service.
  mutating func compareTables() {
    compareTypes("table", in: "tables", old.tables, new.tables) {
      comparison, first, second, element in
      let users = comparison.index.old.fieldsByType[first.name] ?? []
      let kinds = users.map { Set($0.otherKinds(in: comparison.old)) }
      let accepted = kinds.dropFirst().reduce(kinds.first ?? []) { $0.intersection($1) }
      // A field that accepts the new JSON type of the codes loses nothing.
      let losing = users.filter { field in
        second.raw.kind.map { !field.otherKinds(in: comparison.old).contains($0) } ?? true
      }
      comparison.compare(
        table: first, second, at: element, accepting: Array(accepted),
        isVital: losing.contains { comparison.isVital($0) })
      comparison.compareProvenance(
        first.provenance, second.provenance, at: element, (first.range, second.range))
    }
  }

  /// Compares the contents of a table, which is shared or belongs to a field.
  ///
  /// - Parameters:
  ///   - kinds: the JSON types that the old code accepts besides the documented one.
  ///   - isVital: whether the old code loses more than a field if it cannot read a code.
  ///   - comparesRaw: whether no change of a field reports the type of the codes.
  mutating func compare(
    table first: CodeTable, _ second: CodeTable, at element: ComparedElement,
    accepting kinds: [JSONKind] = [], isVital: Bool, comparesRaw: Bool = true
  ) {
    let ranges = (first.range, second.range)
    if comparesRaw {
      compareStatement(
        rule(forRaw: first, second, accepting: kinds, isVital: isVital), of: "raw type",
        at: element, (first.raw.rawValue, second.raw.rawValue), ranges)
    }
    // A single code is also a mask, whose other bits are rows.
    compareStatement(
      first.kind == .codes && first.otherwise == nil ? .tableKindChanged : .maskKindChanged,
      of: "kind", at: element, (first.kind.rawValue, second.kind.rawValue), ranges)
    let orders = [first, second].map { $0.isOrdered ? "ordered" : "unordered" }
    compareStatement(
      second.isOrdered ? .scaleAdded : .scaleRemoved, of: "codes", at: element,
      (orders[0], orders[1]), ranges)
    compareDocumentation("elsewhere", first.elsewhere, second.elsewhere, at: element, ranges)
    compareColumns(first, second, at: element)
    // Of codes of another JSON type the old code reads none.
    let isRead = first.raw.kind == second.raw.kind || second.raw.kind.map(kinds.contains) ?? false
    compareRows(first, second, at: element, isRead: isRead)
  }

  /// The rule of another type of the codes.
  private func rule(
    forRaw first: CodeTable, _ second: CodeTable, accepting kinds: [JSONKind], isVital: Bool
  ) -> ReviewRule {
    let isAccepted = second.raw.kind.map(kinds.contains) ?? false
    let fits =
      second.raw.fits(in: first.raw)
      || second.otherwise == nil
        && second.rows.allSatisfy { first.raw.holds(integer: $0.value.text) }
    let rule: ReviewRule =
      first.raw.kind != second.raw.kind
      ? isAccepted ? .typeAccepted : .typeChanged : fits ? .integerNarrowed : .integerWidened
    return isVital ? rule.ofVitalField : rule
  }

  private mutating func compareColumns(
    _ first: CodeTable, _ second: CodeTable, at element: ComparedElement
  ) {
    for column in first.columns where !second.columns.contains(where: { $0.name == column.name }) {
      note(
        .columnRemoved, at: element.child("columns.\(column.name)"), "column \(column.name)",
        old: (column.type.rawValue, column.range), new: nil)
    }
    for column in second.columns where !first.columns.contains(where: { $0.name == column.name }) {
      note(
        .columnAdded, at: element.child("columns.\(column.name)"), "column \(column.name)",
        old: nil, new: (column.type.rawValue, column.range))
    }
  }

  /// - Parameter isRead: whether the old code reads the new codes.
  private mutating func compareRows(
    _ first: CodeTable, _ second: CodeTable, at element: ComparedElement, isRead: Bool
  ) {
    let rows = RowMatching(first, second)
    for (before, after) in rows.same { compare(row: before, after, first, second, at: element) }
    guard isRead else { return }
    for (before, after) in rows.moved {
      noteMoved(before, after, first, second, at: element)
      compare(row: before, after, first, second, at: element)
    }
    for row in rows.removed {
      note(
        second.otherwise != nil ? .codeUnnamed : .codeRemoved,
        at: element.child(row.value.text, isOnWire: false), "code \(Self.name(row))",
        old: (Self.name(row), row.range), new: nil,
        samples: (sample(row, element, samples.old, isNew: false), nil),
        content: [SchemaContent.row(row)])
    }
    for row in rows.added {
      let earlier = first.row(for: row.value)
      note(
        rule(forAdded: row, earlier, first, second),
        at: element.child(row.value.text, isOnWire: false),
        "code \(Self.name(row))\(earlier.map { "; previously \(Self.meaning($0))" } ?? "")",
        old: nil,
        new: (Self.name(row), row.range), samples: (nil, sample(row, element, samples.new)),
        content: [SchemaContent.row(row)])
    }
    compareOtherwise(first, second, at: element)
  }

  /// The rule of an added row.
  ///
  /// - Parameter earlier: the old row of the same value.
  private func rule(
    forAdded row: CodeTable.Row, _ earlier: CodeTable.Row?, _ first: CodeTable,
    _ second: CodeTable
  ) -> ReviewRule {
    // A mask has no value of its own.
    if first.kind == .flags, second.kind == .codes {
      let bits = { (row: CodeTable.Row) in UInt64(row.value.text) ?? 0 }
      let known = first.rows.map(bits).reduce(0, |)
      return bits(row) & ~known == 0 ? .emptyMaskNamed : .bitAdded
    }
    return switch (second.kind, earlier) {
    case (.flags, _?): .bitReused
    case (.flags, nil):
      row.value.text == "0"
        ? .emptyMaskNamed
        : first.kind == .flags ? .bitAdded : first.otherwise == nil ? .codeAdded : .codeNamed
    case (.codes, _?): .codeReused
    case (.codes, nil): first.otherwise == nil ? .codeAdded : .codeNamed
    }
  }

  /// The value and the name of a row: `3 "deleted"`.
  private static func name(_ row: CodeTable.Row) -> String {
    let value = row.value.text.isEmpty ? "\"\"" : row.value.text
    guard let name = row.name?.value ?? row.constant, name != value else { return value }
    return "\(value) \"\(name)\""
  }

  /// A sample of the member that has a row's value, or only the value for a shared table.
  private func sample(
    _ row: CodeTable.Row, _ element: ComparedElement, _ samples: WireSample, isNew: Bool = true
  ) -> String {
    guard let wire = element.wire else { return SchemaText.value(row.value) }
    return samples.member(isNew ? wire.new : wire.old, row.value)
  }

  /// Notes that a row has another value, which another row had or none.
  private mutating func noteMoved(
    _ before: CodeTable.Row, _ after: CodeTable.Row, _ first: CodeTable, _ second: CodeTable,
    at element: ComparedElement
  ) {
    let earlier = first.row(for: after.value)
    let rule: ReviewRule =
      earlier != nil || first.otherwise != nil
      ? .codeShifted : first.kind == .flags ? .bitMoved : .codeMoved
    let (name, value) = (Self.meaning(after), SchemaText.value(after.value))
    let oldValue = SchemaText.value(before.value)
    note(
      rule, at: element.child(before.value.text, newName: after.value.text, isOnWire: false),
      earlier.map {
        "\(value) means \(name), previously \(Self.meaning($0)); \(name) was \(oldValue)"
      } ?? "value of \(name): \(value), previously \(oldValue)",
      old: (Self.name(before), before.range), new: (Self.name(after), after.range),
      samples: (
        sample(before, element, samples.old, isNew: false), sample(after, element, samples.new)
      ))
  }

  /// What a value means, as far as the row tells, in quotes.
  private static func meaning(_ row: CodeTable.Row) -> String {
    "\"\(row.name?.value ?? row.constant ?? row.doc ?? row.value.text)\""
  }

  private mutating func compare(
    row first: CodeTable.Row, _ second: CodeTable.Row, _ table: CodeTable, _ other: CodeTable,
    at element: ComparedElement
  ) {
    let below = element.child(first.value.text, newName: second.value.text, isOnWire: false)
    let ranges = (first.range, second.range)
    let pair = (
      sample(first, element, samples.old, isNew: false), sample(second, element, samples.new)
    )
    let (names, docs) = ((first.name?.value, second.name?.value), (first.doc, second.doc))
    // An explicit name may be the same as the implied one.
    let swiftNames = swiftNames(at: below)
    let keepsName = names.0 == names.1 || swiftNames.old != nil && swiftNames.old == swiftNames.new
    if !keepsName {
      let isSameMeaning =
        docs.0 != nil && docs.0 == docs.1
        || (first.constant != nil && first.constant == second.constant)
      note(
        isSameMeaning ? .codeRenamed : .codeMeaningChanged, at: below,
        "meaning of \(SchemaText.value(second.value)): \(Self.meaning(second)), previously \(Self.meaning(first))",
        old: (Self.name(first), first.name?.range ?? first.range),
        new: (Self.name(second), second.name?.range ?? second.range), samples: pair)
    } else if docs.0 != docs.1, let before = docs.0, let after = docs.1,
      // The text of a code tells what it means, so that another wording is no other meaning.
      names.0 == nil && first.constant == nil && table.raw != .string
        || table.rows.contains(where: { $0.doc == after })
    {
      note(
        .codeDescriptionChanged, at: below,
        "description of \(SchemaText.value(second.value)) changed",
        old: (before, first.range), new: (after, second.range), samples: pair)
    } else {
      compareDocumentation("doc", docs.0, docs.1, at: below, ranges)
    }
    let isOthers = second.constant != nil && table.rows.contains { $0.constant == second.constant }
    if first.constant != second.constant, isOthers {
      note(
        .codeDescriptionChanged, at: below,
        "symbol of \(SchemaText.value(second.value)): \(second.constant ?? ""), previously of another value",
        old: (first.constant ?? "", first.range), new: (second.constant ?? "", second.range),
        samples: pair)
    } else {
      compareDocumentation("symbol", first.constant, second.constant, at: below, ranges)
    }
    compareAdvice(first, second, at: below)
    compareDeprecations(first.deprecation, second.deprecation, at: below, ranges)
    compareStatement(
      first.outcome == nil
        ? .outcomeAdded : second.outcome == nil ? .outcomeRemoved : .outcomeChanged,
      of: "outcome of \(Self.name(first))", at: below,
      (first.outcome?.rawValue ?? "none", second.outcome?.rawValue ?? "none"), ranges)
    compareReadings(first.readings, second.readings, nil, at: below, ranges)
    compareProvenance(first.provenance, second.provenance, at: below, ranges)
    for column in table.columns where other.columns.contains(where: { $0.name == column.name }) {
      let values = [first, second].map { $0.columns[column.name].map(SchemaText.value) ?? "none" }
      compareStatement(
        .columnValueChanged, of: "\(column.name) of \(Self.name(first))",
        at: below.child(column.name, isOnWire: false), (values[0], values[1]), ranges)
    }
  }

  private mutating func compareAdvice(
    _ first: CodeTable.Row, _ second: CodeTable.Row, at element: ComparedElement
  ) {
    guard (first.advice == nil) != (second.advice == nil) else {
      return compareDocumentation(
        "advice", first.advice, second.advice, at: element, (first.range, second.range))
    }
    note(
      first.advice == nil ? .adviceAdded : .adviceRemoved, at: element,
      "advice of \"\(element.name)\" \(first.advice == nil ? "added" : "removed")",
      old: first.advice.map { ($0, first.range) }, new: second.advice.map { ($0, second.range) })
  }

  /// Compares the rows for all other values.
  private mutating func compareOtherwise(
    _ first: CodeTable, _ second: CodeTable, at element: ComparedElement
  ) {
    if let before = first.otherwise, let after = second.otherwise {
      compare(row: before, after, first, second, at: element)
    } else if let row = first.otherwise ?? second.otherwise {
      note(
        first.otherwise != nil ? .elseRemoved : first.kind == .flags ? .maskDetached : .elseAdded,
        at: element.child("else", isOnWire: false), "all other values: \(Self.meaning(row))",
        old: first.otherwise.map { (Self.name($0), $0.range) },
        new: second.otherwise.map { (Self.name($0), $0.range) })
    }
  }
}
