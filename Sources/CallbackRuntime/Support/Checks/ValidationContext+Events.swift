@_spi(Generated)
extension _ValidationContext {
  /// Reports an undocumented event.
  public mutating func unrecognized<ID>(_ event: UnrecognizedEvent<ID>, _ name: StaticString) {
    unrecognized(name, id: Self.text(event.id))
  }

  /// Reports a callback of another product.
  public mutating func otherProduct<ID>(
    _ callback: OtherProductCallback<ID>, _ name: StaticString
  ) {
    otherProduct(name, id: Self.text(callback.id))
  }

  /// Reports a documented event that failed to decode, whose fields are those of the current value.
  public mutating func malformed<ID>(_ event: MalformedEvent<ID>) {
    malformed(id: Self.text(event.id), event.error)
  }

  /// Reports a documented event that failed to decode.
  public mutating func malformed<ID>(_ event: MalformedEvent<ID>, _ name: StaticString) {
    inside(name) { $0.malformed(event) }
  }

  /// Reports an undocumented event, which is the value of a key of the object at a path.
  public mutating func unrecognized(
    _ event: UnrecognizedEvent<String>, keyOf object: StaticString
  ) {
    atKey(event.id, of: object) { $0.unrecognized("", id: Self.text(event.id)) }
  }

  /// Reports a callback of another product, whose event is the value of a key of the object at a path.
  public mutating func otherProduct(
    _ callback: OtherProductCallback<String>, keyOf object: StaticString
  ) {
    atKey(callback.id, of: object) { $0.otherProduct("", id: Self.text(callback.id)) }
  }

  /// Reports a documented event that failed to decode, which is the value of a key of the object at a path.
  public mutating func malformed(_ event: MalformedEvent<String>, keyOf object: StaticString) {
    atKey(event.id, of: object) { $0.malformed(id: Self.text(event.id), event.error) }
  }

  private mutating func atKey(
    _ key: String, of object: StaticString, _ check: (inout _ValidationContext) -> Void
  ) {
    inside(object) { context in
      context.enter(member: key)
      check(&context)
      context.leave()
    }
  }

  /// Reports an undocumented event, by its formatted ID.
  package mutating func unrecognized(_ name: StaticString, id: String) {
    report(name, .unknownEvent, .warning, "unknown event \(id)")
  }

  /// Reports a callback of another product, by the formatted ID of its event.
  package mutating func otherProduct(_ name: StaticString, id: String) {
    report(name, .otherProduct, .notice, "event \(id) of another product")
  }

  /// Reports a documented event that failed to decode, at its payload, by its formatted ID.
  package mutating func malformed(id: String, _ fault: CallbackDecodingError) {
    let payload = pathText
    // A fault knows its path from the body's root, which may not be where this validation began.
    let path = fault.path.hasPrefix(payload) ? fault.path : payload
    report(
      at: path, .malformedEvent, .error, "event \(id): \(fault.problem)", offset: fault.offset)
  }
}
