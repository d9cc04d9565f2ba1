public import SchemaSource

/// A named object type.
public struct ObjectType: Hashable, Sendable {
  public var name: String
  public var includes: [Located<String>]
  public var fields: [Field]
  /// Whether it is a Swift protocol, to which the structs that include it conform.
  public var isProtocol = false
  public var provenance: Provenance
  public var doc: String?
  public var stem: String
  public var range: SourceRange
}

/// An event.
public struct Event: Hashable, Sendable {
  /// The vendor's name, which is the key in the schema.
  public var key: String
  /// The Swift name, if the schema sets one.
  public var name: Located<String>?
  /// The value of the discriminator; the values of several are joined by dots.
  public var id: Located<WireValue>
  /// The values of the discriminators; fewer than there are if the event has any values of the others.
  public var idParts: [String]
  /// Where its own fields are, if not where the service's are.
  public var payload: Located<EventPayload>?
  /// The vendor's name of the constant.
  public var constant: String?
  /// The object that the payload is; the event then has no fields of its own.
  public var object: Located<String>?
  public var includes: [Located<String>]
  public var fields: [Field]
  /// Fields of the envelope that are constant in this event.
  public var constants: [EventConstant]
  /// The outcome of every such event, whatever its codes report.
  public var outcome: Outcome?
  public var examples: [Example]
  public var provenance: Provenance
  public var doc: String?
  public var deprecation: Deprecation?
  public var stem: String
  public var range: SourceRange
}

/// Where one event has its own fields.
public enum EventPayload: Hashable, Sendable {
  case place(Place)
  /// The event has no payload.
  case none

  /// The notation of the schema.
  public var text: String { if case .place(let place) = self { place.text } else { "none" } }
}

/// The constant value of an envelope field in one event.
public struct EventConstant: Hashable, Sendable {
  public var path: Located<[String]>
  public var value: Located<WireValue>
  public var provenance: Provenance
}

/// An example body of a page.
public struct Example: Hashable, Sendable {
  public enum Extent: String, Hashable, Sendable, CaseIterable {
    /// The whole callback.
    case body
    /// The payload alone.
    case details
  }

  /// The name of the file in the folder `Examples`.
  public var file: Located<String>
  public var extent: Extent
  public var title: String?
  public var provenance: Provenance
  /// A description of the corrections that made it valid JSON.
  public var repaired: String?
}
