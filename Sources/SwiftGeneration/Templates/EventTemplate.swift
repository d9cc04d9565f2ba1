@_spi(Generated) import CallbackRuntime
import CallbackSchema

extension SwiftText {
  /// Prints the enumeration of all events.
  mutating func events(_ plan: Plan) {
    let callback = plan.callback
    let id = callback.idType.swiftName
    line()
    block("extension \(plan.namespace.declared)") { text in
      text.documentation("The events of \(plan.service.title).")
      text.nonexhaustive()
      text.block("public enum Event: Swift.Hashable, Swift.Sendable") { text in
        for event in callback.events {
          text.documentation(event.doc)
          text.call("case \(event.caseName.declared)", [event.type.path[0].declared])
        }
        text.documentation("An undocumented event with the raw JSON of the whole body.")
        text.line("case unrecognized(CallbackRuntime.UnrecognizedEvent<\(id)>)")
        if callback.hasOtherProducts {
          text.documentation("A callback of another product at the same URL, with its raw JSON.")
          text.line("case otherProduct(CallbackRuntime.OtherProductCallback<\(id)>)")
        }
        let payload =
          callback.places[0].location.path.isEmpty && callback.keys == nil ? "body" : "payload"
        text.documentation(
          "A documented event whose \(payload) failed to decode, with the raw JSON of its \(payload)."
        )
        text.line("indirect case malformed(CallbackRuntime.MalformedEvent<\(id)>)")
        text.nextMember(callback.idDoc)
        text.block("public var id: \(id)") { text in
          text.line("switch self {")
          for event in callback.events {
            text.branch(
              "case .\(event.caseName.declared)", .text(Literal.swift(event.event.id.value)))
          }
          text.line("case .unrecognized(let event): event.id")
          if callback.hasOtherProducts {
            text.line("case .otherProduct(let callback): callback.id")
          }
          text.line("case .malformed(let event): event.id")
          text.line("}")
        }
        text.eventOutcome(callback)
        text.eventProtocols(callback)
      }
    }
  }

  private mutating func eventOutcome(_ callback: CallbackPlan) {
    let eventsWithOutcome = callback.events.filter { $0.outcome != nil }
    guard !eventsWithOutcome.isEmpty || !callback.outcomes.isEmpty else { return }
    nextMember(
      "Success or failure, as the event or one of its codes reports; nil if they report neither.")
    guard !eventsWithOutcome.isEmpty else {
      return line("public var outcome: CallbackRuntime.CallbackOutcome? { nil }")
    }
    block("public var outcome: CallbackRuntime.CallbackOutcome?") { text in
      text.line("switch self {")
      for event in eventsWithOutcome {
        let isDeclared = event.outcome != "event.outcome"
        text.branch(
          "case .\(event.caseName.declared)\(isDeclared ? "" : "(let event)")",
          .text(event.outcome ?? "nil"))
      }
      text.line("default: nil")
      text.line("}")
    }
  }

  /// Prints how an event is decoded from its payload, encoded into it, and validated.
  mutating func eventCoding(_ plan: Plan) {
    let callback = plan.callback
    let namespace = plan.namespace.declared
    line()
    block("extension \(namespace).Event") { text in
      let ids = callback.events.map(\.event.id.value.text)
      let hasTable = callback.idType == .string && ids.count > 4 && FieldNames.canList(ids)
      if hasTable {
        text.names("_ids", ids.joined(separator: " "))
        text.line()
      }
      // A function that assigns: an initializer of so large a type copies it twice.
      text.outlined(
        "mutating func read(_ id: \(callback.idType.swiftName), from reader: inout CallbackRuntime._JSONReader)"
      ) { text in
        text.line("let start = reader.mark()")
        // The events by their numbers: a switch over strings compares each of them.
        text.line(hasTable ? "switch Self._ids.index(of: id) {" : "switch id {")
        for (index, event) in callback.events.enumerated() {
          text.branch(
            "case \(hasTable ? "\(index)" : Literal.swift(event.event.id.value))",
            .call(
              "self = .\(event.caseName.declared)", [".init(\(callback.arguments(of: event)))"]))
        }
        text.line("default:")
        text.indented { text in
          text.call(
            "self = .unrecognized",
            ["CallbackRuntime.UnrecognizedEvent(id: id, details: \(callback.rawCall))"])
        }
        text.line("}")
        text.block("if let error = reader.recover(from: start)") { text in
          text.call(
            "self = .malformed",
            ["CallbackRuntime.MalformedEvent(id: id, error: error, details: \(callback.rawCall))"])
        }
      }
      text.line()
      if callback.keys != nil {
        text.keyWriter(callback)
      } else if callback.hasPlaces {
        text.placedEvents(plan)
      } else {
        text.payloadWriter(callback)
        if callback.embedding == nil, callback.events.allSatisfy(\.hasPayload) {
          text.line()
          text.fieldsWriter(callback)
        }
      }
      text.line()
      text.eventValidator(callback)
    }
  }

