import CallbackSchema

/// The pairs of events and named types that are the same in both states, possibly renamed.
struct ElementMatching {
  /// The new names of the tables, objects and text formats that both states have, by their old names.
  var types: [String: String] = [:]
  /// The new keys of the events that both states have, by their old keys.
  var events: [String: String] = [:]

  init(_ old: Service, _ new: Service) {
    match(old.tables, new.tables) { table in
      Contents(
        kind: "\(table.raw.rawValue) \(table.kind.rawValue)", parts: Set(table.rows.map(Self.row)))
    }
    match(old.objects, new.objects) { object in
      Contents(parts: Set(object.fields.map(\.wire) + object.includes.map(\.value)))
    }
    match(old.formats, new.formats) { format in
      Contents(parts: Set(format.forms.map(\.template.value)))
    }
    matchEvents(old, new)
  }

  /// The old and the new names of the objects that are protocols in both states.
  func protocols(_ old: Service, _ new: Service) -> [(old: String, new: String)] {
    old.objects.compactMap { object in
      guard object.isProtocol, let name = types[object.name],
        new.object(named: name)?.isProtocol == true
      else { return nil }
      return (object.name, name)
    }
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
  private mutating func match<T: NamedType>(_ old: [T], _ new: [T], contents: (T) -> Contents) {
    var removed = old.map { MatchedType(name: $0.name, contents: contents($0)) }
    var added = new.map { MatchedType(name: $0.name, contents: contents($0)) }
    let swapped = MatchedType.swapped(removed, added)
    types.merge(swapped) { _, second in second }
    let names = Set(swapped.values)
    removed.removeAll { swapped[$0.name] != nil }
    added.removeAll { names.contains($0.name) }
    for (type, _) in removed.takePairs(with: &added, by: { $0.name }) {
      types[type.name] = type.name
    }
    let places = MatchedType.places(added)
    let candidates = removed.flatMap { type in
      type.sharing(places).map { place in
        let other = added[place]
        let similarity = type.contents.similarity(to: other.contents)
        return (similarity: similarity, old: type.name, new: other.name)
      }
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
}

/// What a named type consists of.
private struct Contents {
  /// Types of another kind are not similar at all.
  var kind = ""
  var parts: Set<String>

  /// The Jaccard index of the parts, from 0 to 1.
  func similarity(to other: Contents) -> Double {
    guard kind == other.kind else { return 0 }
    let common = parts.count { other.parts.contains($0) }
    let all = parts.count + other.parts.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }
}

/// A named type of one state, as it is matched.
private struct MatchedType {
  var name: String
  var contents: Contents

  /// The places of types by their parts.
  static func places(_ types: [MatchedType]) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for (place, type) in types.enumerated() {
      for part in type.contents.parts { places[part, default: []].append(place) }
    }
    return places
  }

  /// The places of the types that share a part with this one, ascending; only they are similar.
  func sharing(_ places: [String: [Int]]) -> [Int] {
    contents.parts.reduce(into: Set<Int>()) { $0.formUnion(places[$1] ?? []) }.sorted()
  }

  /// The new names of the types that have exchanged their names, by the old ones: with their names exchanged they are more
  /// similar.
  ///
  /// A type that is the same in both states exchanged its name with none: as a distance, dissimilarity is no longer on the direct way
  /// than on the way by another type.
  static func swapped(_ old: [MatchedType], _ new: [MatchedType]) -> [String: String] {
    let after = Dictionary(new.map { ($0.name, $0.contents) }) { first, _ in first }
    let likeness = Dictionary(
      old.compactMap { type in
        after[type.name].map { (type.name, type.contents.similarity(to: $0)) }
      }
    ) { first, _ in first }
    func isChanged(_ type: MatchedType) -> Bool { likeness[type.name].map { $0 < 1 } ?? false }
    let (before, others) = (old.filter(isChanged), new.filter(isChanged))
    guard !before.isEmpty else { return [:] }
    let formerly = Dictionary(before.map { ($0.name, $0.contents) }) { first, _ in first }
    let places = places(others)
    var swapped: [String: String] = [:]
    var taken: Set<String> = []
    for first in before {
      guard let own = likeness[first.name], let now = after[first.name] else { continue }
      let place = first.sharing(places).first { place in
        let second = others[place]
        guard first.name != second.name, !taken.contains(second.name),
          let otherLikeness = likeness[second.name], let former = formerly[second.name]
        else { return false }
        let crossed = (
          first.contents.similarity(to: second.contents), former.similarity(to: now)
        )
        return crossed.0 > 0 && crossed.1 > 0 && crossed.0 + crossed.1 > own + otherLikeness
      }
      guard let place else { continue }
      taken.insert(others[place].name)
      swapped[first.name] = others[place].name
    }
    return swapped
  }
}
