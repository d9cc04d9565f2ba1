public import SchemaSource

extension SmallJSONSchema {
  /// What a file uses of the schema: `field.unit` for a key, `field.format = text` for one of several kinds of a value,
  /// `unit = ms` for a word.
  public func uses(_ node: Node) -> Set<String> {
    var found: Set<String> = []
    note(node, whole, at: "file", &found)
    return found
  }

  /// Everything that a file can use, in the notation of ``uses(_:)``.
  public var allUses: Set<String> {
    var found: Set<String> = []
    var seen: Set<String> = []
    list(whole, at: "file", &found, &seen)
    return found
  }

  private func note(
    _ node: Node, _ schema: [String: Any], at place: String, _ found: inout Set<String>
  ) {
    if let name = Self.reference(schema) {
      return note(node, definition(name), at: name, &found)
    }
    for choice in schema["anyOf"] as? [[String: Any]] ?? [] where accepts(node, choice) {
      found.insert("\(place) = \(Self.label(choice))")
      note(node, choice, at: place, &found)
    }
    let isWord = schema["enum"] != nil || schema["type"] as? String == "boolean"
    switch node.content {
    case .scalar(let scalar):
      if isWord { found.insert("\(place) = \(scalar.text)") }
    case .sequence(let items):
      guard let element = schema["items"] as? [String: Any] else { return }
      for item in items { note(item, element, at: "\(place)[]", &found) }
    case .mapping(let entries):
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for entry in entries {
        let name = scalar(entry.key) ?? ""
        if let property = properties[name] {
          found.insert("\(place).\(name)")
          note(entry.value, property, at: "\(place).\(name)", &found)
        } else if let others = schema["additionalProperties"] as? [String: Any] {
          note(entry.value, others, at: "\(place).*", &found)
        }
      }
    }
  }

  private func list(
    _ schema: [String: Any], at place: String, _ found: inout Set<String>, _ seen: inout Set<String>
  ) {
    if let name = Self.reference(schema) {
      guard seen.insert(name).inserted else { return }
      return list(definition(name), at: name, &found, &seen)
    }
    for choice in schema["anyOf"] as? [[String: Any]] ?? [] {
      found.insert("\(place) = \(Self.label(choice))")
      list(choice, at: place, &found, &seen)
    }
    for word in schema["enum"] as? [String] ?? [] { found.insert("\(place) = \(word)") }
    if schema["type"] as? String == "boolean" {
      found.formUnion(["\(place) = true", "\(place) = false"])
    }
    if let element = schema["items"] as? [String: Any] {
      list(element, at: "\(place)[]", &found, &seen)
    }
    for (name, property) in schema["properties"] as? [String: [String: Any]] ?? [:] {
      found.insert("\(place).\(name)")
      list(property, at: "\(place).\(name)", &found, &seen)
    }
    if let others = schema["additionalProperties"] as? [String: Any] {
      list(others, at: "\(place).*", &found, &seen)
    }
  }

  private static func reference(_ schema: [String: Any]) -> String? {
    (schema["$ref"] as? String).map { String($0.dropFirst("#/$defs/".count)) }
  }

  /// What an alternative is called: its definition, its word or its type.
  private static func label(_ choice: [String: Any]) -> String {
    reference(choice) ?? choice["const"].map { "\($0)" } ?? choice["type"] as? String ?? ""
  }
}
