public import CallbackSchema
import SchemaSource

/// How things of a schema look on the wire, in a line: for people who compare two states of it.
public struct WireSample: Sendable {
  let service: Service

  public init(_ service: Service) { self.service = service }

  /// A whole callback of an event.
  public func body(of event: Event) -> String {
    var builder = SampleBuilder(service, seed: 1)
    return builder.body(of: event).compact
  }

  /// A member as a body may have it.
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
