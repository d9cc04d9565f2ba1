/// An event whose discriminator is not documented, with the raw JSON of its payload and of the whole body.
///
/// Encoding a callback with this event writes `body` unchanged, so that nothing of it is lost. The envelope's properties are
/// decoded from it; changes to them are not encoded. To encode them, remove the body: set `body` to `.null`, or change `id` or
/// `details`, which does the same. The callback is then encoded as its envelope and `details`.
public struct UnrecognizedEvent<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The discriminator's value. A change sets `body` to `.null`.
  public var id: ID { didSet { body = .null } }
  /// The payload: the member of the envelope with the event's own fields; `.null` if it is absent. A change sets `body` to
  /// `.null`.
  public var details: RawJSON { didSet { body = .null } }
  /// The whole body; `.null` if the event was not decoded from one.
  public var body: RawJSON

  /// Creates an event from its discriminator and payload, and the whole body if there is one.
  public init(id: ID, details: RawJSON, body: RawJSON = .null) {
    self.id = id
    self.details = details
    self.body = body
  }
}
