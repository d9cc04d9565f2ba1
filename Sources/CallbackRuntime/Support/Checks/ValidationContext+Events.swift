extension _ValidationContext {
  /// Reports an undocumented event.
  public mutating func unrecognized<ID>(_ event: UnrecognizedEvent<ID>, _ name: StaticString) {
    report(name, .unknownEvent, .warning, "unknown event \(Self.text(event.id))")
  }

  /// Reports a callback of another product.
  public mutating func otherProduct<ID>(
    _ callback: OtherProductCallback<ID>, _ name: StaticString
  ) {
    report(name, .otherProduct, .notice, "event \(Self.text(callback.id)) of another product")
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
