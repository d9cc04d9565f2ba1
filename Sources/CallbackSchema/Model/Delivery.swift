public import SchemaSource

/// The delivery of a callback: headers, signatures, expected response, retries, deduplication and health checks.
public struct Delivery: Hashable, Sendable {
  public var headers: [Field] = []
  /// Alternative signatures; one valid signature authenticates the sender.
  public var signatures: [Signature] = []
  public var acknowledgement: Acknowledgement?
  public var retries: RetryPolicy?
  public var identity = Identity()
  /// The place of a sequence number.
  public var order: Located<Place>?
  /// Patterns of health check bodies.
  public var probes: [Probe] = []
}

/// The deduplication key of a callback.
public struct Identity: Hashable, Sendable {
  /// The places whose values are equal in all deliveries of one callback, and different otherwise; empty without a key.
  public var members: [Located<Place>] = []
  public var doc: String?
  public var provenance = Provenance(editions: [])

  public init() {}
}

/// A signature scheme.
public struct Signature: Hashable, Sendable {
  public enum Algorithm: String, Hashable, Sendable, CaseIterable {
    case hmacSHA1 = "hmac-sha1"
    case hmacSHA256 = "hmac-sha256"
    /// Without a key; the secret is part of the signed content.
    case sha256
    /// A JSON Web Token, signed with HMAC and SHA-256.
    case jwtHS256 = "jwt-hs256"
  }
  public enum Encoding: String, Hashable, Sendable, CaseIterable { case hex, base64 }
  /// The signed content.
  public enum Subject: Hashable, Sendable {
    /// The bytes of the body, as received.
    case body
    /// The values at the listed places and the secret, sorted and concatenated.
    case sorted([Part])
    /// Texts and values, concatenated in order.
    case template(Located<String>, [Part])
    /// A claim of a token, which contains the SHA-256 of the body.
    case claim(name: String, encoding: Encoding)
    /// The URL of the request, and the names and values of the form fields, sorted by name.
    case urlAndForm
  }
  /// One component of signed content.
  public enum Part: Hashable, Sendable {
    case place(Located<Place>)
    /// A value of a header of the form `name=value,name=value`, by its name.
    case headerPart(Located<Place>, name: String)
    case secret
    case text(String)
    /// The bytes of the body, as received.
    case body
    /// The URL of the request.
    case url
  }

  public var place: Located<Place>
  /// The name of the signature among the values of its header, which has the form `name=value,name=value`.
  public var part: String?
  /// The text before the signature.
  public var prefix: String?
  public var algorithm: Algorithm
  /// The encoding of the signature; nil for a token, whose encoding is that of JSON Web Tokens.
  public var encoding: Encoding?
  public var subject: Subject
  /// The signed time, in seconds since 1970.
  public var time: Part?
  /// The age at which a signature is no longer valid.
  public var tolerance: Period?
  public var provenance: Provenance
  public var range: SourceRange
}

/// The HTTP response that acknowledges a delivery.
public struct Acknowledgement: Hashable, Sendable {
  public var status: Int
  public var within: Period?
  public var body: String?
  /// Whether the vendor demands the body; otherwise it recommends the body.
  public var isBodyRequired: Bool
  public var provenance: Provenance
}

/// The vendor's retry policy.
public struct RetryPolicy: Hashable, Sendable {
  /// The maximum number of deliveries, including the first.
  public var attempts: Int?
  /// The time between the first delivery and the second.
  public var first: Period?
  public var interval: Interval?
  public var duration: Period?
  public var provenance: Provenance

  /// The time between two deliveries.
  public enum Interval: Hashable, Sendable {
    case fixed(Period)
    /// Increases from delivery to delivery, by an undocumented amount.
    case growing
  }
}

/// A duration in the notation of the schema, such as `10s`.
public struct Period: Hashable, Sendable {
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case milliseconds = "ms"
    case seconds = "s"
    case minutes = "min"
    case hours = "h"
  }
  public var count: Int
  public var unit: Unit
}

/// A pattern of a health check body: all clauses match.
public struct Probe: Hashable, Sendable {
  public var clauses: [Condition.Clause]
  public var range: SourceRange
}
