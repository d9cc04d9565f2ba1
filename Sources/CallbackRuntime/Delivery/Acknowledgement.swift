/// The HTTP response that a vendor accepts as a receipt.
public struct Acknowledgement: Hashable, Sendable {
  /// The HTTP status code.
  public var status: Int
  /// The time within which the vendor expects the response.
  public var within: Duration?
  /// The response body, where the vendor asks for one.
  public var body: String?

  /// Creates a response.
  public init(status: Int, within: Duration? = nil, body: String? = nil) {
    self.status = status
    self.within = within
    self.body = body
  }
}
