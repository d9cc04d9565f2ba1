/// How a vendor signs its callbacks.
public struct SignatureScheme: Hashable, Sendable {
  /// Where the signature is.
  public enum Place: Hashable, Sendable {
    /// In a header, by its name.
    case header(String)
    /// In a member of the body, by its path.
    case member(String)
  }

  /// How it is made of a secret and what is signed.
  public enum Algorithm: String, Hashable, Sendable {
    /// HMAC with SHA-1; the secret is the key.
    case hmacSHA1
    /// HMAC with SHA-256; the secret is the key.
    case hmacSHA256
    /// No key: the secret is one of the texts that are signed.
    case sha256
  }

  /// How its bytes are written.
  public enum Encoding: String, Hashable, Sendable {
    /// Lower-case hexadecimal digits.
    case hex
    /// Padded base64 of the standard alphabet.
    case base64
  }

  /// What is signed.
  public enum Subject: Hashable, Sendable {
    /// The bytes of the body as received, before any parsing.
    case body
    /// The values of some members, as text, and the secret: sorted by their bytes, and joined without anything between.
    case sorted([Part])
  }

  /// One of several texts that are signed.
  public enum Part: Hashable, Sendable {
    /// The value of a member of the body, by its path; of a string what it says, unescaped.
    case member(String)
    /// The value of a header.
    case header(String)
    /// The secret that the vendor and you share.
    case secret
  }

  /// Where the signature is.
  public var place: Place
  /// How it is made.
  public var algorithm: Algorithm
  /// How its bytes are written.
  public var encoding: Encoding
  /// What is signed.
  public var subject: Subject

  /// A way to sign.
  public init(place: Place, algorithm: Algorithm, encoding: Encoding, over subject: Subject) {
    self.place = place
    self.algorithm = algorithm
    self.encoding = encoding
    self.subject = subject
  }
}
