import CallbackSchema

/// Settles the nesting where the page does not show it: the schema says where a member belongs, or an example does.
extension FactAssembly {
  mutating func settleNesting() {
    for index in events.indices {
      let known = knowledge(events[index].version)?.event(for: events[index])
      let paths = known.map { Set($0.fields.map(\.path)) }
      events[index].fields = settled(
        events[index].fields, known: paths, examples: examplePaths(of: .event(index)))
    }
    for index in scopes.indices where !scopes[index].place.isEmpty {
      let prefix = scopes[index].place == "." ? "" : scopes[index].place + "."
      let paths = knowledge(nil).map { known in
        Set(
          known.envelope.map(\.path).filter { $0.hasPrefix(prefix) }.map {
            String($0.dropFirst(prefix.count))
          })
      }
      // An object with a section of its own has its members there.
      let described = scopes.compactMap { scope in
        scope.place.hasPrefix(prefix) ? String(scope.place.dropFirst(prefix.count)) : nil
      }
      scopes[index].fields = settled(
        scopes[index].fields, known: paths, examples: [], described: Set(described))
    }
  }

  /// The paths of the members of the examples of a section, from their roots.
  private func examplePaths(of section: FieldGroup.Owner) -> [Set<String>] {
    examples.filter { $0.section == section }.map { Set($0.example.members.map(\.path)) }
  }

  /// Fields whose container shows no members, moved into it where the schema or an example has them there.
  ///
  /// - Parameter described: the paths of the containers that other sections describe.
  private func settled(
    _ fields: [PageField], known: Set<String>?, examples: [Set<String>],
    described: Set<String> = []
  ) -> [PageField] {
    var fields = fields
    var parents = Set(fields.map(\.parent))
    var place = 0
    while place < fields.count {
      let container = fields[place]
      if container.isEmptyContainer(parents: parents), !described.contains(container.path),
        moveMembers(of: place, in: &fields, known: known, examples: examples)
      {
        parents = Set(fields.map(\.parent))
      }
      place += 1
    }
    return fields
  }

  /// Moves the fields after a container into it.
  ///
  /// - Returns: whether there were some.
  @discardableResult
  private func moveMembers(
    of place: Int, in fields: inout [PageField], known: Set<String>?, examples: [Set<String>]
  ) -> Bool {
    let container = fields[place]
    let name = known.map { knownPath(of: place, in: fields, known: $0) } ?? container.path
    var base = place
    for index in fields.indices.dropFirst(place + 1) {
      let field = fields[index]
      // Only the siblings after the container, in their order.
      guard field.parent == container.parent || isBeside(field, container) else {
        if field.path.hasPrefix(fields[base].path) { continue }
        break
      }
      var found = self.place(
        of: field, in: container, named: name, known: known, examples: examples)
      if found == nil, index + 1 < fields.count {
        found = unknownPlace(
          of: field, before: fields[index + 1], in: container, named: name, known: known,
          examples: examples)
        // A container before a member that this one already has begins an object of its own.
        if field.type?.isContainer == true, let path = found?.path,
          fields[..<index].contains(where: {
            $0.path == path.dropLast(field.name.count) + fields[index + 1].name
          })
        {
          found = nil
        }
      }
      if found == nil, let known, !known.contains(name), container.rule != .fieldRow,
        field.doubts.contains(.duplicateName), !known.contains(field.path),
        field.name != container.name, fields[..<place].contains(where: { $0.name == field.name })
      {
        // A name that another object has, too, is a member of the unknown container above it.
        let isList = if case .list = container.type { true } else { false }
        found = ("\(container.path)\(isList ? "[]" : "").\(field.name)", .nestedBySchema)
      }
      guard let (path, doubt) = found else { break }
      rename(field.path, to: path, in: &fields, from: index)
      fields[index].doubts.remove(.duplicateName)
      fields[index].doubts.insert(doubt)
      base = index
      // The members of an inner container stand before the next members of this one.
      if fields[index].type?.isContainer == true,
        fields[index].isEmptyContainer(parents: Set(fields.map(\.parent)))
      {
        moveMembers(of: index, in: &fields, known: known, examples: examples)
      }
    }
    return base != place
  }

