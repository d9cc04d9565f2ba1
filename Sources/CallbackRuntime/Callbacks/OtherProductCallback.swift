/// A callback of another product of the vendor, received at the same URL.
///
/// Encoding writes `body` unchanged. The envelope's properties are decoded from it by this service's schema; changes to them
/// are not encoded.
public struct OtherProductCallback<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The discriminator's value.
  public var id: ID
  /// The whole body.
  public var body: RawJSON

  /// Creates a callback of another product.
  public init(id: ID, body: RawJSON) {
    self.id = id
    self.body = body
  }
}
