/// An event that the schema does not know, or another product's callback, as it came.
public struct UnrecognizedEvent<ID: Hashable & Sendable>: Hashable, Sendable {
  /// What the body calls the event.
  public var id: ID
  /// The content of the event's payload; `.null` when it is absent.
  public var details: RawJSON
  /// The whole body of another product's callback, which is written back as it came.
  public var body: RawJSON?

  /// An event of this service that no edition documents.
  public init(id: ID, details: RawJSON) {
    self.id = id
    self.details = details
    body = nil
  }

  /// The callback of another product at the same address.
  public init(id: ID, otherProduct body: RawJSON) {
    self.id = id
    details = .null
    self.body = body
  }
}
