import CallbackSchema

extension SwiftText {
  /// Prints how the callback and the groups of its envelope are decoded, encoded and validated.
  mutating func callbackCoding(_ plan: Plan) {
    groupCoding(plan.callback.root, plan)
    for group in plan.callback.root.groups { groupCoding(group, plan) }
  }

  private mutating func groupCoding(_ group: GroupPlan, _ plan: Plan) {
    line()
    block("extension \(TypeReference.qualified(group.path, plan.namespace))") { text in
      text.fieldNames(group.members.map(\.field))
      text.line()
      if group.isRoot { text.rootReader(group, plan) } else { text.groupReader(group, plan) }
      text.line()
      text.groupWriter(group, plan)
      text.line()
      text.groupValidator(group, plan)
    }
  }

  private mutating func rootReader(_ group: GroupPlan, _ plan: Plan) {
    let callback = plan.callback
    let namespace = plan.namespace.declared
    block("public init(_reading reader: inout CallbackRuntime._JSONReader)") { text in
      for case .group(let name, _, let inner, _) in group.members {
        text.line("\(name.property) = \(TypeReference.qualified(inner.path, plan.namespace))()")
      }
      text.call(
        "event = .unrecognized",
        ["CallbackRuntime.UnrecognizedEvent(id: \(callback.idPlaceholder), details: .null)"])
      text.line("var id: \(callback.idType.swiftName)?")
      text.line("var position = CallbackRuntime.EventPosition.absent")
      if !callback.guards.isEmpty { text.line("let body = reader.mark()") }
      text.members(group, plan)
      text.line(
        "guard let id = reader.discriminator(id, \(Literal.string(callback.discriminator.joined(separator: ".")))) else { return }"
      )
      let payload = Literal.string(callback.payload.joined(separator: "."))
      let read =
        "reader.readEvent(at: position, \(payload)) { event = \(namespace).Event(id, reading: &$0) }"
      guard !callback.guards.isEmpty else { return text.line(read) }
      text.ifAny(callback.foreignConditions)
      text.indented { text in
        text.call(
          "event = .otherProduct",
          ["CallbackRuntime.OtherProductCallback(id: id, body: reader.raw(at: body))"])
      }
      text.line("} else {")
      text.indented { $0.line(read) }
      text.line("}")
    }
  }

  private mutating func groupReader(_ group: GroupPlan, _ plan: Plan) {
    let callback = plan.callback
    let id = "\(callback.idType.swiftName)?"
    var parameters = ["from reader: inout CallbackRuntime._JSONReader"]
    if group.holdsDiscriminator {
      parameters.append("_ id: inout \(id)")
    } else if group.holdsPayload {
      parameters.append("known id: \(id)")
    }
    if group.holdsPayload { parameters.append("_ event: inout \(plan.namespace.declared).Event") }
    let tail = group.holdsPayload ? " -> CallbackRuntime.EventPosition {" : " {"
    call("mutating func read", parameters, tail)
    indented { text in
      if group.holdsPayload { text.line("var position = CallbackRuntime.EventPosition.absent") }
      text.members(group, plan)
      if group.holdsPayload { text.line("return position") }
    }
    line("}")
  }

  /// Prints the loop over the members of an envelope's object.
  private mutating func members(_ group: GroupPlan, _ plan: Plan) {
    line("let fields = Self.fields")
    line("var scope = CallbackRuntime.ObjectScope(envelope: true)")
    block("while \(nextField)") { text in
      text.line("switch scope.field {")
      for (place, member) in group.members.enumerated() { text.member(place, member, group, plan) }
      text.line("default: break")
      text.line("}")
    }
    let constants = Self.mask(group.members) {
      if case .leaf(let property) = $0 { property.isExpectedConstant } else { false }
    }
    line(
      "reader.close(scope, fields\(constants == 0 ? "" : ", constants: \(Literal.mask(constants))"))"
    )
  }

  private mutating func member(
    _ place: Int, _ member: GroupMember, _ group: GroupPlan, _ plan: Plan
  ) {
    switch member {
    case .leaf(let property): line("case \(place): \(property.reading)")
    case .discriminator(let field):
      let forms = field.otherKinds(in: plan.service).map { ".\($0.rawValue)" }
      let more = forms.isEmpty ? "" : ", accepting: [\(forms.joined(separator: ", "))]"
      line("case \(place): reader.readDiscriminator(&id\(more))")
    case .group(let name, _, let inner, _):
      var arguments = ["from: &reader"]
      if inner.holdsDiscriminator {
        arguments.append("&id")
      } else if inner.holdsPayload {
        arguments.append("known: \(group.isRoot ? plan.callback.known(in: plan) : "id")")
      }
      if inner.holdsPayload { arguments.append("&event") }
      let read = "\(name.property).read(\(arguments.joined(separator: ", ")))"
      line("case \(place): \(inner.holdsPayload ? "position = " : "")\(read)")
    case .payload:
      // The payload is decoded in place if the discriminator is known by then, and otherwise after the envelope.
      let known = group.isRoot ? plan.callback.known(in: plan) : "id"
      line("case \(place):")
      indented { text in
        text.line("if let id\(known == "id" ? "" : " = \(known)"), !reader.isAtNull {")
        text.indented {
          $0.line("event = \(plan.namespace.declared).Event(id, reading: &reader)")
          $0.line("position = .read")
        }
        text.line("} else {")
        text.indented { $0.line("position = reader.skipPayload()") }
        text.line("}")
      }
    }
  }

