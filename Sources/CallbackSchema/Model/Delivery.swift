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
  }
  public enum Encoding: String, Hashable, Sendable, CaseIterable { case hex, base64 }
  /// The signed content.
  public enum Subject: Hashable, Sendable {
    /// The bytes of the body, as received.
    case body
    /// The values at the listed places and the secret, sorted and concatenated.
    case sorted([Part])
  }
  /// One component of sorted signed content.
  public enum Part: Hashable, Sendable {
    case place(Located<Place>)
    case secret
  }

  public var place: Located<Place>
  public var algorithm: Algorithm
  public var encoding: Encoding
  public var subject: Subject
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
