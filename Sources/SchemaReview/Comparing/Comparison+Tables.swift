import CallbackSchema
import PayloadValidation
import SchemaSource

extension Comparison {
  mutating func compareTables() {
    for table in old.tables {
      guard let (other, place) = counterpart(table.name, new.tables, named: \.name, in: "tables")
      else {
        noteRemoved("table", table.name, table.range, at: "tables")
        continue
      }
      let spot = place.inside(other.range)
      noteRenamed("table", table.name, other.name, (table.range, other.range), at: spot)
      compare(table: table, other, at: spot)
      compareWords("doc", table.doc, other.doc, at: spot, (table.range, other.range))
      compareProvenance(table.provenance, other.provenance, at: spot, (table.range, other.range))
    }
    for table in new.tables where isNew(table.name) {
      noteAdded("table", table.name, table.range, at: "tables")
    }
  }

  /// The contents of a table, shared or a field's own.
  ///
  /// - Parameter kinds: what yesterday's code reads beside the documented form.
  mutating func compare(
    table first: CodeTable, _ second: CodeTable, at spot: Spot, accepting kinds: [JSONKind] = []
  ) {
    let ranges = (first.range, second.range)
    if first.raw != second.raw {
      let isSameKind = first.raw.kind == second.raw.kind
      let isRead = second.raw.kind.map(kinds.contains) ?? false
      note(
        !isSameKind
          ? isRead ? .typeRead : .typeChanged
          : second.raw.fits(in: first.raw) ? .integerNarrowed : .integerWidened,
        at: spot, "the codes are \(second.raw.rawValue), were \(first.raw.rawValue)",
        old: (first.raw.rawValue, ranges.0), new: (second.raw.rawValue, ranges.1))
    }
    if first.kind != second.kind {
      note(
        .tableKindChanged, at: spot,
        "the values are \(second.kind.rawValue), were \(first.kind.rawValue)",
        old: (first.kind.rawValue, ranges.0), new: (second.kind.rawValue, ranges.1))
    }
    if first.isOrdered != second.isOrdered {
      note(
        second.isOrdered ? .orderAdded : .orderRemoved, at: spot,
        "the codes are \(second.isOrdered ? "a scale" : "no scale any more")",
        old: (first.isOrdered ? "ordered" : "not ordered", ranges.0),
        new: (second.isOrdered ? "ordered" : "not ordered", ranges.1))
    }
    compareWords("elsewhere", first.elsewhere, second.elsewhere, at: spot, ranges)
    compareColumns(first, second, at: spot)
    compareRows(first, second, at: spot)
  }

  private mutating func compareColumns(_ first: CodeTable, _ second: CodeTable, at spot: Spot) {
    for column in first.columns {
      let below = spot.below("columns.\(column.name)")
      guard !second.columns.contains(where: { $0.name == column.name }) else { continue }
      note(
        .columnRemoved, at: below, "column \(column.name)",
        old: (column.type.rawValue, column.range), new: nil)
    }
    for column in second.columns
    where !first.columns.contains(where: { $0.name == column.name }) {
      note(
        .columnAdded, at: spot.below("columns.\(column.name)"), "column \(column.name)", old: nil,
        new: (column.type.rawValue, column.range))
    }
  }

  private mutating func compareRows(_ first: CodeTable, _ second: CodeTable, at spot: Spot) {
    let rows = RowMatching(first, second)
    for (before, after) in rows.same { compare(row: before, after, first, second, at: spot) }
    for (before, after) in rows.moved {
      noteMoved(before, after, first, second, at: spot)
      compare(row: before, after, first, second, at: spot, isMoved: true)
    }
    for row in rows.removed {
      note(
        first.otherwise != nil && second.otherwise != nil ? .codeUnnamed : .codeRemoved,
        at: spot.below(row.value.text, isOnWire: false), Self.name(row),
        old: (Self.name(row), row.range), new: nil,
        samples: (sample(row, spot, samples.old, isNew: false), nil))
    }
    for row in rows.added {
      let earlier = first.row(for: row.value)
      note(
        rule(forAdded: row, earlier, first, second),
        at: spot.below(row.value.text, isOnWire: false),
        "\(Self.name(row))\(earlier.map { ", which meant \(Self.meaning($0))" } ?? "")", old: nil,
        new: (Self.name(row), row.range), samples: (nil, sample(row, spot, samples.new)))
    }
    compareOtherwise(first, second, at: spot)
  }

  /// - Parameter earlier: what had the value yesterday.
  private func rule(
    forAdded row: CodeTable.Row, _ earlier: CodeTable.Row?, _ first: CodeTable,
    _ second: CodeTable
  ) -> ReviewRule {
    switch (second.kind, earlier) {
    case (.flags, _?): .bitReused
    case (.flags, nil): row.value.text == "0" ? .emptyMaskNamed : .bitAdded
    case (.codes, _?): .codeReused
    case (.codes, nil): first.otherwise == nil ? .codeAdded : .codeNamed
    }
  }

  static func name(_ row: CodeTable.Row) -> String {
    "\(row.value.text)\(row.name.map { " \($0.value)" } ?? row.constant.map { " \($0)" } ?? "")"
  }

  private func sample(
    _ row: CodeTable.Row, _ spot: Spot, _ samples: WireSample, isNew: Bool = true
  ) -> String {
    guard let wire = spot.wire else { return Facets.value(row.value) }
    return samples.member(isNew ? wire.new : wire.old, row.value)
  }

