/// The HTTP response with which a receiver acknowledges a callback.
public struct Acknowledgement: Hashable, Sendable {
  /// The HTTP status code.
  public var status: Int
  /// The time within which the vendor expects the response; nil if it is not documented.
  public var within: Duration?
  /// The response body that the vendor documents; nil if it documents none.
  public var body: String?
  /// Whether the vendor demands the body; false if the vendor recommends it and accepts any other.
  public var isBodyRequired: Bool

  /// Creates a response.
  public init(
    status: Int, within: Duration? = nil, body: String? = nil, isBodyRequired: Bool = true
  ) {
    self.status = status
    self.within = within
    self.body = body
    self.isBodyRequired = isBodyRequired
  }
}
