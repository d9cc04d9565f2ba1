import SchemaSource

/// The checks of a loaded service, one file each.
///
/// The checks also convert wire values, which the loader types by their notation, to the types of their fields.
enum Checks {
  static func run(_ service: inout Service, _ reader: inout NodeReader) {
    // Parts that failed to load are absent: a reference to one is not reported.
    reader.isIncomplete = reader.diagnostics.hasErrors
    // Every other check traverses objects, which must not be recursive.
    guard checkRecursion(service, &reader) else { return }
    typeValues(&service, &reader)
    checkFields(service, &reader)
    checkEvents(service, &reader)
    checkPlaces(service, &reader)
    if !reader.isIncomplete { checkUse(service, &reader) }
  }
}

/// Resolves a path to a field: first in the same object, then in the enclosing ones, then in the envelope.
struct Scope {
  /// The fields of the enclosing objects, innermost last.
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
  /// The type of its single values on the wire; nil for objects and lists.
  func valueType(in service: Service) -> Scalar? { Self.valueType(of: type, in: service) }

  static func valueType(of type: FieldType, in service: Service) -> Scalar? {
    switch type {
    case .scalar(.object), .object, .nested, .list: nil
    case .scalar(let scalar): scalar
    case .table(let name): service.table(named: name)?.raw
    case .ownTable(let table): table.raw
    case .dependent(let dependency): dependency.otherwise
    // Typed by their notation.
    case .stringOrInteger: .json
    }
  }
}

extension CodeTable {
  /// A note at the row that a missing row follows: the last one with a smaller value.
  func noteOnMissing(_ value: WireValue) -> Diagnostic.Note {
    let before = rows.last { row in
      if let wanted = Int(value.text), let number = Int(row.value.text) { return number < wanted }
      return row.value.text < value.text
    }
    guard let before else { return .init(message: "the table is here", range: range) }
    return .init(message: "the row can follow this one", range: before.range)
  }
}
