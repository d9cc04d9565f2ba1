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
    case hmacSHA1, hmacSHA256
  }

  /// How its bytes are written.
  public enum Encoding: String, Hashable, Sendable {
    /// Lower-case hexadecimal digits.
    case hex
    /// Padded base64 of the standard alphabet.
    case base64
  }

  /// What is signed.
  public enum Subject: String, Hashable, Sendable {
    /// The bytes of the body as received, before any parsing.
    case body
  }

  public var place: Place
  public var algorithm: Algorithm
  public var encoding: Encoding
  public var subject: Subject

  public init(place: Place, algorithm: Algorithm, encoding: Encoding, over subject: Subject) {
    self.place = place
    self.algorithm = algorithm
    self.encoding = encoding
    self.subject = subject
  }
}
