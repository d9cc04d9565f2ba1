public import CallbackRuntime
import Crypto
import HTTPTypes

/// Receives the callbacks of a service: verifies, decodes and claims each delivery, and runs a handler once.
///
/// ``receive(headers:body:url:handler:)`` does what a route needs. Its steps are public, too: ``verify(_:)``, ``read(_:)``,
/// ``claim(_:)`` and ``response(to:)``, for a route with an order of its own.
public struct CallbackReceiver<Callback: ServiceCallback>: Sendable {
  /// The store that knows which callbacks are handled.
  public let store: any DeliveryStore
  /// The record of requests; nil if there is none.
  public let inbox: (any CallbackInbox)?
  let verifier: SignatureVerifier?
  let options: ReceiverOptions<Callback>
  let running = RunningHandlers()

  /// Creates a receiver that verifies signatures.
  ///
  /// - Parameters:
  ///   - secrets: the secrets shared with the vendor: usually one, and two while the secret is changed.
  ///   - store: the store that knows which callbacks are handled.
  ///   - inbox: the record of requests. With it, a callback is acknowledged although its handler still runs; see ``resume(handler:)``.
  ///   - options: the settings.
  /// - Throws: an error if the service has no signature, or a secret is missing or empty.
  public init(
    secrets: [Secret], store: any DeliveryStore, inbox: (any CallbackInbox)? = nil,
    options: ReceiverOptions<Callback> = ReceiverOptions()
  ) throws(ReceiverError) {
    let service = Callback.service
    if service.signatures.isEmpty { throw .noScheme(service.name) }
    if secrets.isEmpty { throw .noSecret(service.name) }
    if secrets.contains(where: \.bytes.isEmpty) { throw .emptySecret(service.name) }
    try self.init(
      verifier: SignatureVerifier(
        service.signatures, secrets: secrets, freshness: options.freshness),
      store: store, inbox: inbox, options: options)
  }

  /// A receiver that accepts a request of any sender: for a service without signatures, or behind a proxy that verifies them.
  ///
  /// - Parameters:
  ///   - store: the store that knows which callbacks are handled.
  ///   - inbox: the record of requests, those of any sender.
  ///   - options: the settings.
  /// - Throws: an error if the lease is not positive.
  public static func unverified(
    store: any DeliveryStore, inbox: (any CallbackInbox)? = nil,
    options: ReceiverOptions<Callback> = ReceiverOptions()
  ) throws(ReceiverError) -> Self {
    try Self(verifier: nil, store: store, inbox: inbox, options: options)
  }

  private init(
    verifier: SignatureVerifier?, store: any DeliveryStore, inbox: (any CallbackInbox)?,
    options: ReceiverOptions<Callback>
  ) throws(ReceiverError) {
    if options.lease <= .zero { throw .badLease(options.lease) }
    self.verifier = verifier
    self.store = store
    self.inbox = inbox
    self.options = options
  }

  /// Verifies the signature of a request, if the receiver verifies.
  ///
  /// - Throws: the reason why the request is not accepted.
  public func verify(_ request: CallbackRequest) throws(SignatureError) {
    try verifier?.verify(request, now: options.time())
  }

  /// Decodes the body of a request.
  ///
  /// - Throws: the first error, with its path and byte offset, when the body is not one of the service.
  public func read(
    _ request: CallbackRequest
  ) throws(CallbackDecodingError) -> ReceivedCallback<Callback> {
    let report = try Callback.report(body: request.body) { name in
      HTTPField.Name(name).flatMap { request.headers[$0] }
    }
    let callback = report.value
    return ReceivedCallback(
      callback: callback, content: callback.deliveryContent, key: key(of: callback, request),
      findings: report.findings)
  }

  /// Claims the key of a callback, before its handler runs.
  ///
  /// - Throws: an error of the store, such as a full disk; the callback is then not claimed.
  public func claim(_ received: ReceivedCallback<Callback>) async throws -> ClaimOutcome {
    try await store.claim(received.key, for: options.lease)
  }

  /// The response to a delivery with an outcome.
  ///
  /// Success is answered only for what needs no other delivery: what is handled, is no event, or is in the inbox to be handled
  /// later. A callback in progress is none of these, because its handler may fail. Without an inbox, an unreadable body is answered
  /// so that the vendor sends it again, in case that a corrected receiver runs by then; but a vendor that documents no end of its
  /// deliveries would send it for ever, and is answered with success.
  public func response(to outcome: DeliveryOutcome) -> CallbackResponse {
    switch outcome {
    case .handled, .duplicate, .healthCheck, .otherProduct: .acknowledging(Callback.service)
    case .rejected: .rejection
    case .inProgress, .failed, .unrecorded, .storeFailed: .retry
    case .unfinished: inbox == nil ? .retry : .acknowledging(Callback.service)
    case .unreadable:
      inbox == nil && Callback.service.endsDeliveries
        ? .retry : .acknowledging(Callback.service)
    }
  }

  /// The key under which a callback is claimed, which begins with the name of the service: a store may serve several.
  private func key(of callback: Callback, _ request: CallbackRequest) -> String {
    let key = options.key?(callback) ?? callback.deliveryKey
    let name = Callback.service.name
    guard let key else { return "\(name):body:\(digest(of: request.body))" }
    // A vendor that is not verified could otherwise fill the memory of the store, and databases end a text at U+0000.
    return key.utf8.count > 512 || key.utf8.contains(0)
      ? "\(name):key:\(digest(of: Array(key.utf8)))" : "\(name):\(key)"
  }

  private func digest(of bytes: [UInt8]) -> String {
    String(
      decoding: SignatureScheme.Encoding.hex.text(of: Array(SHA256.hash(data: bytes))),
      as: UTF8.self)
  }
}

extension CallbackService {
  /// Whether the vendor documents an end of the deliveries of a callback that is not acknowledged.
  fileprivate var endsDeliveries: Bool { retries?.attempts != nil || retries?.duration != nil }
}
