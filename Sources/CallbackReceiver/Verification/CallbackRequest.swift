public import HTTPTypes

/// An HTTP request as a vendor sent it.
public struct CallbackRequest: Hashable, Sendable {
  /// The headers.
  public var headers: HTTPFields
  /// The bytes of the body as received, before any parsing.
  public var body: [UInt8]
  /// The URL to which the vendor posted, with its query, for a vendor that signs it; behind a proxy, the public one.
  public var url: String?

  /// Creates a request.
  public init(headers: HTTPFields, body: [UInt8], url: String? = nil) {
    self.headers = headers
    self.body = body
    self.url = url
  }
}
