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
    for event in old.events where new.events.contains(where: { $0.key == event.key }) {
      events[event.key] = event.key
    }
    let criteria: [(Event, Event) -> Bool] = [
      { $0.id.value == $1.id.value },
      { $0.doc != nil && $0.doc == $1.doc && $0.fields.map(\.wire) == $1.fields.map(\.wire) },
    ]
    for isSame in criteria {
      for event in old.events where events[event.key] == nil {
        let taken = Set(events.values)
        let same = new.events.first { isSame(event, $0) && !taken.contains($0.key) }
        if let same { events[event.key] = same.key }
      }
    }
  }

  /// Pairs named types by name, then the most similar ones.
  private mutating func match<T: NamedType>(
    _ old: [T], _ new: [T], similarity: (T, T) -> Double
  ) {
    let names = (Set(old.map(\.name)), Set(new.map(\.name)))
    for name in names.0.intersection(names.1) { types[name] = name }
    let removed = old.filter { !names.1.contains($0.name) }
    let added = new.filter { !names.0.contains($0.name) }
    var candidates: [(similarity: Double, old: String, new: String)] = []
    for type in removed {
      for other in added {
        let similarity = similarity(type, other)
        if similarity >= 0.5 { candidates.append((similarity, type.name, other.name)) }
      }
    }
    var taken: Set<String> = []
    for pair in candidates.sorted(by: { $0.similarity > $1.similarity })
    where types[pair.old] == nil && taken.insert(pair.new).inserted {
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
