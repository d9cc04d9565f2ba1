public import CallbackRuntime
import Foundation

/// Settings of a receiver; the defaults follow the documentation of the service.
public struct ReceiverOptions<Callback: ServiceCallback>: Sendable {
  /// The age of a signed time at which a request is refused.
  public var freshness = SignatureVerifier.Freshness.documented
  /// The time after which a request is answered although its handler still runs; nil to wait for the handler in any case.
  ///
  /// By default three quarters of the time within which the vendor expects the response.
  public var deadline: Duration?
  /// The time after which a request is answered with an error if the store or the inbox has not answered; nil to wait for them.
  ///
  /// By default three quarters of the time within which the vendor expects the response.
  public var storeDeadline: Duration?
  /// The time after which an unfinished claim ends, so that the vendor's next delivery is handled. A running handler renews its
  /// claim; a process that crashed does not.
  ///
  /// By default twice the time within which the vendor expects the response, and no less than 10 seconds.
  public var lease: Duration
  /// The deduplication key of a callback, for a service that documents none. Without it, or where it returns nil, the key is the
  /// documented one, or else a digest of the body.
  public var key: (@Sendable (Callback) -> String?)?
  /// What is called with the outcome of a handler that ended after the deadline, such as a log; nil for nothing.
  public var lateOutcome: (@Sendable (ReceivedCallback<Callback>, DeliveryOutcome) -> Void)?

  /// The clock of the deadline and of the renewals.
  package var clock: any Clock<Duration> = ContinuousClock()
  /// The present time, in seconds since 1970, for signed times.
  package var time: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) }

  /// Creates the default settings.
  public init() {
    let within = Callback.service.acknowledgement?.within
    deadline = within.map { $0 * 3 / 4 }
    storeDeadline = deadline
    lease = max(within.map { $0 * 2 } ?? .zero, .seconds(10))
  }
}
