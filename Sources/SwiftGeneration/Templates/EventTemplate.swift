import CallbackSchema

extension SwiftText {
  /// The enum of all events.
  mutating func events(_ plan: Plan) {
    let callback = plan.callback
    let id = callback.idType.swiftName
    line()
    block("extension \(plan.namespace.declared)") { text in
      text.documentation("The events of \(plan.service.title).")
      text.nonexhaustive()
      text.block("public enum Event: Hashable, Sendable") { text in
        for event in callback.events {
          text.documentation(event.doc)
          text.line("case \(event.caseName.declared)(\(event.type.path[0].declared))")
        }
        text.documentation(
          "An event that no edition documents, or another product's callback, as it came.")
        text.line("case unrecognized(UnrecognizedEvent<\(id)>)")
        text.documentation("A documented event in a shape that no edition documents, as it came.")
        text.line("indirect case malformed(MalformedEvent<\(id)>)")
        text.line()
        text.documentation(
          "What tells the event. Wire name: `\(callback.discriminator.joined(separator: "."))`.")
        text.block("public var id: \(id)") { text in
          text.line("switch self {")
          for event in callback.events {
            text.line("case .\(event.caseName.declared): \(Literal.swift(event.event.id.value))")
          }
          text.line("case .unrecognized(let event): event.id")
          text.line("case .malformed(let event): event.id")
          text.line("}")
        }
        text.eventOutcome(callback)
      }
    }
  }

  private mutating func eventOutcome(_ callback: CallbackPlan) {
    let telling = callback.events.filter { !$0.type.outcomes.isEmpty }
    guard !telling.isEmpty || !callback.outcomes.isEmpty else { return }
    line()
    documentation(
      "Success or failure, as far as the codes tell: the name of an event does not, it may carry either."
    )
    guard !telling.isEmpty else {
      return line("public var outcome: CallbackOutcome? { nil }")
    }
    block("public var outcome: CallbackOutcome?") { text in
      text.line("switch self {")
      for event in telling {
        text.line("case .\(event.caseName.declared)(let event): event.outcome")
      }
      text.line("default: nil")
      text.line("}")
    }
  }

  /// How an event is read in its payload, written into it, and validated.
  mutating func eventCoding(_ plan: Plan) {
    let callback = plan.callback
    let namespace = plan.namespace.declared
    let payload = Literal.string(callback.payload.joined(separator: "."))
    line()
    block("extension \(namespace).Event") { text in
      text.block("init(_ id: \(callback.idType.swiftName), reading reader: inout _JSONReader)") {
        text in
        text.line("let start = reader.mark()")
        text.line("switch id {")
        for event in callback.events {
          text.branch(
            "case \(Literal.swift(event.event.id.value))",
            "self = .\(event.caseName.declared)(.init(\(callback.eventArguments)))")
        }
        text.branch(
          "default", "self = .unrecognized(UnrecognizedEvent(id: id, details: \(callback.rawCall)))"
        )
        text.line("}")
        text.block("if let error = reader.recover(from: start)") { text in
          text.call(
            "self = .malformed",
            ["MalformedEvent(id: id, error: error, details: \(callback.rawCall))"])
        }
      }
      text.line()
      text.block("func write(_ name: StaticString, to writer: inout _JSONWriter)") { text in
        text.line("switch self {")
        for event in callback.events {
          text.line(
            "case .\(event.caseName.declared)(let event): writer.\(callback.writing)(name, event)")
        }
        text.line("case .unrecognized(let event): writer.\(callback.writing)(name, event.details)")
        text.line("case .malformed(let event): writer.\(callback.writing)(name, event.details)")
        text.line("}")
      }
      text.line()
      text.block("func _validate(in validator: inout _ValidationContext)") { text in
        text.line("switch self {")
        for event in callback.events {
          text.line("case .\(event.caseName.declared)(let event): validator.check(\(payload), event)")
        }
        text.line("case .unrecognized: break")
        text.line("case .malformed(let event): validator.malformed(event, \(payload))")
        text.line("}")
      }
    }
  }
}

extension CallbackPlan {
  /// How an event's type reads itself in the payload.
  fileprivate var eventArguments: String {
    guard let embedding else { return "_reading: &reader" }
    let forms = embedding.map { ".\($0.swiftName)" }
    switch forms.count {
    case 0: return "embedded: &reader"
    case 1: return "embedded: &reader, accepting: \(forms[0])"
    default: return "embedded: &reader, accepting: [\(forms.joined(separator: ", "))]"
    }
  }

  fileprivate var rawCall: String {
    embedding == nil ? "reader.raw()" : "reader.rawEmbedded()"
  }

  fileprivate var writing: String { embedding == nil ? "write" : "writeEmbedded" }
}
