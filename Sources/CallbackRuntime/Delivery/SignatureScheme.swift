/// A scheme by which a vendor signs its callbacks.
public struct SignatureScheme: Hashable, Sendable {
  /// The part of the request that carries the signature.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Place: Hashable, Sendable {
    /// An HTTP header, by name.
    case header(String)
    /// One value of an HTTP header of the form `name=value,name=value`, by the names of both. A name can occur more than once;
    /// one valid signature is then enough.
    case headerPart(String, name: String)
    /// A member of the body, by path. Other spellings of a name follow it after vertical lines: `Nonce|Noce`.
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
    /// A JSON Web Token with an HMAC with SHA-256; the secret is the key.
    case jwtHS256
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
    /// Base64 with the URL alphabet and without padding, as in JSON Web Tokens.
    case base64URL
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
    /// Several values, concatenated in their order without a separator.
    case joined([Part])
    /// The claims of a token. One of them, by name, is the SHA-256 of the body's bytes; the receiver compares it with the body.
    case claim(String, encoding: Encoding)
    /// The URL of the request with its query, and the name and the value of each form field, sorted by name.
    case urlAndForm
  }

  /// One of several signed values, or the place of the signed time.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Part: Hashable, Sendable {
    /// The value of a member of the body, by path; of a string, its unescaped content. Other spellings of a name follow it
    /// after vertical lines: `Nonce|Noce`.
    case member(String)
    /// The value of an HTTP header, by name.
    case header(String)
    /// One value of an HTTP header of the form `name=value,name=value`, by the names of both.
    case headerPart(String, name: String)
    /// The secret shared with the vendor.
    case secret
    /// A fixed text.
    case text(String)
    /// The bytes of the body as received.
    case body
    /// The URL of the request as the vendor has it.
    case url
  }

  /// The part of the request that carries the signature.
  public var place: Place
  /// The text before the signature.
  public var prefix: String?
  /// The algorithm that computes the signature.
  public var algorithm: Algorithm
  /// The encoding of the signature.
  public var encoding: Encoding
  /// The signed content.
  public var subject: Subject
  /// The signed time of the delivery, in seconds since 1970.
  public var time: Part?
  /// The age at which a delivery is to be refused, because somebody may have recorded and repeated it.
  public var tolerance: Duration?

  /// Creates a scheme.
  public init(
    place: Place, prefix: String? = nil, algorithm: Algorithm, encoding: Encoding,
    over subject: Subject, time: Part? = nil, tolerance: Duration? = nil
  ) {
    self.place = place
    self.prefix = prefix
    self.algorithm = algorithm
    self.encoding = encoding
    self.subject = subject
    self.time = time
    self.tolerance = tolerance
  }
}
