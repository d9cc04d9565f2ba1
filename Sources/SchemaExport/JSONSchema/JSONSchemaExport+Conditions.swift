import CallbackSchema
import SchemaSource

extension JSONSchemaExport {
  /// The conditional keywords of a field: its presence, and the table of its codes.
  mutating func conditions(
    of field: Field, among fields: [Field], isExpected: Bool, at place: String
  ) -> [JSONValue] {
    var conditions: [JSONValue] = []
    if case .clauses(let clauses, _)? = field.condition {
      if let condition = self.condition(clauses, among: fields) {
        let isText = field.type.kind(in: service) == .string
        // An empty text counts as no value.
        let filled: JSONValue = isText ? ["minLength": 1] : [:]
        let empty: JSONValue = isText ? ["maxLength": 0] : .bool(false)
        conditions.append([
          "if": condition,
          "then": isExpected ? Self.nested([field.wire], filled, isRequired: true) : nil,
          "else": Self.nested([field.wire], empty, isRequired: false),
        ])
      } else {
        leaveOut(.when, at: place)
      }
    }
    if case .dependent(let dependency) = field.type {
      for choice in dependency.choices {
        let table = Self.reference("table.\(choice.table.value)")
        conditions.append([
          "if": Self.nested(
            dependency.selector.value, ["const": choice.value.json], isRequired: true),
          "then": Self.nested([field.wire], table, isRequired: false),
        ])
      }
    }
    return conditions
  }

  /// The condition in JSON Schema; nil if a clause names a field of another object.
  private func condition(_ clauses: [Condition.Clause], among fields: [Field]) -> JSONValue? {
    var schemas: [JSONValue] = []
    for clause in clauses {
      guard clause.path.value.count == 1,
        fields.contains(where: { $0.wire == clause.path.value[0] })
      else { return nil }
      let values = clause.values.map(\.json)
      // On an absent, empty or null member no condition holds.
      let value: JSONValue =
        clause.isNegated
        ? ["not": ["enum": .array(values + ["", .null])]] : ["enum": .array(values)]
      schemas.append(Self.nested(clause.path.value, value, isRequired: true))
    }
    return schemas.count == 1 ? schemas[0] : ["allOf": .array(schemas)]
  }
}
