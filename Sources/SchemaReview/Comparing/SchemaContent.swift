import CallbackSchema

/// Everything that the schema states about an added, a removed or a replaced element, for fingerprints.
enum SchemaContent {
  static func field(_ field: Field) -> String {
    let flags = [
      ("required", field.isRequired), ("optional", field.isOptional),
    ].filter(\.1).map(\.0)
    let meanings = [true, false].map { field.meanings[$0] ?? "" }
    let readings = (field.readings?.entries ?? []).map {
      "\($0.source.text): \(SchemaText.reading($0))"
    }
    let others = field.aliases.map(\.value) + field.accepts.map(\.rawValue)
    return list(
      [field.wire, type(field.type), field.name?.value ?? "", field.doc ?? ""]
        + [field.deprecation?.text ?? ""] + flags
        + field.facts(hasTimes: true) + [field.constant.map { SchemaText.value($0.value) } ?? ""]
        + meanings + readings + others)
  }

  static func event(_ event: Event) -> String {
    list(
      [event.key, SchemaText.value(event.id.value), event.constant ?? "", event.doc ?? ""]
        + [event.deprecation?.text ?? ""]
        + [event.object?.value ?? "", event.outcome?.rawValue ?? ""] + event.includes.map(\.value)
        + event.constants.map { "\(SchemaText.path($0.path)) \(SchemaText.value($0.value.value))" }
        + event.fields.map(field))
  }

  static func row(_ row: CodeTable.Row) -> String {
    list([
      SchemaText.value(row.value), row.name?.value ?? "", row.constant ?? "", row.doc ?? "",
      row.advice ?? "", row.outcome?.rawValue ?? "", row.deprecation?.text ?? "",
    ])
  }

  private static func type(_ type: FieldType) -> String {
    switch type {
    case .nested(let fields): list(fields.map(field))
    case .ownTable(let table):
      list([table.raw.rawValue, table.kind.rawValue] + table.rows.map(row))
    case .list(let element): "[\(self.type(element))]"
    case .map(let element): "[string: \(self.type(element))]"
    case .union(let members): list(members.map { self.type($0) })
    default: SchemaText.type(type)
    }
  }

  private static func list(_ parts: [String]) -> String {
    "{ \(parts.filter { !$0.isEmpty }.joined(separator: "; ")) }"
  }
}
