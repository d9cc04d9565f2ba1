public import CallbackSchema
import SchemaSource

/// One-line JSON samples of declarations, for reviews of two states of a schema.
public struct WireSample: Sendable {
  let service: Service

  public init(_ service: Service) { self.service = service }

  /// A whole callback of an event.
  public func body(of event: Event) -> String {
    var builder = SampleBuilder(service, seed: 1)
    return builder.body(of: event).compact
  }

  /// A member with a documented value.
  public func member(_ field: Field) -> String {
    var builder = SampleBuilder(service, seed: 1)
    let edition = field.provenance.editions.places.last ?? 0
    let value = builder.value(of: field, at: field.wire, in: edition)
    return "\(JSONValue.quoted(field.wire)): \(value.compact)"
  }

  /// A member with one of its codes.
  public func member(_ name: String, _ value: WireValue) -> String {
    "\(JSONValue.quoted(name)): \(value.json.compact)"
  }
}