  private mutating func groupWriter(_ group: GroupPlan, _ plan: Plan) {
    let needsEvent = !group.isRoot && (group.holdsPayload || group.holdsDiscriminator)
    let event = needsEvent ? ", _ event: \(plan.namespace.declared).Event" : ""
    block(
      "\(group.isRoot ? "public " : "")func _write(to writer: inout CallbackRuntime._JSONWriter\(event))"
    ) { text in
      if group.isRoot, !plan.callback.guards.isEmpty {
        text.line(
          "if case .otherProduct(let callback) = event { return writer.write(callback.body) }")
      }
      text.line("writer.begin()")
      for member in group.members {
        let wire = Literal.string(member.field.wire)
        switch member {
        case .leaf(let property): text.line(property.writing)
        case .discriminator: text.line("writer.write(\(wire), event.id)")
        case .payload: text.line("event.write(\(wire), to: &writer)")
        case .group(let name, _, let inner, _):
          text.line("writer.member(\(wire))")
          let event = inner.holdsPayload || inner.holdsDiscriminator ? ", event" : ""
          text.line("\(name.property)._write(to: &writer\(event))")
        }
      }
      if text.keepsUnknown { text.line("writer.write(unknownFields)") }
      text.line("writer.end()")
    }
  }

  private mutating func groupValidator(_ group: GroupPlan, _ plan: Plan) {
    block("public func _validate(in context: inout CallbackRuntime._ValidationContext)") { text in
      if group.isRoot {
        text.line("context.enter(\(plan.namespace.declared).editions)")
        text.eventConstants(plan)
      }
      for member in group.members {
        switch member {
        case .leaf(let property) where property.constant == nil: text.validation(property)
        case .group(let name, let field, _, _):
          text.line("context.check(\(Literal.string(field.wire)), \(name.property))")
        case .leaf, .discriminator, .payload: break
        }
      }
      if group.isRoot { text.line("event._validate(in: &context)") }
    }
  }

  /// Prints the checks of envelope members that are constant for an event; an undocumented event has none.
  private mutating func eventConstants(_ plan: Plan) {
    line("switch event {")
    var unchecked: [EventPlan] = []
    for event in plan.callback.events {
      guard !event.constants.isEmpty else {
        unchecked.append(event)
        continue
      }
      line("case .\(event.caseName.declared):")
      indented { text in
        for constant in event.constants {
          var arguments = [
            Literal.string(constant.wire.joined(separator: ".")), constant.path.access,
            constant.value,
          ]
          if !constant.editions.isEmpty {
            arguments.append("editions: \(Literal.mask(constant.editions.rawValue))")
          }
          text.call("context.constant", arguments)
        }
      }
    }
    let discriminator = Literal.string(plan.callback.discriminator.joined(separator: "."))
    line("case .unrecognized(let event): return context.unrecognized(event, \(discriminator))")
    if plan.callback.hasOtherProducts {
      line(
        "case .otherProduct(let callback): return context.otherProduct(callback, \(discriminator))"
      )
    }
    let rest = unchecked.map { ".\($0.caseName.declared)" } + [".malformed"]
    cases(rest, "break")
    line("}")
  }
}

extension CallbackPlan {
  fileprivate var idPlaceholder: String { BuiltInType(idType).placeholder }

  /// An expression for the discriminator, or nil until it and the guards are read and show a callback of this product.
  fileprivate func known(in plan: Plan) -> String {
    guards.isEmpty ? "id" : "\(guards.map(\.matchesProduct).joined(separator: " && ")) ? id : nil"
  }

  /// Conditions that hold for a callback of another product. An absent guard does not decide.
  fileprivate var foreignConditions: [String] {
    if guards.count == 1, guards[0].values.count == 1, guards[0].path.count == 1, !guards[0].isTable
    {
      let (name, value) = (guards[0].path[0], Literal.swift(guards[0].values[0]))
      if name.property == name.text { return ["let \(name.text), \(name.text) != \(value)"] }
    }
    return guards.map {
      "CallbackRuntime.CallbackCondition.holds(\($0.path.access), not: \($0.list))"
    }
  }
}

extension GuardPlan {
  fileprivate var list: String { values.map(Literal.swift).joined(separator: ", ") }

  fileprivate var matchesProduct: String {
    values.count == 1 && !isTable
      ? "\(path.access) == \(list)"
      : "CallbackRuntime.CallbackCondition.holds(\(path.access), \(list))"
  }
}
