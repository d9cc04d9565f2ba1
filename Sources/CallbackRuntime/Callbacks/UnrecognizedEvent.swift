/// An event whose discriminator is not documented, with the raw JSON of its payload.
public struct UnrecognizedEvent<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The discriminator's value.
  public var id: ID
  /// The payload: the member of the envelope with the event's own fields; `.null` if it is absent.
  public var details: RawJSON

  /// Creates an event from its discriminator and payload.
  public init(id: ID, details: RawJSON) {
    self.id = id
    self.details = details
  }
}
