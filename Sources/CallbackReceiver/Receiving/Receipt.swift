public import CallbackRuntime

/// The end of a delivery: what to answer, and what happened.
public struct Receipt<Callback: ServiceCallback>: Sendable {
  /// The HTTP response to the vendor.
  public var response: CallbackResponse
  /// What happened.
  public var outcome: DeliveryOutcome
  /// The callback; nil if the request was rejected or its body is unreadable.
  public var received: ReceivedCallback<Callback>?

  /// The differences between the body and the documentation.
  public var findings: [Finding] { received?.findings ?? [] }
}

/// What happened to a delivery.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum DeliveryOutcome: Sendable {
  /// The handler ran to its end, for the first time.
  case handled
  /// An earlier delivery of the callback was handled.
  case duplicate
  /// An earlier delivery of the callback is being handled; its lease ends after this time at the latest.
  case inProgress(Duration)
  /// The handler still runs. It goes on after the response, and its claim is renewed until it ends. The response is success if an
  /// inbox holds the request.
  case unfinished
  /// The vendor's health check; the handler did not run.
  case healthCheck
  /// A callback of another product of the vendor, for a receiver of that product; the handler did not run.
  case otherProduct
  /// The signature is not accepted, for this reason; nothing of the body was decoded.
  case rejected(SignatureError)
  /// The signature is valid, and the body is not one of the service.
  case unreadable(CallbackDecodingError)
  /// The handler threw an error, or was cancelled; the next delivery is handled.
  case failed(any Error)
  /// The handler ran to its end, and the store did not record it, so that the next delivery may be handled once more.
  case unrecorded(any Error)
  /// The store or the inbox failed before the handler ran; the next delivery is handled.
  case storeFailed(any Error)
}

extension DeliveryOutcome {
  /// The outcome as a word for logs and metrics, such as `in-progress`.
  public var name: String {
    switch self {
    case .handled: "handled"
    case .duplicate: "duplicate"
    case .inProgress: "in-progress"
    case .unfinished: "unfinished"
    case .healthCheck: "health-check"
    case .otherProduct: "other-product"
    case .rejected: "rejected"
    case .unreadable: "unreadable"
    case .failed: "failed"
    case .unrecorded: "unrecorded"
    case .storeFailed: "store-failed"
    }
  }
}

extension DeliveryOutcome: CustomStringConvertible {
  /// The outcome, with its reason.
  public var description: String {
    switch self {
    case .inProgress(let rest): "\(name): \(rest)"
    case .rejected(let error): "\(name): \(error)"
    case .unreadable(let error): "\(name): \(error)"
    case .failed(let error), .unrecorded(let error), .storeFailed(let error): "\(name): \(error)"
    default: name
    }
  }
}
