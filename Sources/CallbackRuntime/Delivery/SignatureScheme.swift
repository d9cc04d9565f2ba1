/// A scheme by which a vendor signs its callbacks.
public struct SignatureScheme: Hashable, Sendable {
  /// The part of the request that carries the signature.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Place: Hashable, Sendable {
    /// An HTTP header, by name.
    case header(String)
    /// A member of the body, by path.
    case member(String)
  }

  /// The algorithm that computes the signature.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Algorithm: String, Hashable, Sendable {
    /// HMAC with SHA-1; the secret is the key.
    case hmacSHA1
    /// HMAC with SHA-256; the secret is the key.
    case hmacSHA256
    /// SHA-256 without a key; the secret is one of the signed values.
    case sha256
  }

  /// The encoding of the signature's bytes.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Encoding: String, Hashable, Sendable {
    /// Lowercase hexadecimal digits.
    case hex
    /// Base64 with the standard alphabet and padding.
    case base64
  }

  /// The signed content.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Subject: Hashable, Sendable {
    /// The bytes of the body as received, before any parsing.
    case body
    /// Several values, sorted by their UTF-8 bytes and concatenated without a separator.
    case sorted([Part])
  }

  /// One of several signed values.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Part: Hashable, Sendable {
    /// The value of a member of the body, by path; of a string, its unescaped content.
    case member(String)
    /// The value of an HTTP header, by name.
    case header(String)
    /// The secret shared with the vendor.
    case secret
  }

  /// The part of the request that carries the signature.
  public var place: Place
  /// The algorithm that computes the signature.
  public var algorithm: Algorithm
  /// The encoding of the signature's bytes.
  public var encoding: Encoding
  /// The signed content.
  public var subject: Subject

  /// Creates a scheme.
  public init(place: Place, algorithm: Algorithm, encoding: Encoding, over subject: Subject) {
    self.place = place
    self.algorithm = algorithm
    self.encoding = encoding
    self.subject = subject
  }
}
