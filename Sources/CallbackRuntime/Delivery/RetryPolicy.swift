/// A vendor's retry policy: how often an unacknowledged callback is sent again.
public struct RetryPolicy: Hashable, Sendable {
  /// The time between two deliveries.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Interval: Hashable, Sendable {
    /// The same time between any two deliveries.
    case fixed(Duration)
    /// A time that increases from delivery to delivery; the vendor does not document by how much.
    case growing
  }

  /// The maximum number of deliveries, the first one included; nil if it is not documented.
  public var attempts: Int?
  /// The time between the first delivery and the second; nil if it is `interval`, or is not documented.
  public var first: Duration?
  /// The time between two deliveries; nil if it is not documented.
  public var interval: Interval?
  /// The time from the first delivery to the last; nil if it is not documented.
  public var duration: Duration?

  /// Creates a policy.
  public init(
    attempts: Int? = nil, first: Duration? = nil, interval: Interval? = nil,
    duration: Duration? = nil
  ) {
    self.attempts = attempts
    self.first = first
    self.interval = interval
    self.duration = duration
  }
}
