import CallbackSchema

extension Service {
  /// The service without the readings of other editions than one.
  func withoutReadings(ofOthersThan edition: Int) -> Service {
    var service = self
    let filter = ReadingFilter(edition: edition)
    service.envelope = filter.fields(envelope)
    service.delivery.headers = filter.fields(delivery.headers)
    service.tables = tables.map(filter.table)
    for index in service.objects.indices {
      service.objects[index].fields = filter.fields(objects[index].fields)
    }
    for index in service.formats.indices {
      service.formats[index].parts = filter.fields(formats[index].parts)
    }
    for index in service.events.indices {
      service.events[index].fields = filter.fields(events[index].fields)
    }
    return service
  }
}

/// Removes the readings of other editions.
private struct ReadingFilter {
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

  /// The readings of the edition, its page sections, and sources of no edition.
  private func readings(_ readings: Readings?) -> Readings? {
    guard var readings else { return nil }
    readings.entries.removeAll {
      !$0.source.editions.isEmpty && !$0.source.editions.contains(edition)
    }
    return readings.entries.isEmpty ? nil : readings
  }
}
