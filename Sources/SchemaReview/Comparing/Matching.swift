import CallbackSchema

/// Which things of two states are the same thing under another name.
struct Matching {
  /// The new name of each old table, object and format that is still there, or was renamed.
  var types: [String: String] = [:]
  /// The new key of each old event that is still there, or was renamed.
  var events: [String: String] = [:]

  init(_ old: Service, _ new: Service) {
    match(old.tables, new.tables, name: \.name) { first, second in
      first.raw == second.raw && first.kind == second.kind
        ? Self.likeness(first.rows.map(Self.row), second.rows.map(Self.row)) : 0
    }
    match(old.objects, new.objects, name: \.name) { first, second in
      Self.likeness(
        first.fields.map(\.wire) + first.includes.map(\.value),
        second.fields.map(\.wire) + second.includes.map(\.value))
    }
    match(old.formats, new.formats, name: \.name) { first, second in
      Self.likeness(first.forms.map(\.template.value), second.forms.map(\.template.value))
    }
    matchEvents(old, new)
  }

  /// By key, then by ID, then by description and fields.
  private mutating func matchEvents(_ old: Service, _ new: Service) {
    for event in old.events where new.events.contains(where: { $0.key == event.key }) {
      events[event.key] = event.key
    }
    let sames: [(Event, Event) -> Bool] = [
      { $0.id.value == $1.id.value },
      { $0.doc != nil && $0.doc == $1.doc && $0.fields.map(\.wire) == $1.fields.map(\.wire) },
    ]
    for isSame in sames {
      for event in old.events where events[event.key] == nil {
        let taken = Set(events.values)
        let same = new.events.first { isSame(event, $0) && !taken.contains($0.key) }
        if let same { events[event.key] = same.key }
      }
    }
  }

  /// Pairs things by name, then those of other names that are most alike.
  private mutating func match<Thing>(
    _ old: [Thing], _ new: [Thing], name: (Thing) -> String, likeness: (Thing, Thing) -> Double
  ) {
    let names = Set(new.map(name))
    for thing in old where names.contains(name(thing)) { types[name(thing)] = name(thing) }
    let kept = Set(old.map(name))
    let free = new.filter { !kept.contains(name($0)) }
    let left = old.filter { types[name($0)] == nil }
    var candidates: [(likeness: Double, old: String, new: String)] = []
    for thing in left {
      for other in free {
        let likeness = likeness(thing, other)
        if likeness >= 0.5 { candidates.append((likeness, name(thing), name(other))) }
      }
    }
    var taken: Set<String> = []
    for pair in candidates.sorted(by: { $0.likeness > $1.likeness })
    where types[pair.old] == nil && taken.insert(pair.new).inserted {
      types[pair.old] = pair.new
    }
  }

  private static func row(_ row: CodeTable.Row) -> String {
    "\(row.value.text) \(row.name?.value ?? "")"
  }

  /// The share of what both have in what either has: from 0 to 1.
  private static func likeness(_ first: [String], _ second: [String]) -> Double {
    let all = Set(first).union(second).count
    return all == 0 ? 0 : Double(Set(first).intersection(second).count) / Double(all)
  }

  /// The new paths of fields, by their old ones, where they or what they lie in are spelt otherwise.
  static func renames(_ old: [Field], _ new: [Field]) -> [String: String] {
    var found: [String: String] = [:]
    func collect(_ old: [Field], _ new: [Field], _ path: String, _ newPath: String) {
      for (first, second) in pairs(old, new).pairs {
        let (before, after) = (path + first.wire, newPath + second.wire)
        if before != after { found[before] = after }
        if case .nested(let inner) = first.type, case .nested(let others) = second.type {
          collect(inner, others, before + ".", after + ".")
        }
      }
    }
    collect(old, new, "", "")
    return found
  }

  /// Pairs of fields that are the same: of the same spelling, then of one that the other reads, then of the same name or
  /// description.
  static func pairs(_ old: [Field], _ new: [Field]) -> (
    pairs: [(Field, Field)], removed: [Field], added: [Field]
  ) {
    var pairs: [(Field, Field)] = []
    var free = new
    var left: [Field] = []
    func take(_ isSame: (Field) -> Bool) -> Field? {
      free.firstIndex(where: isSame).map { free.remove(at: $0) }
    }
    for field in old {
      if let same = take({ $0.wire == field.wire }) {
        pairs.append((field, same))
      } else {
        left.append(field)
      }
    }
    let removed = left.filter { field in
      let renamed =
        take { $0.otherSpellings.contains(field.wire) || field.otherSpellings.contains($0.wire) }
        ?? take { ($0.name?.value ?? $0.wire) == (field.name?.value ?? field.wire) }
        ?? take { $0.doc != nil && isAlike($0, field) && isOnly(field, old) && isOnly($0, new) }
      if let renamed { pairs.append((field, renamed)) }
      return renamed == nil
    }
    return (pairs, removed, free)
  }

  private static func isAlike(_ first: Field, _ second: Field) -> Bool {
    first.doc == second.doc && first.unit == second.unit
      && Facets.type(first.type) == Facets.type(second.type)
  }

  /// No other field is described as this one is.
  private static func isOnly(_ field: Field, _ fields: [Field]) -> Bool {
    fields.filter { $0.doc == field.doc }.count == 1
  }
}
