import CallbackSchema

extension SwiftText {
  /// Prints the conformance that gives a receiver the facts of the service and of each callback.
  ///
  /// A body that is a list has no single deduplication key, so that its callbacks do not conform.
  mutating func service(_ plan: Plan) {
    let service = plan.service
    guard service.encoding != .list else { return }
    let namespace = plan.namespace.declared
    let delivery = service.delivery
    line()
    block("extension \(namespace).Callback: CallbackRuntime.ServiceCallback") { text in
      text.documentation(
        "The service: its name, and the facts of delivery that its schema documents.")
      text.call(
        "public static let service = CallbackRuntime.CallbackService",
        ["name: \(Literal.string(service.name))"]
          + [
            delivery.signatures.isEmpty ? nil : "signatures: \(namespace).signatures",
            delivery.acknowledgement.map { _ in "acknowledgement: \(namespace).acknowledgement" },
            delivery.retries.map { _ in "retries: \(namespace).retries" },
          ].compactMap { $0 })
      if service.encoding == .form { text.formReport() }
      text.deliveryKey(plan.callback)
      text.deliverySequence(plan.callback)
      text.deliveryContent(plan.callback)
    }
  }

  private mutating func formReport() {
    nextMember("Decodes a form-encoded body and compares it with the documentation.")
    call(
      "public static func report",
      ["body: [Swift.UInt8]", "headers: (Swift.String) -> Swift.String?"],
      " throws(CallbackRuntime.CallbackDecodingError) -> CallbackRuntime.ValidationReport<Self> {")
    indented { $0.line("try validate(form: body)") }
    line("}")
  }

  private mutating func deliveryKey(_ callback: CallbackPlan) {
    guard !callback.identity.isEmpty else { return }
    nextMember("The deduplication key as a JSON array; nil if one of its members is absent.")
    block("public var deliveryKey: Swift.String?") { text in
      text.line("guard let key = deduplicationKey else { return nil }")
      text.call(
        "return Self._deliveryKey", callback.identity.map { "key.\($0.name.declared)" })
    }
  }

  private mutating func deliverySequence(_ callback: CallbackPlan) {
    guard let order = callback.order else { return }
    nextMember("The number that counts the deliveries; nil if it is absent or no integer.")
    block("public var deliverySequence: Swift.Int?") { text in
      switch order {
      case .member(let path): text.line("Self._deliverySequence(\(path.access))")
      case .inPayload(let members):
        text.line("switch event {")
        for (event, member) in members {
          text.branch(
            "case .\(event.declared)(let event)",
            .text("Self._deliverySequence(event.\(member.declared))"))
        }
        text.line("default: nil")
        text.line("}")
      }
    }
  }

  private mutating func deliveryContent(_ callback: CallbackPlan) {
    nextMember("What the callback contains: an event of the service, or something else.")
    block("public var deliveryContent: CallbackRuntime.DeliveryContent") { text in
      if !callback.probes.isEmpty { text.line("if isHealthCheck { return .healthCheck }") }
      text.line("\(callback.probes.isEmpty ? "" : "return ")switch event {")
      text.line("case .unrecognized: .unrecognized")
      if callback.hasOtherProducts { text.line("case .otherProduct: .otherProduct") }
      text.line("case .malformed(let event): .malformed(event.error)")
      text.line("default: .event")
      text.line("}")
    }
  }
}
