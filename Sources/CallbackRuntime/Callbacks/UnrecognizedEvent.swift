/// An undocumented event with the raw JSON of its payload.
public struct UnrecognizedEvent<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The discriminator's value.
  public var id: ID
  /// The payload: the member that holds the event's own fields; `.null` when it is absent.
  public var details: RawJSON

  /// Creates an undocumented event.
  public init(id: ID, details: RawJSON) {
    self.id = id
    self.details = details
  }
}
