public import CallbackRuntime

/// A decoded callback with what a receiver needs to know about it.
public struct ReceivedCallback<Callback: ServiceCallback>: Sendable {
  /// The callback.
  public var callback: Callback
  /// What it contains: an event of the service, or something else that arrives at its URL.
  public var content: DeliveryContent
  /// The key under which it is claimed: the name of the service, and its deduplication key or a digest.
  public var key: String
  /// The differences between the body and the documentation.
  public var findings: [Finding]
}

extension ReceivedCallback: Equatable where Callback: Equatable {}
extension ReceivedCallback: Hashable where Callback: Hashable {}
