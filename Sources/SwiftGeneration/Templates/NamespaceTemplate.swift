import CallbackSchema

extension SwiftText {
  /// Prints the namespace with the editions and the facts of delivery.
  mutating func namespace(_ plan: Plan) {
    let service = plan.service
    line()
    // Inside a function, because the compiler would report a mismatch in a declaration twice.
    line("/// The version of CallbackRuntime that this file was generated for.")
    line("private func requiredRuntime() { _ = CallbackRuntime._CallbackRuntimeVersion.V1.self }")
    line()
    var doc = Documentation(summary: service.title.asSentence)
    if let text = service.doc { doc.paragraphs += Documentation.paragraphs(text) }
    doc.bullets = service.editions.map { edition in
      "`\(edition.name)`: "
        + [edition.title ?? edition.kind.rawValue, edition.date].compactMap { $0 }.joined(
          separator: ", ")
    }
    documentation(doc)
    block("public enum \(plan.namespace.declared)") { text in
      text.documentation("The editions of the documentation that the schema covers.")
      text.call(
        "public static let editions = CallbackRuntime.Editions",
        [Literal.string(plan.editions.joined(separator: " "))])
      text.headers(plan)
      text.delivery(service)
    }
  }

  private mutating func headers(_ plan: Plan) {
    guard !plan.headers.isEmpty else { return }
    nextMember("Names of the HTTP headers that the vendor sends.")
    block("public enum Header") { text in
      for header in plan.headers {
        text.documentation(header.doc)
        text.statement(
          .assignment(
            "public static let \(header.name.declared): Swift.String",
            Literal.string(header.wire)))
      }
    }
  }

  private mutating func delivery(_ service: Service) {
    let delivery = service.delivery
    if !delivery.signatures.isEmpty {
      var doc = Documentation(
        summary:
          "The vendor's signature schemes; a valid signature of any one authenticates the sender.")
      doc.bullets = delivery.signatures.compactMap { signature in
        Documentation.sources(signature.provenance, service).map {
          "`\(signature.place.value.text)`: \($0)"
        }
      }
      nextMember(doc)
      line("public static let signatures: [CallbackRuntime.SignatureScheme] = [")
      indented { text in
        // `swift format` requires a comma after the last of several elements, and none after a single one.
        let schemes = service.signatureSchemes
        let comma = schemes.count > 1 ? "," : ""
        for scheme in schemes {
          text.call("CallbackRuntime.SignatureScheme", scheme.arguments, comma)
        }
      }
      line("]")
    }
    if let acknowledgement = delivery.acknowledgement {
      nextMember(
        Documentation(
          "The HTTP response that the vendor accepts as a receipt.",
          about: acknowledgement.provenance, service))
      let parts =
        ["status: \(acknowledgement.status)"]
        + [
          acknowledgement.within.map { "within: \($0.swift)" },
          acknowledgement.body.map { "body: \(Literal.string($0))" },
          acknowledgement.isBodyRequired ? nil : "isBodyRequired: false",
        ].compactMap { $0 }
      call("public static let acknowledgement = CallbackRuntime.Acknowledgement", parts)
    }
    if let retries = delivery.retries {
      nextMember(
        Documentation(
          "The vendor's retry policy: how often an unacknowledged callback is sent again.",
          about: retries.provenance, service))
      let parts = [
        retries.attempts.map { "attempts: \($0)" },
        retries.first.map { "first: \($0.swift)" },
        retries.interval.map { "interval: \($0.swift)" },
        retries.duration.map { "duration: \($0.swift)" },
      ].compactMap { $0 }
      call("public static let retries = CallbackRuntime.RetryPolicy", parts)
    }
  }
}

extension RetryPolicy.Interval {
  fileprivate var swift: String {
    switch self {
    case .fixed(let period): ".fixed(\(period.swift))"
    case .growing: ".growing"
    }
  }
}

extension Period {
  fileprivate var swift: String {
    switch unit {
    case .milliseconds: ".milliseconds(\(count))"
    case .seconds: ".seconds(\(count))"
    case .minutes: ".seconds(\(count * 60))"
    case .hours: ".seconds(\(count * 3600))"
    }
  }
}
