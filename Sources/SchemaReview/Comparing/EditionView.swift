import CallbackSchema

extension Service {
  /// Without what other editions say: their readings are no part of what one edition says.
  func withoutReadings(ofOthersThan edition: Int) -> Service {
    var service = self
    let view = EditionView(edition: edition)
    service.envelope = view.fields(envelope)
    service.delivery.headers = view.fields(delivery.headers)
    service.tables = tables.map(view.table)
    for place in service.objects.indices {
      service.objects[place].fields = view.fields(objects[place].fields)
    }
    for place in service.formats.indices {
      service.formats[place].parts = view.fields(formats[place].parts)
    }
    for place in service.events.indices {
      service.events[place].fields = view.fields(events[place].fields)
    }
    return service
  }
}

private struct EditionView {
  let edition: Int

  func fields(_ fields: [Field]) -> [Field] {
    fields.map { field in
      var field = field
      field.readings = readings(field.readings)
      field.type = type(field.type)
      return field
    }
  }

  func table(_ table: CodeTable) -> CodeTable {
    var table = table
    table.rows = table.rows.map(row)
    table.otherwise = table.otherwise.map(row)
    return table
  }

  private func row(_ row: CodeTable.Row) -> CodeTable.Row {
    var row = row
    row.readings = readings(row.readings)
    return row
  }

  private func type(_ type: FieldType) -> FieldType {
    switch type {
    case .nested(let inner): .nested(fields(inner))
    case .list(let element): .list(self.type(element))
    case .ownTable(let own): .ownTable(table(own))
    case .scalar, .table, .object, .stringOrInteger, .dependent: type
    }
  }

  /// Those of the edition's own parts, and of nobody in particular.
  private func readings(_ readings: Readings?) -> Readings? {
    guard var readings else { return nil }
    readings.entries.removeAll {
      !$0.source.editions.isEmpty && !$0.source.editions.contains(edition)
    }
    return readings.entries.isEmpty ? nil : readings
  }
}
