public import CallbackRuntime
public import HTTPTypes

/// The HTTP response to a delivery.
public struct CallbackResponse: Hashable, Sendable {
  /// The status.
  public var status: HTTPResponse.Status
  /// The headers.
  public var headers: HTTPFields
  /// The body; empty if the vendor documents none.
  public var body: [UInt8]

  /// Creates a response.
  public init(status: HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The response that the vendor accepts as a receipt; status 200 where none is documented.
  public static func acknowledging(_ service: CallbackService) -> CallbackResponse {
    let documented = service.acknowledgement
    let body = Array((documented?.body ?? "").utf8)
    var headers: HTTPFields = [:]
    if let first = body.first {
      let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
      headers[.contentType] = isJSON ? "application/json" : "text/plain; charset=utf-8"
    }
    return CallbackResponse(
      status: .init(code: documented?.status ?? 200), headers: headers, body: body)
  }

  /// The response after which the vendor delivers again: status 503.
  public static let retry = CallbackResponse(status: .serviceUnavailable)

  /// The response to a request whose signature is not accepted: status 401 without a reason, whatever the reason is.
  public static let rejection = CallbackResponse(status: .unauthorized)
}
