import SchemaSource

extension Checks {
  /// Checks that protocols are no types of fields, and that all structs that include one have properties of the same types.
  mutating func checkProtocols() {
    let protocols = service.objects.filter(\.isProtocol)
    guard !protocols.isEmpty else { return }
    let fields =
      service.envelope + service.objects.flatMap(\.fields) + service.events.flatMap(\.fields)
    for object in protocols {
      let uses =
        fields.withNested.filter { $0.type.names.contains(object.name) }.map(\.range)
        + service.events.compactMap { $0.object?.value == object.name ? $0.object?.range : nil }
      for range in uses {
        reader.error(
          .contradiction, "'\(object.name)' is a protocol, and no type of values", at: range,
          notes: [.init(message: "the object is here", range: object.range)],
          fix: "remove protocol: true, or use an object that includes it")
      }
      for field in service.fields(of: object) where field.type.isDeclaredByField {
        reader.error(
          .contradiction,
          "'\(field.wire)' has another type in each struct that includes the protocol '\(object.name)'",
          at: field.range,
          notes: [.init(message: "the protocol is here", range: object.range)],
          fix: "declare its type under objects or tables, or the field outside the protocol")
      }
    }
  }
}
