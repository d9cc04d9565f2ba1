import CallbackSchema

extension SwiftText {
  /// Prints the callback and the groups of its envelope.
  mutating func callback(_ plan: Plan) {
    line()
    block("extension \(plan.namespace.declared)") { text in
      text.documentation(plan.callback.doc)
      let conformance = plan.callback.readHeaders.isEmpty ? "CallbackObject" : "HeaderedCallback"
      text.block("public struct Callback: CallbackRuntime.\(conformance)") { text in
        text.groupBody(plan.callback.root, plan)
      }
      for group in plan.callback.root.groups {
        text.nextMember(group.doc)
        text.type("public struct \(group.typeName)", ["CallbackRuntime.DocumentedValue"]) { text in
          text.groupBody(group, plan)
        }
      }
    }
  }

  private mutating func groupBody(_ group: GroupPlan, _ plan: Plan) {
    let callback = plan.callback
    let place = group.scope(in: plan.namespace)
    var parameters: [Parameter] = []
    for member in group.members {
      switch member {
      case .leaf(let property) where property.constant == nil:
        self.property(property, in: place)
        parameters.append(
          Parameter(
            name: property.name, type: property.swiftType(in: place),
            defaultValue: group.isRoot ? callback.defaultValue(of: property, in: place) : "nil",
            storing: property.storing))
      case .group(let name, let field, let inner, _):
        documentation(Documentation(field, plan.service, name: name))
        variable(name.declared, inner.typeName)
        parameters.append(
          Parameter(name: name, type: inner.typeName, defaultValue: "\(inner.typeName)()"))
      case .leaf, .discriminator, .payload, .key: break
      }
    }
    if group.isRoot {
      for header in callback.storedHeaders {
        documentation("The HTTP header `\(header.wire)`; nil if it was not passed.")
        line("public var \(header.name.declared): Swift.String?")
        parameters.append(
          Parameter(name: header.name, type: "Swift.String?", defaultValue: "nil"))
      }
      documentation(callback.eventDoc)
      line("public var event: Event")
      parameters.append(Parameter(name: SwiftName(text: "event"), type: "Event", defaultValue: nil))
      if keepsFaults {
        documentation("The fields that failed to decode, with the JSON received; usually empty.")
        line("public var faults: [CallbackRuntime.FieldFault] = []")
      }
    }
    if keepsUnknown {
      unknownFields()
      parameters.append(.unknownFields)
    }
    if group.members.recordsNulls { nullFields() }
    initializer(
      parameters,
      hidesOthers: group.members.recordsNulls || parameters.contains { $0.storing != nil })
    for case .leaf(let property) in group.members {
      if let dependency = property.dependency { self.dependency(property, dependency, in: place) }
    }
    if group.isRoot { computed(plan, in: place) }
    for type in group.nested {
      line()
      declaration(type, in: place)
    }
  }

  /// Prints the computed properties of a callback.
  private mutating func computed(_ plan: Plan, in place: DeclarationPlace) {
    let callback = plan.callback
    if callback.hasIDProperty {
      nextMember(
        "The event discriminator, the same as `event.id`. Wire name: `\(callback.discriminator)`."
      )
      line("public var \(callback.idProperty.declared): \(callback.idType.swiftName) { event.id }")
    }
    if plan.service.encoding == .form { form() }
    if plan.service.encoding == .list { list() }
    if !callback.identity.isEmpty { deduplicationKey(callback, in: place) }
    outcome(of: callback)
    guard !callback.probes.isEmpty else { return }
    nextMember("Whether the body is the vendor's health check instead of an event.")
    block("public var isHealthCheck: Swift.Bool") { text in
      let probes = callback.probes.map { clauses in
        clauses.map { clause in
          let value = clause.path.access + (clause.isTable ? "?.rawValue" : "")
          let choices = clause.values.map { "\(value) == \(Literal.swift($0))" }
          let text = choices.joined(separator: " || ")
          return choices.count > 1 && clauses.count > 1 ? "(\(text))" : text
        }.joined(separator: " && ")
      }
      text.line(probes.count == 1 ? probes[0] : probes.map { "(\($0))" }.joined(separator: " || "))
    }
  }

