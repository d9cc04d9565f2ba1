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
    let pairs =
      removed.takePairs(with: &added) { $0.key }
      + removed.takePairs(with: &added) { $0.id.value }
      + removed.takePairs(with: &added) { event in
        event.doc.map { [$0] + event.fields.map(\.wire) }
      }
    for (first, second) in pairs { events[first.key] = second.key }
  }

  /// Pairs named types by name, then the most similar ones.
  private mutating func match<T: NamedType>(
    _ old: [T], _ new: [T], similarity: (T, T) -> Double
  ) {
    var (removed, added) = (old, new)
    for (first, second) in Self.swapped(old, new, similarity: similarity) {
      types[first.name] = second.name
      removed.removeAll { $0.name == first.name }
      added.removeAll { $0.name == second.name }
    }
    for (type, _) in removed.takePairs(with: &added, by: { $0.name }) {
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

  /// The pairs of types that have exchanged their names: with their names exchanged they are more similar.
  private static func swapped<T: NamedType>(
    _ old: [T], _ new: [T], similarity: (T, T) -> Double
  ) -> [(T, T)] {
    let (before, after) = (NamedTypes(old), NamedTypes(new))
    // A type whose contents are the same exchanged its name with none of the same contents.
    let likeness = before.byName.compactMapValues { type in
      after.byName[type.name].map { similarity(type, $0) }
    }
    let changed = Set(likeness.filter { $0.value < 1 }.keys)
    guard !changed.isEmpty else { return [] }
    var taken: Set<String> = []
    return old.compactMap { first in
      guard let own = likeness[first.name], let now = after.byName[first.name] else { return nil }
      let others = changed.contains(first.name) ? new : new.filter { changed.contains($0.name) }
      let other = others.first { second in
        guard first.name != second.name, !taken.contains(second.name),
          let otherLikeness = likeness[second.name], let formerly = before.byName[second.name]
        else { return false }
        let crossed = (similarity(first, second), similarity(formerly, now))
        return crossed.0 > 0 && crossed.1 > 0 && crossed.0 + crossed.1 > own + otherLikeness
      }
      guard let other else { return nil }
      taken.insert(other.name)
      return (first, other)
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