  /// Whether a field is on the level on which the page lists a container that was moved itself.
  private func isBeside(_ field: PageField, _ container: PageField) -> Bool {
    !container.doubts.isDisjoint(with: [.nestedBySchema, .nestedByExample])
      && (field.parent.isEmpty || container.path.hasPrefix(field.parent + "."))
  }

  /// The path of a container in the schema: its own, or that of a container that the page lacks and of which the next field
  /// is a member, because a page may rename a container.
  private func knownPath(of place: Int, in fields: [PageField], known: Set<String>) -> String {
    let container = fields[place]
    // A table shows the members of an object by itself.
    guard container.rule != .fieldRow, !known.contains(container.path), place + 1 < fields.count
    else { return container.path }
    // An inner container of a renamed one: the only one of its name with such a member.
    let next = fields[place + 1]
    let inner = known.filter { path in
      path.hasSuffix("." + container.name)
        && (known.contains("\(path)[].\(next.name)") || known.contains("\(path).\(next.name)"))
    }
    if !container.parent.isEmpty, inner.count == 1, let path = inner.first { return path }
    guard next.parent == container.parent, !known.contains(next.path) else { return container.path }
    let parent = container.parent.isEmpty ? "" : container.parent + "."
    let candidates = known.filter { path in
      path.hasPrefix(parent) && !path.dropFirst(parent.count).contains(".")
        && (known.contains("\(path)[].\(next.name)") || known.contains("\(path).\(next.name)"))
        && !fields.contains { $0.path == path }
    }
    return candidates.count == 1 ? candidates.first ?? container.path : container.path
  }

  /// The path of a field that the schema does not have, inside the container of the member after it.
  private func unknownPlace(
    of field: PageField, before next: PageField, in container: PageField, named name: String,
    known: Set<String>?, examples: [Set<String>]
  ) -> (path: String, doubt: Doubt)? {
    guard container.rule != .fieldRow, next.parent == field.parent,
      let known, !known.contains(field.path),
      let (path, doubt) = place(
        of: next, in: container, named: name, known: known, examples: examples)
    else { return nil }
    return (path.dropLast(next.name.count) + field.name, doubt)
  }

  /// The path of a member inside a container; nil if it stays beside it.
  ///
  /// - Parameter name: the path of the container in the schema.
  private func place(
    of field: PageField, in container: PageField, named name: String, known: Set<String>?,
    examples: [Set<String>]
  ) -> (path: String, doubt: Doubt)? {
    let options = [
      "\(container.path)[].\(field.name)", "\(container.path).\(field.name)",
    ]
    if let known {
      for (option, place) in zip(options, ["\(name)[].\(field.name)", "\(name).\(field.name)"])
      where known.contains(place) {
        // A name that the schema has on both levels is a member if the list had it before.
        let isAlsoBeside = known.contains(field.path) && !field.doubts.contains(.duplicateName)
        if !isAlsoBeside { return (option, .nestedBySchema) }
      }
      if known.contains(field.path) { return nil }
    }
    for example in examples {
      for option in options {
        guard let member = example.first(where: { $0 == option || $0.hasSuffix("." + option) })
        else { continue }
        // The object in which the example has the container does not have the member itself.
        let payload = member.dropLast(option.count)
        if !example.contains(payload + field.path) { return (option, .nestedByExample) }
      }
    }
    return nil
  }

  /// Gives a field and its members another path.
  private func rename(_ old: String, to new: String, in fields: inout [PageField], from start: Int)
  {
    fields[start].path = new
    for index in fields.indices.dropFirst(start + 1) {
      let path = fields[index].path
      guard path.hasPrefix(old + ".") || path.hasPrefix(old + "[].") else { break }
      fields[index].path = new + path.dropFirst(old.count)
    }
  }
}
