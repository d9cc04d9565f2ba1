import CallbackSchema

extension SwiftText {
  /// Prints how two objects are compared, and one is hashed.
  mutating func equality(_ object: ObjectPlan) {
    let stored = object.properties.filter { $0.constant == nil }
    equality(of: stored.map(\.stored), recordsNulls: stored.contains { $0.nullNumber != nil })
  }

  /// Prints how two callbacks are compared, and one is hashed.
  mutating func equality(_ callback: CallbackPlan) {
    var names = callback.root.members.compactMap { member -> SwiftName? in
      switch member {
      case .leaf(let property) where property.constant == nil: property.stored
      case .group(let name, _, _, _): name
      case .leaf, .discriminator, .payload, .key: nil
      }
    }
    names += callback.storedHeaders.map(\.name)
    names.append(SwiftName(text: "event"))
    if keepsFaults { names.append(SwiftName(text: "faults")) }
    equality(of: names, recordsNulls: callback.root.members.recordsNulls)
  }

  /// Prints the comparison of stored properties.
  private mutating func equality(of names: [SwiftName], recordsNulls: Bool) {
    let head =
      "public func _compare(with other: Self, in context: inout CallbackRuntime._EqualityContext)"
    var names = names
    if keepsUnknown { names.append(SwiftName(text: "unknownFields")) }
    if recordsNulls { names.append(SwiftName(text: Self.nullFields)) }
    guard !names.isEmpty else { return line("\(head) {}") }
    outlined(head) { text in
      for name in names {
        text.attempt { text in
          text.append("context.compare(", name.property)
          text.append(", other.", name.declared, ")")
        } orElse: { text in
          text.call("context.compare", [name.property, "other.\(name.declared)"])
        }
      }
    }
  }
}

extension PropertyPlan {
  /// The stored property.
  fileprivate var stored: SwiftName { isIndirect ? storage : name }
}
