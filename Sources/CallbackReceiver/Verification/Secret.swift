/// A secret shared with a vendor.
///
/// Its bytes are never printed: descriptions, dumps and mirrors show that there is a secret, and nothing else.
public struct Secret: Sendable {
  /// The key of the HMAC, or the signed value of a scheme without a key.
  let bytes: [UInt8]

  /// Creates a secret from its text, as the vendor's console shows it.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Creates a secret from its bytes, for a vendor whose console shows them encoded.
  public init(bytes: some Collection<UInt8>) { self.bytes = Array(bytes) }
}

extension Secret: ExpressibleByStringLiteral {
  /// Creates a secret from a literal, for tests; a secret in source code is public.
  public init(stringLiteral value: String) { self.init(value) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A fixed text.
  public var description: String { "Secret" }
  /// A fixed text.
  public var debugDescription: String { "Secret" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
