/// A documented event whose payload failed to decode, with the raw JSON of the payload.
///
/// Two values are equal when the same discriminator and payload were sent; the error, whose byte offset depends on the
/// rest of the body, is not compared.
public struct MalformedEvent<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The discriminator's value.
  public var id: ID
  /// Why decoding failed, with the path and the byte offset in the body.
  public var error: CallbackDecodingError
  /// The payload: the member that holds the event's own fields.
  public var details: RawJSON

  /// Creates an event that failed to decode.
  public init(id: ID, error: CallbackDecodingError, details: RawJSON) {
    self.id = id
    self.error = error
    self.details = details
  }

  /// Compares what was sent.
  public static func == (one: Self, other: Self) -> Bool {
    one.id == other.id && one.details == other.details
  }

  /// Hashes what was sent.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(details)
  }
}
