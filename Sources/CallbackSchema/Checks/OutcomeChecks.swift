import SchemaSource

extension Checks {
  /// Reports outcomes of codes from which no generated `outcome` is derived.
  mutating func checkOutcomes(_ uses: [FieldUses]) {
    let tables = service.tables.filter(\.hasOutcomes) + uses.flatMap(\.tablesWithOutcomes)
    guard !tables.isEmpty else { return }
    let included = Set(
      (service.objects.flatMap(\.includes) + service.events.flatMap(\.includes)).map(\.value))
    let events = service.events.flatMap { event in
      // The objects nested in an event have outcomes of their own.
      service.outcomeFields(of: event) + event.fields.filter { $0.type.isNested }
    }
    let objects = service.objects.filter { !included.contains($0.name) }.flatMap(
      service.fields(of:))
    let deciding =
      (events + objects).withNested
      + service.outcomePaths.compactMap(service.envelopeField(at:))
    let used = deciding.filter(service.reportsOutcome).compactMap {
      $0.codeTable(in: service)?.range
    }
    for table in tables {
      guard let row = table.everyRow.first(where: { $0.outcome != nil }),
        !used.contains(table.range)
      else { continue }
      reader.error(
        .outcomeWithoutEffect, "no event derives its outcome from this table", at: row.range,
        fix:
          "remove the outcomes of its rows; a list, a dependent type and an event with an outcome of its own do not use them"
      )
    }
  }
}

extension FieldType {
  fileprivate var isNested: Bool { if case .nested = self { true } else { false } }
}