  private mutating func eventValidator(_ callback: CallbackPlan) {
    block("func _validate(in context: inout CallbackRuntime._ValidationContext)") { text in
      let place = callback.singlePlace.map(Literal.string)
      if let place { text.line("context.enter(\(place))") }
      text.line("switch self {")
      for event in callback.events {
        text.branch(
          "case .\(event.caseName.declared)(let event)",
          place == nil
            ? .call("context.check", [Literal.string(event.location.text), "event"])
            : .call("event._validate", ["in: &context"]))
      }
      let raw = [".unrecognized"] + (callback.hasOtherProducts ? [".otherProduct"] : [])
      text.line("case \(raw.joined(separator: ", ")): break")
      if place == nil {
        text.malformed(callback)
      } else {
        text.line("case .malformed(let event): context.malformed(event)")
      }
      text.line("}")
      if place != nil { text.line("context.leave()") }
    }
  }

  private mutating func payloadWriter(_ callback: CallbackPlan) {
    guard callback.events.allSatisfy(\.hasPayload) else { return payloadOfSome(callback) }
    block("func write(_ name: Swift.StaticString, to writer: inout CallbackRuntime._JSONWriter)") {
      text in
      let isEmbedded = callback.embedding != nil
      text.line("switch self {")
      if isEmbedded {
        for event in callback.events {
          text.branch(
            "case .\(event.caseName.declared)(let event)",
            .call("writer.\(callback.writing)", ["name", "event"]))
        }
      }
      text.line("case .unrecognized(let event): writer.\(callback.writing)(name, event.details)")
      text.line("case .malformed(let event): writer.\(callback.writing)(name, event.details)")
      // The whole body of another product is written before the envelope is.
      if callback.hasOtherProducts { text.line("case .otherProduct: break") }
      if !isEmbedded {
        text.line("default:")
        text.indented { text in
          text.line("writer.member(name)")
          text.line("_write(to: &writer)")
        }
      }
      text.line("}")
    }
  }

  /// Prints how the fields of a documented event are written, for `payloadWriter`.
  private mutating func fieldsWriter(_ callback: CallbackPlan) {
    block("func _write(to writer: inout CallbackRuntime._JSONWriter)") { text in
      text.line("switch self {")
      for event in callback.events {
        text.branch(
          "case .\(event.caseName.declared)(let event)", .call("event._write", ["to: &writer"]))
      }
      let others =
        [".unrecognized", ".malformed"] + (callback.hasOtherProducts ? [".otherProduct"] : [])
      text.line("case \(others.joined(separator: ", ")): break")
      text.line("}")
    }
  }

  /// Prints how an event is written under its key.
  private mutating func keyWriter(_ callback: CallbackPlan) {
    block("func write(to writer: inout CallbackRuntime._JSONWriter)") { text in
      text.line("switch self {")
      for event in callback.events {
        let key = Literal.string(event.event.id.value.text)
        text.branch(
          "case .\(event.caseName.declared)(let event)", .call("writer.write", [key, "event"]))
      }
      text.line("case .unrecognized(let event): writer.write(key: event.id, event.details)")
      text.line("case .malformed(let event): writer.write(key: event.id, event.details)")
      if callback.hasOtherProducts { text.line("case .otherProduct: break") }
      text.line("}")
    }
  }

  /// Prints the case of a malformed event, whose finding is at the place of its fields.
  private mutating func malformed(_ callback: CallbackPlan) {
    if callback.keys != nil {
      return branch(
        "case .malformed(let event)",
        .call("context.malformed", ["event", callback.findingPlace]))
    }
    let texts = callback.places.map { Literal.string($0.location.text) }
    guard callback.hasPlaces, Set(texts).count > 1 else {
      return branch(
        "case .malformed(let event)", .call("context.malformed", ["event", texts[0]]))
    }
    line("case .malformed(let event):")
    indented { text in
      text.line("switch _place {")
      for (place, name) in texts.enumerated() where name != texts[0] {
        text.branch("case \(place)", .call("context.malformed", ["event", name]))
      }
      text.branch("default", .call("context.malformed", ["event", texts[0]]))
      text.line("}")
    }
  }
}

extension CallbackPlan {
  /// The description of an event's ID.
  fileprivate var idDoc: String {
    if listedIDs != nil {
      return "The event's ID: the values of `\(discriminators)` that identify it, joined by dots."
    }
    if let keys {
      let path = keys.location.path
      return
        "The event's ID: the name of its member of \(path.isEmpty ? "the body" : "`\(path.joined(separator: "."))`")."
    }
    if parts != nil { return "The event discriminator: the HTTP `\(discriminator)`." }
    return "The event discriminator. Wire name: `\(discriminator)`."
  }

  /// The path of the fields of all events; nil if it depends on the event.
  fileprivate var singlePlace: String? {
    guard keys == nil else { return nil }
    let all = Set(places.map(\.location.text) + events.map(\.location.text))
    return all.count == 1 ? all.first : nil
  }

  /// Whether callbacks of other products arrive at the same URL.
  var hasOtherProducts: Bool { !guards.isEmpty }

  /// The arguments with which an event's type is decoded from its place.
  fileprivate func arguments(of event: EventPlan) -> String {
    guard let embedding, !event.location.hasEnvelopeFields else { return "_reading: &reader" }
    return (["embedded: &reader"] + embedding.accepting).joined(separator: ", ")
  }

  fileprivate var rawCall: String {
    embedding == nil ? "reader.raw()" : "reader.rawEmbedded()"
  }

  var writing: String { embedding == nil ? "write" : "writeEmbedded" }
}
