import SchemaSource

/// The checks of a loaded service, one file each.
///
/// The checks also convert wire values, which the loader types by their notation, to the types of their fields.
struct Checks {
  /// The service, whose wire values are typed by their notation until `typeValues` is done.
  fileprivate(set) var service: Service
  var reader: NodeReader
  /// The fields by which objects contain themselves.
  var recursive: Set<SourceRange> = []

  static func run(_ service: inout Service, _ reader: inout NodeReader) {
    var checks = Checks(service: service, reader: reader)
    checks.run()
    swap(&service, &checks.service)
    reader = checks.reader
    // It holds the service as it was before its values were typed.
    discard(consume checks)
  }

  private mutating func run() {
    // Every other check traverses objects, which must not be recursive.
    cut(checkRecursion())
    service = typeValues()
    checkFields()
    checkEvents()
    checkProtocols()
    checkPlaces()
    let uses = service.gather(into: FieldUses()) { $0.add($1) }
    if !reader.isIncomplete, !reader.hasUnknownIncludes, reader.damagedFields.isEmpty,
      reader.lostFields.isEmpty
    {
      checkOutcomes(uses)
    }
    if !reader.diagnostics.hasErrors { checkUse(uses) }
  }

  /// Checks declarations on all processors, each without what is found in the others.
  mutating func each<Declaration: Sendable, Result: Sendable>(
    _ declarations: [Declaration],
    _ check: @Sendable (inout Checks, Service, Declaration) -> Result
  ) -> [Result] {
    var fresh = self
    fresh.reader.diagnostics = Diagnostics()
    let (results, parts) = declarations.concurrentMap(from: fresh) {
      [service] checks, declaration in
      check(&checks, service, declaration)
    }
    for part in parts { reader.diagnostics.report(part.reader.diagnostics) }
    return results
  }

  /// Removes the members by which objects contain themselves.
  private mutating func cut(_ recursive: Set<String>) {
    for index in service.objects.indices where recursive.contains(service.objects[index].name) {
      service.objects[index].includes.removeAll { recursive.contains($0.value) }
      service.objects[index].fields.removeAll { field in
        guard !Self.directTypes(of: field).isDisjoint(with: recursive) else { return false }
        reader.lostFields.insert(field.wire)
        return true
      }
    }
  }

  /// Whether the type or format of a field failed to load, so that its values cannot be checked.
  func isLost(_ field: Field) -> Bool {
    reader.damagedFields.contains(field.range) || isLost(field.type)
  }

  private func isLost(_ type: FieldType) -> Bool {
    switch type {
    case .table(let name): service.table(named: name) == nil
    case .object(let name): service.object(named: name) == nil
    case .list(let element), .map(let element): isLost(element)
    case .union(let members): members.contains { isLost($0) }
    case .choice(let choice): choice.options.contains { isLost(.object($0.object.value)) }
    default: false
    }
  }

  /// The field at a path: first in the same object, then in the enclosing ones, then in the envelope.
  ///
  /// - Parameter scope: the fields of the enclosing objects, innermost last.
  func field(at path: [String], in scope: [[Field]]) -> Field? {
    scope.reversed().lazy.compactMap { service.field(at: path, in: $0) }.first
      ?? service.envelopeField(at: path)
  }
}

extension Field {
  /// The type of its single values on the wire; nil for objects and lists.
  func valueType(in service: Service) -> Scalar? {
    switch type {
    case .scalar(.object): nil
    // Typed by their notation.
    case .stringOrInteger: .json
    default: type.scalar(in: service)
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
