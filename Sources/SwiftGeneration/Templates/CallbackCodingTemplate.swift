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
      let isShared =
        !group.isRoot
        && (plan.callback.place(beside: group) != nil
          || plan.callback.keys?.location.path == group.wire)
      text.fieldNames(group.members.map(\.field), isShared ? "fileprivate" : "private")
      if group.isRoot, !plan.callback.readHeaders.isEmpty {
        text.call(
          "public static let _headerNames: [Swift.String] = ",
          plan.callback.readHeaders.map(Literal.string), brackets: ("[", "]"))
      }
      if group.isRoot, plan.callback.hasPlaces { text.places(plan) }
      if group.isRoot, let keys = plan.callback.keys { text.place(keys, plan) }
      text.line()
      if group.isRoot { text.rootReader(group, plan) } else { text.groupReader(group, plan) }
      text.line()
      text.groupWriter(group, plan)
      text.line()
      text.groupValidator(group, plan)
      guard group.isRoot else { return }
      text.line()
      text.equality(plan.callback)
    }
  }

  private mutating func rootReader(_ group: GroupPlan, _ plan: Plan) {
    let callback = plan.callback
    let namespace = plan.namespace.declared
    outlined("public init(_reading reader: inout CallbackRuntime._JSONReader)") { text in
      for case .group(let name, _, let inner, _) in group.members {
        text.statement(
          .assignment(
            name.property, "\(TypeReference.qualified(inner.path, plan.namespace))()"))
      }
      text.call(
        "event = .unrecognized",
        ["CallbackRuntime.UnrecognizedEvent(id: \(callback.idPlaceholder), details: .null)"])
      text.line("read(from: &reader)")
    }
    line()
    // Not a part of the initializer, which would copy the whole callback at its end.
    outlined("private mutating func read(from reader: inout CallbackRuntime._JSONReader)") { text in
      if callback.keys != nil {
        text.line("var position = CallbackRuntime.EventKey()")
      } else {
        if callback.parts == nil { text.line("var id: \(callback.idType.swiftName)?") }
        if !callback.hasPlaces { text.line("var position = CallbackRuntime.EventPosition.absent") }
      }
      text.line("let body = reader.\(text.keepsFaults ? "beginCallback" : "mark")()")
      text.members(group, plan)
      text.identification(callback)
      let location = callback.places[0].location
      let place =
        callback.keys != nil
        ? "position"
        : callback.hasPlaces
          ? "\(callback.places.count == 1 ? "Self.place" : "Self.places[\(namespace).Event._place(of: id)]"), of: body"
          : "position, \(Literal.string(location.text))\(location.isExpected ? "" : ", isExpected: false")"
      let read = "event.read(id, from: &$0)"
      let short = "reader.readEvent(at: \(place)) { \(read) }"
      // It is indented by three levels at most.
      var reading =
        callback.places.count == 1 && short.count + 6 <= Self.width
        ? [short] : ["reader.readEvent(at: \(place)) {", "  \(read)", "}"]
      if text.keepsUnknown { reading += callback.forgetting }
      if callback.guards.isEmpty {
        for line in reading { text.line(line) }
      } else {
        text.ifAny(callback.foreignConditions)
        text.indented { text in
          text.call(
            "event = .otherProduct",
            ["CallbackRuntime.OtherProductCallback(id: id, body: reader.raw(at: body))"])
        }
        text.line("} else {")
        text.indented { text in for line in reading { text.line(line) } }
        text.line("}")
      }
      text.block("if case .unrecognized(var unrecognized) = event") { text in
        text.line("unrecognized.body = reader.body(at: body)")
        text.line("event = .unrecognized(unrecognized)")
        if text.keepsUnknown, let keys = callback.keys {
          let path = keys.properties.map { "\($0.property)." }.joined()
          text.line("\(path)unknownFields.members.removeAll { $0.name == id }")
        }
      }
      if text.keepsFaults { text.line("reader.takeFaults(&faults)") }
    }
  }

  /// Prints how a callback is encoded that is not encoded as its envelope and its event alone.
  private mutating func rawWriter(_ plan: Plan) {
    if !plan.callback.guards.isEmpty {
      line("if case .otherProduct(let callback) = event { return writer.write(callback.body) }")
    }
    block("if case .unrecognized(let event) = event, !event.body.isNull") { text in
      text.line("return writer.write(event.body)")
    }
    guard keepsFaults else { return }
    block("if !faults.isEmpty") { text in
      text.line("var callback = self")
      text.line("callback.faults = []")
      text.line("return writer.write(callback, restoring: faults)")
    }
  }

  private mutating func groupReader(_ group: GroupPlan, _ plan: Plan) {
    let callback = plan.callback
    let id = "\(callback.idType.swiftName)?"
    var parameters = ["from reader: inout CallbackRuntime._JSONReader"]
    if group.holdsKeys {
      parameters.append("_ position: inout CallbackRuntime.EventKey")
    } else if group.holdsDiscriminator {
      parameters.append("_ id: inout \(id)")
    } else if group.holdsPayload, !callback.hasPlaces {
      parameters.append("known id: \(id)")
    }
    let readsEvent = group.holdsPayload && !callback.hasPlaces
    if readsEvent { parameters.append("_ event: inout \(plan.namespace.declared).Event") }
    let tail = readsEvent ? " -> CallbackRuntime.EventPosition {" : " {"
    line("@inline(never)")
    call("mutating func read", parameters, tail)
    indented { text in
      if readsEvent { text.line("var position = CallbackRuntime.EventPosition.absent") }
      text.members(group, plan)
      if readsEvent { text.line("return position") }
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
      if let first = group.firstKey {
        let last = group.members.count - 1
        let places = first == last ? "\(first)" : "\(first)...\(last)"
        text.line("case \(places): reader.readKey(&position, scope, fields)")
      }
      text.line("default: break")
      text.line("}")
    }
    close(
      group.members, required: { _ in false },
      constants: { if case .leaf(let property) = $0 { property.isExpectedConstant } else { false } }
    )
  }

  private mutating func member(
    _ place: Int, _ member: GroupMember, _ group: GroupPlan, _ plan: Plan
  ) {
    switch member {
    case .leaf(let property): branch("case \(place)", property.reading)
    case .discriminator(let field):
      let forms = field.otherKinds(in: plan.service).map { ".\($0.rawValue)" }
      let more = forms.isEmpty ? "" : ", accepting: [\(forms.joined(separator: ", "))]"
      line("case \(place): reader.readDiscriminator(&id\(more))")
    case .group(let name, _, let inner, _):
      var arguments = ["from: &reader"]
      let readsEvent = inner.holdsPayload && !plan.callback.hasPlaces
      if inner.holdsKeys {
        arguments.append("&position")
      } else if inner.holdsDiscriminator {
        arguments.append("&id")
      } else if readsEvent {
        arguments.append("known: \(group.isRoot ? plan.callback.known(in: plan) : "id")")
      }
      if readsEvent { arguments.append("&event") }
      let assigned = readsEvent ? "position = " : ""
      branch("case \(place)", .call("\(assigned)\(name.property).read", arguments))
    // The keys are the last members, and have one case.
    case .key: break
    case .payload where plan.callback.hasPlaces: line("case \(place): _ = reader.skipPayload()")
    case .payload:
      // The payload is decoded in place if the discriminator is known by then, and otherwise after the envelope.
      let known = group.isRoot ? plan.callback.known(in: plan) : "id"
      line("case \(place):")
      indented { text in
        text.ifAll(["let id\(known == "id" ? "" : " = \(known)")", "!reader.isAtNull"])
        text.indented {
          $0.line("event.read(id, from: &reader)")
          $0.line("position = .read")
        }
        text.line("} else {")
        text.indented { $0.line("position = reader.skipPayload()") }
        text.line("}")
      }
    }
  }

  private mutating func groupWriter(_ group: GroupPlan, _ plan: Plan) {
    let needsEvent = !group.isRoot && group.needsEvent(plan.callback)
    let event = needsEvent ? ", _ event: \(plan.namespace.declared).Event" : ""
    outlined(
      "\(group.isRoot ? "public " : "")func _write(to writer: inout CallbackRuntime._JSONWriter\(event))"
    ) { text in
      if group.isRoot { text.rawWriter(plan) }
      let place = plan.callback.place(beside: group)
      if let place {
        text.line(
          "if \(plan.callback.isPlaced(place))let raw = event._raw, !raw.isNull { return writer.write(raw) }"
        )
      }
      text.line("writer.begin()")
      for member in group.members {
        let wire = Literal.member(member.field.wire)
        switch member {
        case .leaf(let property):
          let path = group.wire + [property.field.wire]
          if let part = plan.callback.part(at: path, property, plan) {
            text.statement(part)
          } else {
            text.writing(property)
          }
        case .discriminator: text.call("writer.write", [wire, "event.id"])
        case .payload: text.call("event.write", [wire, "to: &writer"])
        case .key: break
        case .group(let name, _, let inner, _):
          text.line("writer.member(\(wire))")
          let event = inner.needsEvent(plan.callback) ? ["event"] : []
          text.call("\(name.property)._write", ["to: &writer"] + event)
        }
      }
      if let place {
        let condition = plan.callback.isPlaced(place).dropLast(2)
        let join = "event._join(to: &writer)"
        text.line(condition.isEmpty ? join : "if \(condition) { \(join) }")
      }
      if group.firstKey != nil { text.line("event.write(to: &writer)") }
      if text.keepsUnknown { text.line("writer.write(unknownFields)") }
      text.line("writer.end()")
    }
  }

  private mutating func groupValidator(_ group: GroupPlan, _ plan: Plan) {
    outlined("public func _validate(in context: inout CallbackRuntime._ValidationContext)") {
      text in
      if group.isRoot {
        text.line("context.enter(\(plan.namespace.declared).editions)")
        text.eventConstants(plan)
      }
      for member in group.members {
        switch member {
        case .leaf(let property) where property.constant == nil: text.validation(property)
        case .group(let name, let field, _, _):
          text.call("context.check", [Literal.string(field.wire), name.property])
        case .leaf, .discriminator, .payload, .key: break
        }
      }
      if group.isRoot { text.line("event._validate(in: &context)") }
    }
  }

  /// Prints the checks of envelope members that are constant for an event; an undocumented event has none.
  private mutating func eventConstants(_ plan: Plan) {
    line("switch event {")
    // Events with the same constants have one case, at the place of the first of them.
    var groups: [(checks: [[String]], events: [String])] = []
    var group: [[[String]]: Int] = [:]
    var unchecked: [String] = []
    for event in plan.callback.events {
      let checks = event.constants.map(Self.arguments)
      let name = ".\(event.caseName.declared)"
      if checks.isEmpty {
        unchecked.append(name)
      } else if let index = group[checks] {
        groups[index].events.append(name)
      } else {
        group[checks] = groups.count
        groups.append((checks, [name]))
      }
    }
    for (checks, events) in groups {
      casesHead(events)
      indented { text in for check in checks { text.call("context.constant", check) } }
    }
    let discriminator = plan.callback.findingPlace
    branch(
      "case .unrecognized(let event)",
      .call("return context.unrecognized", ["event", discriminator]))
    if plan.callback.hasOtherProducts {
      branch(
        "case .otherProduct(let callback)",
        .call("return context.otherProduct", ["callback", discriminator]))
    }
    cases(unchecked + [".malformed"], "break")
    line("}")
  }

  /// The arguments of the check of an envelope member that is constant for an event.
  private static func arguments(
    _ constant: (path: [SwiftName], wire: [String], value: String, editions: EditionSet)
  ) -> [String] {
    let checked = [
      Literal.string(constant.wire.joined(separator: ".")), constant.path.access, constant.value,
    ]
    guard !constant.editions.isEmpty else { return checked }
    return checked + ["editions: \(Literal.mask(constant.editions.rawValue))"]
  }
}

extension GroupPlan {
  /// The index of the first key that identifies an event.
  var firstKey: Int? { members.firstIndex { if case .key = $0 { true } else { false } } }
}
