import CallbackSchema

extension SchemaDrawing {
  static let raws: [Scalar] = [.string, .int, .int32, .int64, .uint32, .uint64]

  /// `{ NAME: table }`
  func drawTables() -> YAMLText {
    var drawn: [(YAMLText, YAMLText)] = []
    for _ in 0..<number(1...4) {
      let name = typeName()
      drawn.append((.quoted(name), table(name)))
    }
    return .map(drawn.map { YAMLText.Entry(key: $0.0, value: $0.1) })
  }

  private func table(_ name: String) -> YAMLText {
    let isFlags = chance(30)
    let raw = pick(isFlags && !slips() ? Array(Self.raws.dropFirst()) : Self.raws)
    var entries: [(String, YAMLText)] = [("raw", word("raw", raw.rawValue))]
    if isFlags {
      entries.append(("kind", word("kind", "flags")))
    } else if chance(20) {
      entries.append(("kind", word("kind", "codes")))
    }
    if chance(50) { entries.append(("doc", doc())) }
    var within = fullEditions
    if chance(20), !within.isEmpty {
      within = some(within)
      entries.append(("editions", .list(within.map { .quoted($0) })))
    }
    if chance(30), !isFlags { entries.append(("ordered", .plain(pick(["true", "false"])))) }
    if chance(20), !isFlags { entries.append(("elsewhere", .quoted("A list."))) }
    var columns: [String] = []
    if chance(30), !isFlags {
      var scope: Set<String> = Set(LanguageKeys.row)
      columns = (0..<number(1...2)).map { _ in columnName(&scope) }
      entries.append(
        (
          "columns",
          .map(columns.map { YAMLText.Entry(key: .quoted($0), value: word("column", "string")) })
        ))
    }
    let reportsOutcomes = chance(40)
    let (rows, values) = rows(
      raw, isFlags: isFlags, columns: columns, within: within, reportsOutcomes: reportsOutcomes)
    entries.append(("values", rows))
    tables.append(
      DrawnTable(
        name: name, raw: raw, isFlags: isFlags, reportsOutcomes: reportsOutcomes, values: values))
    return map("table", entries)
  }

  private func columnName(_ scope: inout Set<String>) -> String {
    var name = self.name(in: &scope)
    while LanguageKeys.row.contains(name) { name = self.name(in: &scope) }
    return name
  }

  /// The rows of a table, or of a field with codes of its own, and their values.
  func rows(
    _ raw: Scalar, isFlags: Bool, columns: [String], within: [String], reportsOutcomes: Bool
  ) -> (YAMLText, [YAMLText]) {
    // A row's name in Swift is a case beside those of the columns and of the runtime.
    var scope: Set<String> = ["unrecognized"]
    if raw == .string, columns.isEmpty, chance(30) {
      reach("values list")
      let names = (0..<number(1...4)).map { _ in name(in: &scope, isReadable: false) }
      return (.list(names.map { .quoted($0) }), names.map { .quoted($0) })
    }
    reach("values mapping")
    var rows: [YAMLText.Entry] = []
    var seen: Set<String> = []
    for place in 0..<number(1...5) {
      var value = value(of: raw)
      var isNamed = false
      if isFlags {
        value = .plain(slips() ? "3" : place == 0 && chance(30) ? "0" : "\(1 << number(0...30))")
        if raw == .uint64, chance(20) { value = .plain("9223372036854775808") }
      } else if raw == .string, chance(80) {
        value = .quoted(name(in: &scope, isReadable: false))
        isNamed = true
      }
      guard seen.insert(value.text.filter { $0 != "\"" }).inserted || slips() else { continue }
      rows.append(
        YAMLText.Entry(key: value, value: row(&scope, isNamed, columns, within, reportsOutcomes)))
    }
    let values = rows.map(\.key)
    if chance(20), !isFlags || slips() {
      reach("row else")
      rows.append(
        YAMLText.Entry(
          key: .plain("else"), value: row(&scope, false, columns, within, reportsOutcomes)))
    }
    return (.map(rows), values)
  }

  private func row(
    _ scope: inout Set<String>, _ isNamed: Bool, _ columns: [String], _ within: [String],
    _ reportsOutcomes: Bool
  ) -> YAMLText {
    if chance(40) {
      reach("row name")
      return swiftName(in: &scope)
    }
    var entries: [(String, YAMLText)] = []
    if !isNamed { entries.append(("name", swiftName(in: &scope))) }
    if chance(30) { entries.append(("constant", .quoted("SYMBOL_A"))) }
    if chance(50) { entries.append(("doc", doc())) }
    if reportsOutcomes, chance(60) {
      entries.append(("outcome", word("outcome", pick(Outcome.allCases).rawValue)))
    }
    if chance(20) { entries.append(("advice", doc())) }
    if chance(10) { entries.append(("deprecated", deprecation(within: within))) }
    if chance(20) { entries.append(("editions", .list(sources(within: within)))) }
    if chance(15) {
      let (source, isConflict) = readingSource()
      let said: YAMLText =
        chance(30) ? doc() : map("rowReading", [("name", .plain("called")), ("doc", doc())])
      var readings = [YAMLText.Entry(key: source, value: said)]
      if isConflict { readings.append(YAMLText.Entry(key: .plain("because"), value: doc())) }
      entries.append(("readings", .map(readings)))
    }
    let keys = columns.filter { _ in chance(70) }
    let row = map("row", entries)
    guard case .map(let own) = row else { return row }
    return .map(own + keys.map { YAMLText.Entry(key: .quoted($0), value: .quoted("In a column.")) })
  }
}
