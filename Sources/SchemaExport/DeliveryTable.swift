public import CallbackSchema

/// A Markdown table of how vendors deliver callbacks: signatures, deadlines, retries, deduplication keys and sequence numbers.
public struct DeliveryTable: CustomStringConvertible {
  private var rows: [[String]] = []

  public init(of services: [Service]) {
    for service in services {
      let delivery = service.delivery
      let signatures = delivery.signatures.map {
        "`\($0.place.value.text)`: \($0.algorithm.rawValue)"
      }
      let key = delivery.identity.members.map { "`\($0.value.text)`" }
      rows.append([
        service.title, signatures.isEmpty ? "none" : signatures.joined(separator: ", "),
        delivery.acknowledgement?.phrase ?? "not documented",
        delivery.acknowledgement?.within?.phrase ?? "not documented",
        delivery.retries?.phrase ?? "not documented",
        key.isEmpty ? "not documented" : key.joined(separator: ", "),
        delivery.order.map { "`\($0.value.text)`" } ?? "not documented",
      ])
    }
  }

  public var description: String {
    let head = [
      "service", "signature", "response", "deadline", "deliveries", "deduplication key",
      "sequence number",
    ]
    let lines = [head, head.map { _ in "---" }] + rows
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}

extension Acknowledgement {
  /// The response in words: `200` and the body.
  fileprivate var phrase: String {
    let content = body.map { isBodyRequired ? " with `\($0)`" : ", recommended body `\($0)`" }
    return "\(status)\(content ?? "")"
  }
}

extension RetryPolicy {
  /// The deliveries in words, as far as they are documented.
  fileprivate var phrase: String {
    let parts = [
      attempts.map { "at most \($0)" },
      first.map { $0.count == 0 ? "the second at once" : "the second after \($0.phrase)" },
      interval.map { interval in
        switch interval {
        case .fixed(let period): "then every \(period.phrase)"
        case .growing: "then at growing intervals"
        }
      },
      duration.map { "for \($0.phrase)" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
