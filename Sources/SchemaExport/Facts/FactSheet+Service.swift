import CallbackSchema
import SchemaSource

extension FactSheet {
  /// Adds the statements about the service and its delivery.
  mutating func addService() {
    section("The service")
    let range = service.range
    add(description: service.doc, of: "The service", nil, range)
    for edition in service.editions {
      let facts = [edition.kind.rawValue, edition.title, edition.date, edition.url]
      add(
        "Source `\(edition.name)`: \(facts.compactMap { $0 }.joined(separator: ", ")).", nil,
        edition.range)
    }
    if service.encoding == .list { add("A body is a list of callbacks.", nil, range) }
    if service.encoding == .form { add("The body is form-encoded.", nil, range) }
    for clause in service.guards {
      add("A callback of this product: \([clause].phrase).", nil, clause.path.range)
    }
    addDelivery(service.delivery)
    for omission in service.omissions {
      add("Not modelled: \(omission.section): \(omission.because)", nil, omission.range)
    }
  }

  private mutating func addDelivery(_ delivery: Delivery) {
    let range = service.range
    for header in delivery.headers { add(header, "Header `\(header.wire)`") }
    for signature in delivery.signatures {
      let place = signature.place.value.text + (signature.part.map { " \($0)" } ?? "")
      let encoding = signature.encoding.map { " in \($0.rawValue)" } ?? ""
      let prefix = signature.prefix.map { ", after the text `\($0)`" } ?? ""
      add(
        "The signature in `\(place)` is \(signature.algorithm.rawValue)\(encoding)\(prefix) over \(signature.subject.phrase).",
        signature.provenance, signature.range)
      if let time = signature.time {
        let limit = signature.tolerance.map { "; it is valid for \($0.phrase)" } ?? ""
        add(
          "The time of the signature is in `\(time.text)`\(limit).", signature.provenance,
          signature.range)
      }
    }
    if let response = delivery.acknowledgement { add(response, at: range) }
    if let retries = delivery.retries { add(retries, at: range) }
    let identity = delivery.identity
    if !identity.members.isEmpty {
      let members = identity.members.map { "`\($0.value.text)`" }.joined(separator: ", ")
      add(
        "All deliveries of one callback have the same values of \(members); other callbacks have others.",
        identity.provenance, identity.members[0].range)
      add(
        description: identity.doc, of: "The deduplication key", identity.provenance,
        identity.members[0].range)
    }
    if let order = delivery.order {
      add("`\(order.value.text)` is the sequence number of a callback.", nil, order.range)
    }
    for probe in delivery.probes {
      add("A body is a health check if \(probe.clauses.phrase).", nil, probe.range)
    }
  }

  private mutating func add(_ response: Acknowledgement, at range: SourceRange) {
    add(
      "A response with the status \(response.status) acknowledges a callback.",
      response.provenance, range)
    if let within = response.within {
      add("The response must arrive within \(within.phrase).", response.provenance, range)
    }
    if let body = response.body {
      add(
        "The response body `\(body)` is \(response.isBodyRequired ? "required" : "recommended").",
        response.provenance, range)
    }
  }

  private mutating func add(_ retries: RetryPolicy, at range: SourceRange) {
    let facts = [
      retries.attempts.map { "A callback is delivered at most \($0) times." },
      retries.first.map { "The first retry follows after \($0.phrase)." },
      retries.interval.map { interval in
        switch interval {
        case .fixed(let period): "Retries follow every \(period.phrase)."
        case .growing: "The time between retries grows."
        }
      },
      retries.duration.map { "Retries end after \($0.phrase)." },
    ]
    for fact in facts.compactMap({ $0 }) { add(fact, retries.provenance, range) }
  }
}

extension Period {
  /// The period with a space before the unit: `10 s`.
  var phrase: String { "\(count) \(unit.rawValue)" }
}

extension Signature.Subject {
  fileprivate var phrase: String {
    switch self {
    case .body: "the body as received"
    case .sorted(let parts):
      "the sorted and concatenated values of "
        + parts.map { $0 == .secret ? "the secret" : "`\($0.text)`" }.joined(separator: ", ")
    case .template(let text, _): "`\(text.value)`"
    case .claim(let name, let encoding):
      "its claims, of which `\(name)` is the SHA-256 of the body in \(encoding.rawValue)"
    case .urlAndForm: "the URL of the request and the form fields, sorted by name"
    }
  }
}
