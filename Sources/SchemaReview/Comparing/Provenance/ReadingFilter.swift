import CallbackSchema

extension Service {
  /// The service without the readings of other editions than one.
  func withoutReadings(ofOthersThan edition: Int) -> Service {
    var service = self
    service.envelope.keepReadings(of: edition)
    service.delivery.headers.keepReadings(of: edition)
    for index in tables.indices { service.tables[index].keepReadings(of: edition) }
    for index in objects.indices { service.objects[index].fields.keepReadings(of: edition) }
    for index in formats.indices { service.formats[index].parts.keepReadings(of: edition) }
    for index in events.indices { service.events[index].fields.keepReadings(of: edition) }
    return service
  }
}

extension [Field] {
  fileprivate mutating func keepReadings(of edition: Int) {
    for index in indices {
      self[index].readings.keep(of: edition)
      self[index].type.keepReadings(of: edition)
    }
  }
}

extension FieldType {
  fileprivate mutating func keepReadings(of edition: Int) {
    switch self {
    case .nested(var fields):
      fields.keepReadings(of: edition)
      self = .nested(fields)
    case .list(var element):
      element.keepReadings(of: edition)
      self = .list(element)
    case .ownTable(var table):
      table.keepReadings(of: edition)
      self = .ownTable(table)
    case .scalar, .table, .object, .stringOrInteger, .dependent: break
    }
  }
}

extension CodeTable {
  fileprivate mutating func keepReadings(of edition: Int) {
    for index in rows.indices { rows[index].readings.keep(of: edition) }
    otherwise?.readings.keep(of: edition)
  }
}

extension Readings? {
  /// Keeps the readings of the edition, of its page sections, and of sources of no edition.
  fileprivate mutating func keep(of edition: Int) {
    self?.entries.removeAll {
      !$0.source.editions.isEmpty && !$0.source.editions.contains(edition)
    }
    if self?.entries.isEmpty == true { self = nil }
  }
}
