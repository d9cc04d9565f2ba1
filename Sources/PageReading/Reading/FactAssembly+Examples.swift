import CallbackSchema

/// Compares the example bodies with the fields. They are the second witness of a page: a lost container shows at once.
extension FactAssembly {
  /// Assigns examples to events by the discriminator in the body, where the section does not.
  mutating func assignExamples() {
    let ids = Dictionary(
      events.enumerated().compactMap { index, event in
        (event.id ?? event.name).map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
    let discriminator = knowledge(nil)?.discriminator ?? ""
    for index in examples.indices {
      if case .event(let event) = examples[index].section {
        examples[index].example.event = events[event].label
        continue
      }
      let members = examples[index].example.members
      let named =
        discriminator.isEmpty
        ? members.filter { !$0.path.contains(".") }
        : members.filter { $0.path == discriminator }
      if let event = named.lazy.compactMap({ $0.value.flatMap { ids[$0] } }).first {
        examples[index].section = .event(event)
        examples[index].example.event = events[event].label
      }
    }
  }

  /// Notes which members of the examples the fields explain.
  mutating func explainExamples() {
    let elsewhere = Set(elsewherePaths)
    var envelope: Set<String> = elsewhere
    for scope in scopes where !scope.place.isEmpty && scope.place != "headers" {
      let prefix = scope.place == "." ? "" : scope.place + "."
      for field in scope.fields { envelope.insert(prefix + field.path) }
      // The objects around the fields.
      envelope.formUnion(Self.ancestors(of: scope.place))
    }
    let payload = knowledge(nil)?.payload ?? ""
    envelope.formUnion(Self.ancestors(of: payload))
    for index in examples.indices {
      guard case .event(let event) = examples[index].section else {
        explain(index, by: envelope)
        continue
      }
      let own = Set(events[event].fields.map(\.path))
      // An example is the whole body or the payload alone.
      let members = Set(examples[index].example.members.map(\.path))
      let root = Self.root(of: members, own: own, payload: payload)
      explain(index, by: envelope.union(own.map { root.isEmpty ? $0 : "\(root).\($0)" }).union(own))
    }
  }

  private mutating func explain(_ index: Int, by known: Set<String>) {
    var explained: [String] = []
    var unexplained: [String] = []
    var seen: Set<String> = []
    for member in examples[index].example.members where seen.insert(member.path).inserted {
      if known.contains(member.path) {
        explained.append(member.path)
      } else {
        unexplained.append(member.path)
      }
    }
    examples[index].example.explained = explained
    examples[index].example.unexplained = unexplained
  }

  /// The path in an example below which the fields of the event are.
  private static func root(of members: Set<String>, own: Set<String>, payload: String) -> String {
    if own.contains(where: members.contains) { return "" }
    if !payload.isEmpty, members.contains(payload) { return payload }
    // The object with the most members that the event has.
    var best = (count: 0, path: "")
    for member in members {
      let count = own.count { members.contains("\(member).\($0)") }
      if count > best.count || (count == best.count && count > 0 && member < best.path) {
        best = (count, member)
      }
    }
    return best.path
  }

  private static func ancestors(of path: String) -> [String] {
    guard path != "." else { return [] }
    let parts = path.split(separator: ".").map(String.init)
    return parts.indices.map { parts[0...$0].joined(separator: ".") }
  }
}
