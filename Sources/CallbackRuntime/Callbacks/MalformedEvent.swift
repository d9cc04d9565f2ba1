/// An event that the schema knows, in a shape that it does not.
///
/// Two are equal when the same was sent: the fault, whose byte depends on what stands before it, does not count.
public struct MalformedEvent<ID: Hashable & Sendable>: Hashable, Sendable {
  /// What the body calls the event.
  public var id: ID
  /// Why it could not be read.
  public var error: CallbackDecodingError
  /// The content of the event's payload.
  public var details: RawJSON

  /// An event that could not be read.
  public init(id: ID, error: CallbackDecodingError, details: RawJSON) {
    self.id = id
    self.error = error
    self.details = details
  }

  /// True when the same was sent.
  public static func == (one: Self, other: Self) -> Bool {
    one.id == other.id && one.details == other.details
  }

  /// Hashes what was sent.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(details)
  }
}
