import CallbackSchema

/// The pairs of events and named types that are the same in both states, possibly renamed.
struct ElementMatching {
  /// The new names of the tables, objects and text formats that both states have, by their old names.
  var types: [String: String] = [:]
  /// The new keys of the events that both states have, by their old keys.
  var events: [String: String] = [:]

  init(_ old: Service, _ new: Service) {
    match(old.tables, new.tables) { first, second in
      first.raw == second.raw && first.kind == second.kind
        ? Self.similarity(first.rows.map(Self.row), second.rows.map(Self.row)) : 0
    }
    match(old.objects, new.objects) { first, second in
      Self.similarity(
        first.fields.map(\.wire) + first.includes.map(\.value),
        second.fields.map(\.wire) + second.includes.map(\.value))
    }
    match(old.formats, new.formats) { first, second in
      Self.similarity(first.forms.map(\.template.value), second.forms.map(\.template.value))
    }
    matchEvents(old, new)
  }

  /// Pairs events by key, then by ID, then by description and fields.
  private mutating func matchEvents(_ old: Service, _ new: Service) {
    var (removed, added) = (old.events, new.events)
    let criteria: [(Event, Event) -> Bool] = [
      { $0.key == $1.key }, { $0.id.value == $1.id.value },
      { $0.doc != nil && $0.doc == $1.doc && $0.fields.map(\.wire) == $1.fields.map(\.wire) },
    ]
    for isSame in criteria {
      for (first, second) in removed.takePairs(with: &added, where: isSame) {
        events[first.key] = second.key
      }
    }
  }

  /// Pairs named types by name, then the most similar ones.
  private mutating func match<T: NamedType>(
    _ old: [T], _ new: [T], similarity: (T, T) -> Double
  ) {
    var (removed, added) = (old, new)
    /// Whether two types have exchanged their names.
    func isSwapped(_ first: T, _ second: T) -> Bool {
      guard first.name != second.name,
        let formerly = old.first(where: { $0.name == second.name }),
        let now = new.first(where: { $0.name == first.name })
      else { return false }
      let crossed = (similarity(first, second), similarity(formerly, now))
      return crossed.0 > 0 && crossed.1 > 0
        && crossed.0 + crossed.1 > similarity(first, now) + similarity(formerly, second)
    }
    for (first, second) in removed.takePairs(with: &added, where: isSwapped) {
      types[first.name] = second.name
    }
    for (type, _) in removed.takePairs(with: &added, where: { $0.name == $1.name }) {
      types[type.name] = type.name
    }
    let candidates = removed.flatMap { type in
      added.map { (similarity: similarity(type, $0), old: type.name, new: $0.name) }
    }
    var taken: Set<String> = []
    for pair in candidates.sorted(by: { $0.similarity > $1.similarity })
    where pair.similarity >= 0.5 && types[pair.old] == nil && taken.insert(pair.new).inserted {
      types[pair.old] = pair.new
    }
  }

  private static func row(_ row: CodeTable.Row) -> String {
    "\(row.value.text) \(row.name?.value ?? "")"
  }

  /// The Jaccard index of two sets, from 0 to 1.
  private static func similarity(_ first: [String], _ second: [String]) -> Double {
    let all = Set(first).union(second).count
    return all == 0 ? 0 : Double(Set(first).intersection(second).count) / Double(all)
  }
}
