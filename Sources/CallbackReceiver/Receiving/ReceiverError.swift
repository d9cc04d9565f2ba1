/// A receiver that would accept forged requests, or could not handle any.
public enum ReceiverError: Error, Hashable, Sendable {
  /// The service, by its name, documents no signature.
  case noScheme(String)
  /// No secret was passed for a service that signs its callbacks.
  case noSecret(String)
  /// A secret is empty, such as one of an environment variable that is not set. Everybody can sign with it.
  case emptySecret(String)
  /// The lease of a claim is not positive.
  case badLease(Duration)
}

extension ReceiverError: CustomStringConvertible {
  /// The error and its correction.
  public var description: String {
    switch self {
    case .noScheme(let service):
      "\(service) documents no signature, so that secrets verify nothing: use CallbackReceiver.unverified(store:)"
    case .noSecret(let service):
      "no secret for \(service), which signs its callbacks: pass the secret of the vendor's console"
    case .emptySecret(let service):
      "a secret for \(service) is empty, so that everybody can sign with it: check where it is read from"
    case .badLease(let lease): "the lease is \(lease): pass a positive one"
    }
  }
}

/// The error of a store or an inbox that did not answer before the deadline of a delivery.
public struct StoreTimeout: Error, Hashable, Sendable {
  /// The time for which the delivery could wait.
  public let deadline: Duration
}

extension StoreTimeout: CustomStringConvertible {
  /// The error in words.
  public var description: String { "the store did not answer within \(deadline)" }
}
