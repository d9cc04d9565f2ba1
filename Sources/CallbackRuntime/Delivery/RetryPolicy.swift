/// A vendor's retry policy: how often an unacknowledged callback is sent again.
public struct RetryPolicy: Hashable, Sendable {
  /// The maximum number of deliveries, the first one included; nil if it is not documented.
  public var attempts: Int?
  /// The time between two deliveries; nil if it is not documented.
  public var interval: Duration?
  /// The time from the first delivery to the last; nil if it is not documented.
  public var duration: Duration?

  /// Creates a policy.
  public init(attempts: Int? = nil, interval: Duration? = nil, duration: Duration? = nil) {
    self.attempts = attempts
    self.interval = interval
    self.duration = duration
  }
}
