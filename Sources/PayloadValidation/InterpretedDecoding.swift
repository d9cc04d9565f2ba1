import CallbackSchema

/// Predicts from the schema whether generated code decodes a payload to its event or to a malformed one.
struct InterpretedDecoding {
  let service: Service

  /// Whether an object decodes: every member has an accepted JSON type, and all required members are present.
  func accepts(_ value: JSONTree, as fields: [Field]) -> Bool {
    guard case .object = value else { return false }
    return fields.allSatisfy { field in
      if field.flattening != nil, value[field.wire] == nil {
        return accepts(value, as: service.members(of: field))
      }
      let spellings = [field.wire] + field.otherSpellings
      let member = spellings.lazy.compactMap { value[$0] }.first ?? .null
      guard member != .null else { return !field.isRequired }
      return field.constant != nil || accepts(member, field.type, of: field)
    }
  }

  private func accepts(_ value: JSONTree, _ type: FieldType, of field: Field) -> Bool {
    switch type {
    case .nested(let fields): return accepts(value, as: fields)
    case .object(let name):
      return service.object(named: name).map { accepts(value, as: service.fields(of: $0)) } ?? false
    case .list(let element):
      guard case .list(let items) = value else { return false }
      return items.allSatisfy { accepts($0, element, of: field) }
    case .scalar, .table, .ownTable, .dependent, .stringOrInteger:
      guard let kinds = type.kinds(in: service) else { return true }
      let read =
        kinds + (field.readings?.entries ?? []).compactMap { $0.type?.kind(in: service) }
        + field.accepts
      return value.kind.map(read.contains) ?? false
    }
  }
}

extension JSONTree {
  /// The kind of the value; nil for null.
  var kind: JSONKind? {
    switch self {
    case .null: nil
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .list: .list
    case .object: .object
    }
  }
}
