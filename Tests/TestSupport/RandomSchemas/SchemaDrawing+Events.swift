import CallbackSchema

extension SchemaDrawing {
  func drawEvents(_ envelope: DrawnEnvelope) -> YAMLText {
    var drawn: [YAMLText.Entry] = []
    var scope = typeNames
    scope.formUnion(["unrecognized", "malformed", "id"])
    let count = envelope.ids.isEmpty ? 4 : min(4, envelope.ids.count)
    var ids: Set<String> = []
    for place in 0..<number(1...max(1, count)) {
      let key = name(in: &scope)
      var entries: [(String, YAMLText)] = []
      if envelope.isListed {
        entries.append(("id", .list(idParts(place, envelope, &ids).map { .quoted($0) })))
      } else if !envelope.ids.isEmpty {
        entries.append(("id", envelope.ids[place]))
      } else if envelope.isKeyed || chance(30) {
        entries.append(("id", .quoted("id-\(place)")))
      }
      if chance(20) { entries.append(("name", .plain("named\(place)"))) }
      if chance(60) { entries.append(("doc", doc())) }
      if chance(30) { entries.append(("constant", .quoted("EVENT_\(place)"))) }
      var fieldScope = Set(envelope.inPayload.map(RandomNames.folded) + ["outcome"])
      let hasPlace = chance(12) && !envelope.isKeyed
      let hasPayload = hasPlace || !chance(6) || envelope.isKeyed
      if hasPlace || envelope.isShared { fieldScope.formUnion(envelope.names) }
      if hasPlace { entries.append(("in", .quoted(pick(envelope.places)))) }
      if !hasPayload {
        reach("payload none")
        entries.append(("in", .plain("none")))
      }
      let isShared =
        hasPayload && !hasPlace && !envelope.isShared && place > 0 && !wholeObjects.isEmpty
        && chance(15)
      if isShared {
        entries.append(("type", .quoted(pick(wholeObjects))))
      } else if chance(40), hasPayload || slips() {
        entries.append(("include", .list([.plain(included)])))
        fieldScope.formUnion(includedNames)
      }
      var holder = FieldPlace(within: fullEditions, allowsRequired: true, objects: objects)
      if chance(20), fullEditions.count > 1 {
        holder.within = some(fullEditions)
        entries.append(("editions", .list(holder.within.map { .quoted($0) })))
      }
      if chance(10) { entries.append(("deprecated", deprecation(within: holder.within))) }
      var fields = chance(90) && hasPayload ? fields(0...8, in: &fieldScope, holder).entries : []
      // An outcome of a table is an error unless an event derives its own from it.
      if place == 0, hasPayload, !slips() {
        for table in tables where table.reportsOutcomes {
          fields.append(
            YAMLText.Entry(
              key: .quoted("of \(table.name)".replacing(" ", with: "")),
              value: map("field", [("type", .quoted(table.name))])))
        }
      }
      if !fields.isEmpty, !isShared || slips() { entries.append(("fields", .map(fields))) }
      if chance(30), let leaf = envelope.comparable.last {
        entries.append(("const", constant(leaf, holder)))
      }
      if place > 0 && chance(20) || slips() {
        entries.append(("outcome", word("outcome", pick(Outcome.allCases).rawValue)))
      }
      if chance(20) { entries.append(("examples", .list([example(holder)]))) }
      drawn.append(
        YAMLText.Entry(key: .quoted(key), value: map("event", entries.shuffled(using: &generator))))
    }
    return .map(drawn)
  }

  /// The values of the first of several discriminators, which no other event has.
  private func idParts(
    _ place: Int, _ envelope: DrawnEnvelope, _ ids: inout Set<String>
  ) -> [String] {
    let parts = ["id", "opened", "by.user"].prefix(number(1...envelope.discriminators.count))
    if ids.insert(parts.joined(separator: ".")).inserted { return Array(parts) }
    // Another event of the same group, or of a group of its own.
    let last = chance(50) || parts.count == 1 ? "other-\(place)" : "\(parts.last ?? "")-\(place)"
    return parts.dropLast() + [last]
  }

  private func constant(_ leaf: DrawnField, _ holder: FieldPlace) -> YAMLText {
    var value = pick(leaf.values)
    if chance(50) {
      value = map(
        "eventConstant", [("value", value), ("editions", .list(sources(within: holder.within)))])
    }
    return .map([YAMLText.Entry(key: .quoted(leaf.wire), value: value)])
  }

  private func example(_ holder: FieldPlace) -> YAMLText {
    var entries: [(String, YAMLText)] = [
      ("file", .quoted("a \"b\".json")),
      ("of", word("extent", pick(Example.Extent.allCases).rawValue)),
    ]
    if chance(50) { entries.append(("title", doc())) }
    if chance(50) { entries.append(("repaired", doc())) }
    if chance(50) { entries.append(("editions", .list(sources(within: holder.within)))) }
    return map("example", entries)
  }
}
