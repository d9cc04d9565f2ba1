import CallbackSchema

/// The words for columns and types that the reader does not know, learned from the columns with names, types and codes of
/// the schema.
struct WordLearning {
  private var columns: [ColumnRole: [String]] = [:]
  private var types: [(word: String, type: String)] = []

  init(_ blocks: [Block], _ service: Service) {
    let columnWords = ColumnWords()
    let typeWords = TypeWords()
    let fields = Self.fields(of: service)
    var seen: Set<String> = []
    for block in blocks {
      guard case .table(let table) = block.kind, let header = table.header else { continue }
      for (place, cell) in header.cells.enumerated() {
        let cells = table.rows.compactMap {
          $0.cells.indices.contains(place) ? $0.cells[place].string.trimmingSpaces : nil
        }
        let word = cell.string.trimmingSpaces
        guard !word.isEmpty, columnWords.role(of: word) == nil, seen.insert(word).inserted,
          let role = Self.role(of: cells, fields, typeWords)
        else { continue }
        columns[role, default: []].append(word)
      }
      learnTypes(table, header, columnWords, typeWords, fields, service)
    }
  }

  /// All fields by their names.
  private static func fields(of service: Service) -> [String: Field] {
    let all =
      service.envelope.withNested + service.delivery.headers
      + service.objects.flatMap(\.fields.withNested) + service.events.flatMap(\.fields.withNested)
    return Dictionary(all.map { ($0.wire, $0) }) { first, _ in first }
  }

  /// The role of a column by its cells: most of them are names of fields, or type words.
  private static func role(
    of cells: [String], _ fields: [String: Field], _ types: TypeWords
  ) -> ColumnRole? {
    guard cells.count > 1 else { return nil }
    if cells.count(where: { fields[$0] != nil }) * 2 > cells.count { return .name }
    if cells.count(where: { types.type(of: $0) != nil }) * 2 > cells.count { return .type }
    return nil
  }

  private mutating func learnTypes(
    _ table: TableBlock, _ header: TableBlock.Row, _ columnWords: ColumnWords,
    _ typeWords: TypeWords, _ fields: [String: Field], _ service: Service
  ) {
    let roles = header.cells.map { columnWords.role(of: $0.string.trimmingSpaces) }
    guard let name = roles.firstIndex(of: .name), let type = roles.firstIndex(of: .type) else {
      return
    }
    for row in table.rows where row.cells.indices.contains(max(name, type)) {
      let word = row.cells[type].string.trimmingSpaces
      guard !word.isEmpty, row.cells[type].text.links.isEmpty, typeWords.type(of: word) == nil,
        !types.contains(where: { $0.word == word }),
        let kind = fields[row.cells[name].string.trimmingSpaces]?.type.kind(in: service)
      else { continue }
      types.append((word, kind == .list ? "list" : kind.rawValue))
    }
  }

  var entries: [YAMLEntry] {
    var entries: [YAMLEntry] = []
    if !columns.isEmpty {
      entries.append(
        YAMLEntry(
          "columns",
          .mapping(
            ColumnRole.allCases.compactMap { role in
              columns[role].map { YAMLEntry(role.rawValue, .list($0.map(YAMLValue.text))) }
            })))
    }
    if !types.isEmpty {
      entries.append(
        YAMLEntry("types", .mapping(types.map { YAMLEntry(.text($0.word), .plain($0.type)) })))
    }
    return entries
  }
}
