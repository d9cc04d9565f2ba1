/// A documented event whose payload failed to decode, with the raw JSON of the payload.
///
/// Equality compares the discriminator and the payload, and ignores the error: its byte offset depends on the rest of the
/// body.
public struct MalformedEvent<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The discriminator's value.
  public var id: ID
  /// The error, with the path and the byte offset in the whole body.
  public var error: CallbackDecodingError
  /// The payload: the member of the envelope with the event's own fields.
  public var details: RawJSON

  /// Creates an event that failed to decode.
  public init(id: ID, error: CallbackDecodingError, details: RawJSON) {
    self.id = id
    self.error = error
    self.details = details
  }

  /// Compares discriminators and payloads.
  public static func == (one: Self, other: Self) -> Bool {
    one.id == other.id && one.details == other.details
  }

  /// Hashes the discriminator and the payload.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(details)
  }
}
