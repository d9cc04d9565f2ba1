/// How often a service sends a callback again that was not answered.
public struct RetryPolicy: Hashable, Sendable {
  /// How many deliveries there are at most.
  public var attempts: Int?
  /// The time between two.
  public var interval: Duration?
  /// The time within which the last one comes.
  public var duration: Duration?

  /// A way to send again.
  public init(attempts: Int? = nil, interval: Duration? = nil, duration: Duration? = nil) {
    self.attempts = attempts
    self.interval = interval
    self.duration = duration
  }
}
