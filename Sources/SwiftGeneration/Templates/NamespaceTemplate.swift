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
        let comma = delivery.signatures.count > 1 ? "," : ""
        for signature in delivery.signatures {
          text.call("CallbackRuntime.SignatureScheme", signature.arguments(in: service), comma)
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

extension Signature {
  fileprivate func arguments(in service: Service) -> [String] {
    let subject =
      switch subject {
      case .body: ".body"
      case .sorted(let parts):
        ".sorted([\n\(parts.map { "  \($0.swift(in: service)),\n" }.joined())])"
      case .template(_, let parts):
        ".joined([\n\(parts.map { "  \($0.swift(in: service)),\n" }.joined())])"
      case .claim(let name, let encoding): ".claim(\(Literal.string(name)), encoding: .\(encoding))"
      case .urlAndForm: ".urlAndForm"
      }
    let place =
      switch (place.value, part) {
      case (.header(let name), let part?):
        ".headerPart(\(Literal.string(name)), name: \(Literal.string(part)))"
      default: place.value.swift(in: service)
      }
    return [
      "place: \(place)", prefix.map { "prefix: \(Literal.string($0))" },
      "algorithm: .\(algorithm)", "encoding: .\(encoding.map { "\($0)" } ?? "base64URL")",
      "over: \(subject)", time.map { "time: \($0.swift(in: service))" },
      tolerance.map { "tolerance: \($0.swift)" },
    ].compactMap { $0 }
  }
}

extension Signature.Part {
  fileprivate func swift(in service: Service) -> String {
    switch self {
    case .secret: ".secret"
    case .place(let place): place.value.swift(in: service)
    case .headerPart(let place, let part):
      if case .header(let name) = place.value {
        ".headerPart(\(Literal.string(name)), name: \(Literal.string(part)))"
      } else {
        place.value.swift(in: service)
      }
    case .text(let text): ".text(\(Literal.string(text)))"
    case .body: ".body"
    case .url: ".url"
    }
  }
}

extension Service {
  /// The path of a member, each name with its other spellings after vertical lines.
  fileprivate func spellings(of path: [String]) -> String {
    path.indices.map { end in
      let others = envelopeField(at: Array(path[...end]))?.otherSpellings ?? []
      return ([path[end]] + others).joined(separator: "|")
    }.joined(separator: ".")
  }
}

extension Place {
  fileprivate func swift(in service: Service) -> String {
    switch self {
    case .header(let name): ".header(\(Literal.string(name)))"
    case .member(let path): ".member(\(Literal.string(service.spellings(of: path))))"
    // A key is no place of a signature.
    case .body, .key: ".body"
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
