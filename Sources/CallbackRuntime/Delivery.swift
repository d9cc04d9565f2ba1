/// What a service wants to be answered.
public struct Acknowledgement: Hashable, Sendable {
  /// The HTTP status.
  public var status: Int
  /// How long the service waits for it.
  public var within: Duration?
  /// The body, where one is asked for.
  public var body: String?

  /// An answer.
  public init(status: Int, within: Duration? = nil, body: String? = nil) {
    self.status = status
    self.within = within
    self.body = body
  }
}

/// How often a service sends a callback again that was not answered.
public struct Retries: Hashable, Sendable {
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
