@_spi(Generated) import CallbackRuntime
import CallbackSchema

extension SchemaReader {
  /// Decodes an event at the position of its payload.
  mutating func event(_ id: WireValue, _ reader: inout _JSONReader) -> ReadCallback.Event {
    let start = reader.mark()
    guard let event = shape.events[id] else {
      _ = shape.embedding == nil ? reader.raw() : reader.rawEmbedded()
      if let fault = reader.recover(from: start) { return .malformed(fault) }
      return .unrecognized
    }
    let embedding = event.location.hasEnvelopeFields ? nil : shape.embedding
    let object =
      embedding.map { embedded(event.object, forms: $0, isDocumented: true, &reader) }
      ?? self.object(event.object, &reader)
    if let fault = reader.recover(from: start) {
      _ = shape.embedding == nil ? reader.raw() : reader.rawEmbedded()
      return .malformed(fault)
    }
    return .typed(event, object)
  }

  /// Decodes an object that is documented, or else only accepted, as JSON in a string.
  mutating func embedded(
    _ inner: ObjectShape, forms: _JSONTypes, isDocumented: Bool, _ reader: inout _JSONReader
  ) -> ReadObject {
    var found = ReadObject(shape: inner)
    var copy = self
    if isDocumented || forms.contains(.string),
      reader.readEmbedded(insteadOfObject: !isDocumented, { found = copy.object(inner, &$0) })
    {
      return found
    }
    if isDocumented { reader.refuseNonString(unless: forms) }
    return object(inner, &reader)
  }

  /// Whether a member named by `only` has the value of another product. An absent or empty member has not.
  func isForeign(_ envelope: ReadObject) -> Bool {
    shape.guards.contains { clause in
      guard let value = envelope.value(at: clause.path.value)?.wire else { return false }
      return value != .string("") && !clause.holds(value, isPlainText: true)
    }
  }
}
