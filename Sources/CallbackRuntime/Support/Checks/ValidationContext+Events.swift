extension _ValidationContext {
  /// Notes an event that no edition documents, or another product's callback.
  public mutating func unrecognized<ID>(_ event: UnrecognizedEvent<ID>, _ name: StaticString) {
    unrecognized(name, id: Self.text(event.id), isOtherProduct: event.body != nil)
  }

  /// Notes a documented event that could not be read.
  public mutating func malformed<ID>(_ event: MalformedEvent<ID>, _ name: StaticString) {
    inside(name) { $0.malformed(id: Self.text(event.id), event.error) }
  }

  /// Notes an event that no edition documents, or another product's callback.
  ///
  /// - Parameter id: The event, as a message shows it.
  package mutating func unrecognized(_ name: StaticString, id: String, isOtherProduct: Bool) {
    if isOtherProduct {
      report(name, .otherProduct, .notice, "event \(id) of another product")
    } else {
      report(name, .unknownEvent, .warning, "unknown event \(id)")
    }
  }

  /// Notes a documented event that could not be read, at its payload.
  ///
  /// - Parameter id: The event, as a message shows it.
  package mutating func malformed(id: String, _ fault: CallbackDecodingError) {
    let payload = pathText
    // A fault knows its path from the body's root, which may not be where this validation began.
    let path = fault.path.hasPrefix(payload) ? fault.path : payload
    report(
      at: path, .malformedEvent, .error, "event \(id): \(fault.problem)", offset: fault.offset)
  }
}
