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
        && Self.isSimilar(first.rows.map(Self.row), second.rows.map(Self.row))
    }
    match(old.objects, new.objects, name: \.name) { first, second in
      Self.isSimilar(first.fields.map(\.wire), second.fields.map(\.wire))
    }
    match(old.formats, new.formats, name: \.name) { first, second in
      Self.isSimilar(first.forms.map(\.template.value), second.forms.map(\.template.value))
    }
    for event in old.events where new.events.contains(where: { $0.key == event.key }) {
      events[event.key] = event.key
    }
    let taken = Set(events.values)
    for event in old.events where events[event.key] == nil {
      let same = new.events.first { $0.id.value == event.id.value && !taken.contains($0.key) }
      if let same { events[event.key] = same.key }
    }
  }

  private mutating func match<Thing>(
    _ old: [Thing], _ new: [Thing], name: (Thing) -> String, isSame: (Thing, Thing) -> Bool
  ) {
    let names = Set(new.map(name))
    for thing in old where names.contains(name(thing)) { types[name(thing)] = name(thing) }
    let kept = Set(old.map(name))
    var free = new.filter { !kept.contains(name($0)) }
    for thing in old where types[name(thing)] == nil {
      guard let place = free.firstIndex(where: { isSame(thing, $0) }) else { continue }
      types[name(thing)] = name(free.remove(at: place))
    }
  }

  private static func row(_ row: CodeTable.Row) -> String {
    "\(row.value.text) \(row.name?.value ?? "")"
  }

  /// Half of the one is in the other, and the other way round.
  private static func isSimilar(_ first: [String], _ second: [String]) -> Bool {
    let common = Set(first).intersection(second).count
    return common > 0 && common * 2 >= max(first.count, second.count)
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
        ?? take { $0.doc != nil && $0.doc == field.doc && $0.type == field.type }
      if let renamed { pairs.append((field, renamed)) }
      return renamed == nil
    }
    return (pairs, removed, free)
  }
}
