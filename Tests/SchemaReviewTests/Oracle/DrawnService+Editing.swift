import PayloadValidation

/// What changes of a drawn service are made of.
extension DrawnService {
  /// Replaces parts of an entry of the service, the first that it contains.
  mutating func replace(_ entry: String, _ parts: [String: String]) {
    guard let text = entries[entry],
      let part = parts.keys.sorted().first(where: { text.contains($0) })
    else { return }
    entries[entry] = text.replacing(part, with: parts[part] ?? part)
  }

  mutating func changeEvent(
    using generator: inout SeededGenerator, _ change: (inout Event) -> Void
  ) {
    change(&events[Int.random(in: 0..<events.count, using: &generator)])
  }

  mutating func changeTable(
    using generator: inout SeededGenerator, _ change: (inout Table) -> Void
  ) {
    change(&tables[Int.random(in: 0..<tables.count, using: &generator)])
  }

  mutating func changeMembers(
    using generator: inout SeededGenerator,
    _ change: (inout [Member], inout SeededGenerator) -> Void
  ) {
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: change(&envelope, &generator)
    case 1:
      let place = Int.random(in: 0..<events.count, using: &generator)
      if events[place].entries["type"] == nil { change(&events[place].fields, &generator) }
    default:
      change(&objects[Int.random(in: 0..<objects.count, using: &generator)].fields, &generator)
    }
  }

  mutating func changeMember(
    named names: [String]? = nil, using generator: inout SeededGenerator,
    _ change: (inout Member, inout SeededGenerator) -> Void
  ) {
    if let names {
      for place in envelope.indices where names.contains(envelope[place].name) {
        return change(&envelope[place], &generator)
      }
    }
    changeMembers(using: &generator) { members, generator in
      guard !members.isEmpty else { return }
      change(&members[Int.random(in: 0..<members.count, using: &generator)], &generator)
    }
  }

  /// Adds an entry to a member that lacks it, and removes it from one that has it.
  mutating func toggle(
    _ entry: String, _ value: String, using generator: inout SeededGenerator
  ) {
    changeMember(using: &generator) { member, _ in
      member.entries[entry] = member.entries[entry] == nil ? value : nil
    }
  }

  /// Renames an object where it is used.
  mutating func rename(_ name: String, to other: String) {
    func renamed(_ members: [Member]) -> [Member] {
      members.map { member in
        var member = member
        if member.type == name { member.type = other }
        if member.type == "[\(name)]" { member.type = "[\(other)]" }
        return member
      }
    }
    envelope = renamed(envelope)
    for place in events.indices {
      events[place].fields = renamed(events[place].fields)
      if events[place].entries["type"] == name { events[place].entries["type"] = other }
    }
    for place in objects.indices { objects[place].fields = renamed(objects[place].fields) }
  }
}
