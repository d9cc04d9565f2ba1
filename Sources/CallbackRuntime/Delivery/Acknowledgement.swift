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
