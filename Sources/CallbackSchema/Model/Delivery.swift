public import SchemaSource

/// What a vendor sends beside the body, and what it expects back.
public struct Delivery: Hashable, Sendable {
  public var headers: [Field] = []
  /// Alternatives: any of them proves the sender.
  public var signatures: [Signature] = []
  public var acknowledgement: Acknowledgement?
  public var retries: RetryPolicy?
  /// Two bodies that agree here are one delivery.
  public var identity: [Located<Place>] = []
  /// Counts the deliveries.
  public var order: Located<Place>?
  /// Bodies of a health check.
  public var probes: [Probe] = []

  public init() {}
}

/// How a sender signs.
public struct Signature: Hashable, Sendable {
  public enum Algorithm: String, Hashable, Sendable, CaseIterable {
    case hmacSHA1 = "hmac-sha1"
    case hmacSHA256 = "hmac-sha256"
    /// Without a key: the secret is among what is signed.
    case sha256
  }
  public enum Encoding: String, Hashable, Sendable, CaseIterable { case hex, base64 }
  /// What is signed.
  public enum Subject: Hashable, Sendable {
    /// The bytes as received.
    case body
    /// The values at some places, and the secret, sorted and joined.
    case sorted([Part])
  }
  /// One of several texts that are signed.
  public enum Part: Hashable, Sendable {
    case place(Located<Place>)
    case secret
  }

  public var place: Located<Place>
  public var algorithm: Algorithm
  public var encoding: Encoding
  public var subject: Subject
  public var range: SourceRange
}

/// The answer that a vendor takes for "received".
public struct Acknowledgement: Hashable, Sendable {
  public var status: Int
  public var within: Period?
  public var body: String?
}

/// How long duplicates may come.
public struct RetryPolicy: Hashable, Sendable {
  /// Deliveries in all, the first one included.
  public var attempts: Int?
  public var interval: Period?
  public var duration: Period?
}

/// A length of time, as written: `10s`.
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

/// A body of a health check: every one of these members has this value.
public struct Probe: Hashable, Sendable {
  public var clauses: [Condition.Clause]
  public var range: SourceRange
}
