/// The HTTP response with which a receiver acknowledges a callback.
public struct Acknowledgement: Hashable, Sendable {
  /// The HTTP status code.
  public var status: Int
  /// The time within which the vendor expects the response; nil if it is not documented.
  public var within: Duration?
  /// The response body; nil if the vendor requires none.
  public var body: String?

  /// Creates a response.
  public init(status: Int, within: Duration? = nil, body: String? = nil) {
    self.status = status
    self.within = within
    self.body = body
  }
}
