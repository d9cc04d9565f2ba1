extension _ValidationContext {
  /// Notes an event that no edition documents, or another product's callback.
  public mutating func unrecognized<ID>(_ event: UnrecognizedEvent<ID>, _ name: StaticString) {
    let id = Self.text(event.id)
    if event.body != nil {
      report(name, .otherProduct, .notice, "event \(id) of another product")
    } else {
      report(name, .unknownEvent, .warning, "unknown event \(id)")
    }
  }

  /// Notes a documented event that could not be read.
  public mutating func malformed<ID>(_ event: MalformedEvent<ID>, _ name: StaticString) {
    let fault = event.error
    let payload = pathText.appendingMember(name.description)
    // A fault knows its path from the body's root, which may not be where this validation began.
    let path = fault.path.hasPrefix(payload) ? fault.path : payload
    report(
      at: path, .malformedEvent, .error, "event \(Self.text(event.id)): \(fault.problem)",
      offset: fault.offset)
  }
}
