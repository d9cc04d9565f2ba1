import CallbackRuntime
import CallbackSchema

/// Which responses a vendor accepts as a receipt, as a schema documents it.
struct Acceptance: Sendable {
  /// The documented status; nil if any of success counts.
  var status: Int?
  /// The body that the vendor demands.
  var body: String?

  init(_ acknowledgement: CallbackSchema.Acknowledgement?) {
    status = acknowledgement?.status
    body = acknowledgement.flatMap { $0.isBodyRequired ? $0.body : nil }
  }

  /// The reason why a response is refused; nil if it is accepted.
  func refusal(of response: HTTPClient.Response) -> String? {
    if let status, response.status != status {
      return "status \(response.status), where the vendor expects \(status)"
    }
    if status == nil, !(200..<300).contains(response.status) { return "status \(response.status)" }
    guard let body, !isEqual(response.body, body) else { return nil }
    let text = String(decoding: response.body.prefix(80), as: UTF8.self)
    return "the body \(RawJSON(string: text)), where the vendor expects \(RawJSON(string: body))"
  }

  private func isEqual(_ bytes: [UInt8], _ text: String) -> Bool {
    if bytes == Array(text.utf8) { return true }
    guard let one = try? RawJSON(bytes: bytes), let other = try? RawJSON(text) else { return false }
    return one == other
  }
}
