import SchemaSource

extension Loading {
  mutating func loadObject(_ definition: Definition, _ names: TypeNames) -> ObjectType? {
    guard let map = reader.mapping(definition.value, of: "an object", keys: LanguageKeys.object)
    else {
      return nil
    }
    let provenance = provenance(map["editions"], within: Provenance(editions: fullEditions))
    return ObjectType(
      name: definition.name, includes: includes(map, names),
      fields: map["fields"].map { loadFields($0.value, names, within: provenance) } ?? [],
      provenance: provenance, doc: map["doc"].flatMap { reader.text($0.value, of: "doc") },
      stem: definition.stem, range: definition.key.range)
  }

  mutating func loadEvent(_ definition: Definition, _ names: TypeNames) -> Event? {
    guard let map = reader.mapping(definition.value, of: "an event", keys: LanguageKeys.event)
    else {
      return nil
    }
    let provenance = provenance(map["editions"], within: Provenance(editions: fullEditions))
    let id =
      map["id"].flatMap { reader.wireValue($0.value, of: "id") }
      ?? Located(.string(definition.name), at: definition.key.range)
    return Event(
      key: definition.name, name: map["name"].flatMap { reader.located($0.value, of: "name") },
      id: id, constant: map["constant"].flatMap { reader.text($0.value, of: "constant") },
      includes: includes(map, names),
      fields: map["fields"].map { loadFields($0.value, names, within: provenance) } ?? [],
      constants: map["const"].map { loadEventConstants($0.value, within: provenance) } ?? [],
      examples: map["examples"].map { loadExamples($0.value, within: provenance) } ?? [],
      provenance: provenance,
      doc: map["doc"].flatMap { reader.text($0.value, of: "doc") }, stem: definition.stem,
      range: definition.key.range)
  }

  private mutating func includes(_ map: KeyedNodes, _ names: TypeNames) -> [Located<String>] {
    guard let entry = map["include"] else { return [] }
    return reader.items(entry.value, of: "include").compactMap { item in
      guard let name = reader.located(item, of: "an object") else { return nil }
      guard names.objects.contains(name.value) else {
        reader.error(
          .unknownName, "no object is called '\(name.value)'", at: item.range,
          notes: namesakes(of: name.value),
          fix: closestMatch(to: name.value, in: names.objects.sorted()).map {
            "did you mean '\($0)'?"
          })
        return nil
      }
      return name
    }
  }

  /// `{ PATH: value or { value, editions } }`
  private mutating func loadEventConstants(_ node: Node, within container: Provenance)
    -> [EventConstant]
  {
    reader.entries(node, of: "const").compactMap { entry in
      guard let path = reader.path(entry.key, of: "a path") else { return nil }
      var value = entry.value
      var provenance = Provenance(editions: container.editions)
      if case .mapping = value.content {
        guard let map = reader.mapping(value, of: "a constant", keys: LanguageKeys.eventConstant)
        else {
          return nil
        }
        provenance = self.provenance(map["editions"], within: container)
        guard let given = map["value"] else {
          missing("value", "the constant", at: value.range)
          return nil
        }
        value = given.value
      }
      guard let wire = reader.wireValue(value, of: "a constant") else { return nil }
      return EventConstant(path: path, value: wire, provenance: provenance)
    }
  }

  private mutating func loadExamples(_ node: Node, within container: Provenance) -> [Example] {
    reader.items(node, of: "examples").compactMap { item in
      guard let map = reader.mapping(item, of: "an example", keys: LanguageKeys.example) else {
        return nil
      }
      if map["file"] == nil {
        missing("file", "the name of the file in the folder Examples", at: item.range)
      }
      if map["of"] == nil {
        missing("of", "body for a whole callback, details for a payload alone", at: item.range)
      }
      guard let file = map["file"].flatMap({ reader.located($0.value, of: "file") }),
        let extent = map["of"].flatMap({
          reader.word($0.value, of: "value of 'of'", as: Example.Extent.self)
        })
      else { return nil }
      return Example(
        file: file, extent: extent,
        title: map["title"].flatMap { reader.text($0.value, of: "title") },
        provenance: provenance(map["editions"], within: container),
        repaired: map["repaired"].flatMap { reader.text($0.value, of: "repaired") })
    }
  }
}
