/// What a decoded body contains.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum DeliveryContent: Hashable, Sendable {
  /// A documented event.
  case event
  /// An event whose discriminator is not documented.
  case unrecognized
  /// A documented event whose payload failed to decode, with the error.
  case malformed(CallbackDecodingError)
  /// A callback of another product of the vendor, received at the same URL.
  case otherProduct
  /// The vendor's health check of the receiver.
  case healthCheck
}
