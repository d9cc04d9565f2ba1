import SchemaSource

extension Loading {
  mutating func loadObject(_ definition: Definition, _ names: TypeNames) -> ObjectType? {
    guard let map = reader.mapping(definition.value, of: "an object", keys: LanguageKeys.object)
    else { return nil }
    let provenance = provenance(map["editions"], within: everyone)
    return ObjectType(
      name: definition.name, includes: includes(map, names),
      fields: map["fields"].map { loadFields($0.value, names, within: provenance) } ?? [],
      isProtocol: reader.flag(map["protocol"], "protocol"), provenance: provenance,
      doc: map.text("doc", &reader), stem: definition.stem, range: definition.key.range)
  }

  mutating func loadEvent(_ definition: Definition, _ names: TypeNames) -> Event? {
    guard let map = reader.mapping(definition.value, of: "an event", keys: LanguageKeys.event)
    else { return nil }
    let provenance = provenance(map["editions"], within: everyone)
    let (id, parts) = loadID(map["id"], of: definition)
    return Event(
      EventStatements(
        key: definition.name, name: map.located("name", &reader), id: id, idParts: parts,
        payload: map["in"].flatMap { loadPayload($0.value) },
        constant: map.text("constant", &reader), object: payloadType(map, names),
        includes: includes(map, names),
        fields: map["fields"].map { loadFields($0.value, names, within: provenance) } ?? [],
        constants: map["const"].map { loadEventConstants($0.value, within: provenance) } ?? [],
        outcome: map.word("outcome", &reader),
        examples: map["examples"].map { loadExamples($0.value, within: provenance) } ?? [],
        provenance: provenance, doc: map.text("doc", &reader),
        deprecation: loadDeprecation(map, within: provenance), stem: definition.stem,
        range: definition.key.range))
  }

  /// A wire value, or a list of strings; by default the event's name.
  private mutating func loadID(
    _ entry: Node.Entry?, of definition: Definition
  ) -> (Located<WireValue>, parts: [String]) {
    let name = Located(WireValue.string(definition.name), at: definition.key.range)
    guard let entry else { return (name, [definition.name]) }
    guard case .sequence(let items) = entry.value.content else {
      let id = reader.wireValue(entry.value, of: "id") ?? name
      return (id, [id.value.text])
    }
    listedIDs.append(entry.value.range)
    let parts = items.compactMap { reader.text($0, of: "a part of the id") }
    if parts.isEmpty { reader.error(.missingKey, "the id has no parts", at: entry.value.range) }
    return (Located(.string(Event.id(parts)), at: entry.value.range), parts)
  }

  /// A place, or `none`.
  private mutating func loadPayload(_ node: Node) -> Located<EventPayload>? {
    if node.plainText == "none" { return Located(EventPayload.none, at: node.range) }
    return reader.place(node, of: "in").map { Located(.place($0.value), at: $0.range) }
  }

  private mutating func includes(_ map: KeyedNodes, _ names: TypeNames) -> [Located<String>] {
    map.items("include", &reader).compactMap { object($0, names) }
  }

  /// `type: OBJECT`, in place of fields.
  private mutating func payloadType(_ map: KeyedNodes, _ names: TypeNames) -> Located<String>? {
    guard let type = map["type"] else { return nil }
    if let other = map["fields"] ?? map["include"] {
      reader.error(
        .contradiction, "an event has a type, or fields of its own, not both", at: other.key.range,
        notes: [.init(message: "the type is here", range: type.key.range)],
        fix: "add the fields to the object, or include the object instead of the type")
    }
    return object(type.value, names)
  }

  private mutating func object(_ node: Node, _ names: TypeNames) -> Located<String>? {
    guard let name = reader.located(node, of: "an object") else { return nil }
    guard names.objects.contains(name.value) else {
      reader.error(
        .unknownName, "no object is called '\(name.value)'", at: node.range,
        notes: namesakes(of: name.value),
        fix: suggestion(for: name.value, in: names.objects.sorted()))
      reader.hasUnknownIncludes = true
      return nil
    }
    return name
  }

  /// `{ PATH: value or { value, editions } }`
  private mutating func loadEventConstants(_ node: Node, within container: Provenance)
    -> [EventConstant]
  {
    reader.entries(node, of: "const").compactMap { entry in
      guard let path = reader.path(entry.key, of: "a path") else { return nil }
      guard
        let (node, provenance) = loadDocumented(
          entry.value, "value", "the constant", of: "a constant", keys: LanguageKeys.eventConstant,
          within: container),
        let wire = reader.wireValue(node, of: "a constant")
      else { return nil }
      return EventConstant(path: path, value: wire, provenance: provenance)
    }
  }

  private mutating func loadExamples(_ node: Node, within container: Provenance) -> [Example] {
    reader.items(node, of: "examples").compactMap { item in
      guard let map = reader.mapping(item, of: "an example", keys: LanguageKeys.example) else {
        return nil
      }
      require(
        [
          "file": "the name of the file in the folder Examples",
          "of": "body for a whole callback, details for a payload alone",
        ], in: map, at: item.range)
      guard let file = map.located("file", &reader),
        let extent = map["of"].flatMap({
          reader.word($0.value, of: "value of 'of'", as: Example.Extent.self)
        })
      else { return nil }
      return Example(
        file: file, extent: extent, title: map.text("title", &reader),
        provenance: provenance(map["editions"], within: container),
        repaired: map.text("repaired", &reader))
    }
  }
}