  /// Prints the property `outcome`: an event's own outcome, or else that of the event and of the envelope's codes.
  private mutating func outcome(of callback: CallbackPlan) {
    let outcomes = callback.outcomes
    guard !outcomes.isEmpty || callback.events.contains(where: { $0.outcome != nil })
    else { return }
    nextMember(
      "Success or failure, as the event or one of the codes reports; nil if they report neither.")
    guard !outcomes.isEmpty else {
      return line("public var outcome: CallbackRuntime.CallbackOutcome? { event.outcome }")
    }
    let declaring = callback.events.filter(\.declaresOutcome)
    block("public var outcome: CallbackRuntime.CallbackOutcome?") { text in
      guard !declaring.isEmpty else {
        return text.call("CallbackRuntime.CallbackOutcome.combined", ["event.outcome"] + outcomes)
      }
      text.line("switch event {")
      text.cases(declaring.map { ".\($0.caseName.declared)" }, "event.outcome")
      text.line("default:")
      text.indented { text in
        text.call("CallbackRuntime.CallbackOutcome.combined", ["event.outcome"] + outcomes)
      }
      text.line("}")
    }
  }

  /// Prints the key that a receiver stores to recognize a redelivery.
  private mutating func deduplicationKey(_ callback: CallbackPlan, in place: DeclarationPlace) {
    nextMember(callback.identityDoc)
    block("public struct DeduplicationKey: Swift.Codable, Swift.Hashable, Swift.Sendable") { text in
      for part in callback.identity {
        text.documentation(part.doc)
        text.variable(part.name.declared, part.type.text(in: place))
      }
      text.initializer(
        callback.identity.map {
          Parameter(name: $0.name, type: $0.type.text(in: place), defaultValue: nil)
        })
    }
    nextMember("The deduplication key; nil if one of its members is absent.")
    block("public var deduplicationKey: DeduplicationKey?") { text in
      let optional = callback.identity.filter { !$0.path.isEmpty }
      if !optional.isEmpty {
        text.guardElse(
          optional.map { "let \($0.name.declared) = \($0.path.access)" }, "return nil")
      }
      let parts = callback.identity.map { part in
        "\(part.name.label): \(part.path.isEmpty ? "event.id" : part.name.declared)"
      }
      text.call("return DeduplicationKey", parts)
    }
  }
}

extension GroupPlan {
  var typeName: String { path[path.count - 1].declared }
  var isRoot: Bool { path == [SwiftName(text: "Callback")] }

  /// The groups inside it, at any depth.
  var groups: [GroupPlan] {
    members.flatMap { member -> [GroupPlan] in
      guard case .group(_, _, let group, _) = member else { return [] }
      return [group] + group.groups
    }
  }

  /// The types declared inside it, at any depth.
  var everyNested: [TypePlan] { nested + groups.flatMap(\.nested) }

  /// Whether a member, at any depth, satisfies a predicate.
  func contains(_ predicate: (GroupMember) -> Bool) -> Bool {
    members.contains { member in
      if case .group(_, _, let group, _) = member { return group.contains(predicate) }
      return predicate(member)
    }
  }

  var holdsPayload: Bool { contains { if case .payload = $0 { true } else { false } } }
  var holdsDiscriminator: Bool { contains { if case .discriminator = $0 { true } else { false } } }
  var holdsKeys: Bool { contains { if case .key = $0 { true } else { false } } }
}

extension CallbackPlan {
  /// The description of the property with the event.
  fileprivate var eventDoc: String {
    if let keys {
      let path = keys.location.path
      let object = path.isEmpty ? "the body" : "`\(path.joined(separator: "."))`"
      return "The event: the member of \(object) whose name identifies it."
    }
    let location = places[0].location
    if !location.hasEnvelopeFields {
      return "The event. Wire name of its payload: `\(location.text)`."
    }
    let place = location.path.isEmpty ? "the body" : "`\(location.text)`"
    return "The event. Its fields are members of \(place), beside those of the envelope."
  }

  /// The default of an initializer's parameter: for a guard with one value, that value, so that new callbacks are of this
  /// product.
  func defaultValue(of property: PropertyPlan, in place: DeclarationPlace) -> String {
    let guarded = guards.first { $0.path == [property.name] && $0.values.count == 1 }
    guard let guarded else { return "nil" }
    let literal = Literal.swift(guarded.values[0])
    if case .schema = property.type {
      return "\(property.type.text(in: place))(rawValue: \(literal))"
    }
    return literal
  }
}

extension [SwiftName] {
  /// The access from a generated function: `payload.sid`.
  var access: String {
    // An empty path is the discriminator, a property of the event.
    guard let first else { return "event.id" }
    return ([first.property] + dropFirst().map(\.declared)).joined(separator: ".")
  }
}