  /// A meaning that has another value: one that meant something else, or one that nobody had.
  private mutating func noteMoved(
    _ before: CodeTable.Row, _ after: CodeTable.Row, _ first: CodeTable, _ second: CodeTable,
    at spot: Spot
  ) {
    let place = after.value.text
    let earlier = first.row(for: after.value)
    let rule: ReviewRule =
      earlier != nil ? .codeShifted : second.kind == .flags ? .bitMoved : .codeMoved
    let (name, value) = (Self.meaning(after), Facets.value(after.value))
    let was = Facets.value(before.value)
    note(
      rule, at: spot.below(before.value.text, newName: place, isOnWire: false),
      earlier.map { "\(value) means \(name), no longer \(Self.meaning($0)); \(name) was \(was)" }
        ?? "\(name) is \(value), was \(was)",
      old: (Self.name(before), before.range), new: (Self.name(after), after.range),
      samples: (sample(before, spot, samples.old, isNew: false), sample(after, spot, samples.new)))
  }

  static func meaning(_ row: CodeTable.Row) -> String {
    row.name?.value ?? row.constant ?? row.doc ?? row.value.text
  }

  private mutating func compare(
    row first: CodeTable.Row, _ second: CodeTable.Row, _ table: CodeTable, _ other: CodeTable,
    at spot: Spot, isMoved: Bool = false
  ) {
    let below = spot.below(first.value.text, newName: second.value.text, isOnWire: false)
    let ranges = (first.range, second.range)
    let pair = (sample(first, spot, samples.old, isNew: false), sample(second, spot, samples.new))
    let (names, docs) = ((first.name?.value, second.name?.value), (first.doc, second.doc))
    // A name may be said, or not said, to the same end.
    let swiftNames = swiftNames(at: below)
    let keepsName = names.0 == names.1 || swiftNames.old != nil && swiftNames.old == swiftNames.new
    if !keepsName {
      let isSameMeaning =
        docs.0 != nil && docs.0 == docs.1
        || (first.constant != nil && first.constant == second.constant)
      note(
        isSameMeaning ? .codeRenamed : .codeMeaningChanged, at: below,
        "\(Facets.value(second.value)) is \(Self.meaning(second)), was \(Self.meaning(first))",
        old: (Self.name(first), first.name?.range ?? first.range),
        new: (Self.name(second), second.name?.range ?? second.range), samples: pair)
    } else if docs.0 != docs.1, let before = docs.0, let after = docs.1,
      names.0 == nil && first.constant == nil || table.rows.contains(where: { $0.doc == after })
    {
      note(
        .codeDescribedOtherwise, at: below, "\(Facets.value(second.value)) is described otherwise",
        old: (before, first.range), new: (after, second.range), samples: pair)
    } else {
      compareWords("doc", docs.0, docs.1, at: below, ranges)
    }
    let isOthers = second.constant != nil && table.rows.contains { $0.constant == second.constant }
    if first.constant != second.constant, isOthers {
      note(
        .codeDescribedOtherwise, at: below,
        "the symbol of \(Facets.value(second.value)) is \(second.constant ?? ""), which was another value's",
        old: (first.constant ?? "", first.range), new: (second.constant ?? "", second.range),
        samples: pair)
    } else {
      compareWords("symbol", first.constant, second.constant, at: below, ranges)
    }
    compareAdvice(first, second, at: below)
    compareOutcomes(first, second, at: below)
    compareReadings(first.readings, second.readings, nil, at: below, ranges)
    compareProvenance(first.provenance, second.provenance, at: below, ranges)
    for column in table.columns where other.columns.contains(where: { $0.name == column.name }) {
      let (before, after) = (first.columns[column.name], second.columns[column.name])
      guard before != after else { continue }
      let texts = (before.map(Facets.value) ?? "nothing", after.map(Facets.value) ?? "nothing")
      note(
        .columnValueChanged, at: below.below(column.name, isOnWire: false),
        "\(column.name) of \(Self.name(first)) is \(texts.1), was \(texts.0)",
        old: (texts.0, first.range), new: (texts.1, second.range))
    }
  }

  private mutating func compareAdvice(
    _ first: CodeTable.Row, _ second: CodeTable.Row, at spot: Spot
  ) {
    switch (first.advice, second.advice) {
    case (nil, let advice?):
      note(
        .adviceAdded, at: spot, "advice of \(spot.name) added", old: nil,
        new: (advice, second.range))
    case (let advice?, nil):
      note(
        .adviceRemoved, at: spot, "advice of \(spot.name) removed", old: (advice, first.range),
        new: nil)
    default:
      compareWords("advice", first.advice, second.advice, at: spot, (first.range, second.range))
    }
  }

  private mutating func compareOutcomes(
    _ first: CodeTable.Row, _ second: CodeTable.Row, at spot: Spot
  ) {
    guard first.outcome != second.outcome else { return }
    let texts = (first.outcome?.rawValue ?? "none", second.outcome?.rawValue ?? "none")
    note(
      first.outcome == nil
        ? .outcomeAdded : second.outcome == nil ? .outcomeRemoved : .outcomeChanged,
      at: spot, "the outcome of \(Self.name(first)) is \(texts.1), was \(texts.0)",
      old: (texts.0, first.range), new: (texts.1, second.range))
  }

  /// The row for every other value.
  private mutating func compareOtherwise(_ first: CodeTable, _ second: CodeTable, at spot: Spot) {
    switch (first.otherwise, second.otherwise) {
    case (let before?, let after?): compare(row: before, after, first, second, at: spot)
    case (nil, let row?):
      note(
        .elseAdded, at: spot.below("else", isOnWire: false),
        "any other value is \(Self.meaning(row))",
        old: nil, new: (Self.name(row), row.range))
    case (let row?, nil):
      note(
        .elseRemoved, at: spot.below("else", isOnWire: false),
        "any other value was \(Self.meaning(row))", old: (Self.name(row), row.range), new: nil)
    case (nil, nil): break
    }
  }
}
