import SchemaSource

/// What must hold between the parts of a service; each check is one file.
///
/// Wire values are typed on the way: a schema writes them as on the wire, and only their field knows what they are.
enum Checks {
  static func run(_ service: inout Service, _ reader: inout NodeReader) {
    // What could not be read is not there to be found: no complaints about what leads to it.
    reader.isIncomplete = reader.diagnostics.hasErrors
    // Every other check walks objects, and needs them to end.
    guard checkRecursion(service, &reader) else { return }
    typeValues(&service, &reader)
    checkFields(service, &reader)
    checkEvents(service, &reader)
    checkPlaces(service, &reader)
    if !reader.isIncomplete { checkUse(service, &reader) }
  }
}

/// Looks for the field that a path means: in the same object first, then in what holds it, then in the envelope.
struct Scope {
  /// The objects around the place, the innermost last.
  var levels: [[Field]]
  var service: Service

  func field(at path: [String]) -> Field? {
    for level in levels.reversed() {
      if let field = Self.field(at: path, in: level, service) { return field }
    }
    return service.envelopeField(at: path)
  }

  static func field(at path: [String], in level: [Field], _ service: Service) -> Field? {
    guard let first = path.first, let field = level.first(where: { $0.wire == first }) else {
      return nil
    }
    if path.count == 1 { return field }
    let rest = Array(path.dropFirst())
    switch field.type {
    case .nested(let fields): return Self.field(at: rest, in: fields, service)
    case .object(let name):
      return service.object(named: name).flatMap {
        Self.field(at: rest, in: service.fields(of: $0), service)
      }
    default: return nil
    }
  }
}

extension Field {
  /// What its wire values are written as; nil where it has no single values.
  func valueType(in service: Service) -> Scalar? { Self.valueType(of: type, in: service) }

  static func valueType(of type: FieldType, in service: Service) -> Scalar? {
    switch type {
    case .scalar(.object), .object, .nested, .list: nil
    case .scalar(let scalar): scalar
    case .table(let name): service.table(named: name)?.raw
    case .ownTable(let table): table.raw
    case .dependent(let dependency): dependency.otherwise
    // Its values are what they look like.
    case .stringOrInteger: .json
    }
  }
}

extension CodeTable {
  /// Where a row that is missing would stand: behind the last smaller one.
  func noteOnMissing(_ value: WireValue) -> Diagnostic.Note {
    let before = rows.last { row in
      if let wanted = Int(value.text), let number = Int(row.value.text) { return number < wanted }
      return row.value.text < value.text
    }
    guard let before else { return .init(message: "the table is here", range: range) }
    return .init(message: "it would stand behind this row", range: before.range)
  }
}
