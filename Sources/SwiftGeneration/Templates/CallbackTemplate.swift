import CallbackSchema

extension SwiftText {
  /// The root and the groups of its envelope.
  mutating func callback(_ plan: Plan) {
    line()
    block("extension \(plan.namespace.declared)") { text in
      text.documentation(plan.callback.doc)
      text.block("public struct Callback: CallbackRuntime.CallbackObject") { text in
        text.groupBody(plan.callback.root, plan)
      }
      for group in plan.callback.root.groups {
        text.line()
        text.documentation(group.doc)
        text.block(
          "public struct \(group.typeName): CallbackRuntime.DocumentedValue"
        ) { text in
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
            standard: group.isRoot ? callback.standard(of: property, in: place) : "nil"))
      case .group(let name, let field, let inner, _):
        documentation(Documentation(field, plan.service, name: name))
        line("public var \(name.declared): \(inner.typeName)")
        parameters.append(
          Parameter(name: name, type: inner.typeName, standard: "\(inner.typeName)()"))
      case .leaf, .discriminator, .payload: break
      }
    }
    if group.isRoot {
      documentation(
        "The event. Wire name of its payload: `\(callback.payload.joined(separator: "."))`.")
      line("public var event: Event")
      parameters.append(Parameter(name: SwiftName(text: "event"), type: "Event", standard: nil))
    }
    if group.keepsUnknown {
      unknownFields()
      parameters.append(.unknownFields)
    }
    initializer(parameters)
    for case .leaf(let property) in group.members {
      if let dependency = property.dependency { self.dependency(property, dependency, in: place) }
    }
    if group.isRoot { computed(plan, in: place) }
    for type in group.nested {
      line()
      declaration(type, in: place)
    }
  }

  /// What a callback tells without being asked twice.
  private mutating func computed(_ plan: Plan, in place: DeclarationPlace) {
    let callback = plan.callback
    if callback.discriminator.count == 1 {
      line()
      documentation(
        "The event discriminator, the same as `event.id`. Wire name: `\(callback.discriminator[0])`."
      )
      line("public var \(callback.idProperty.declared): \(callback.idType.swiftName) { event.id }")
    }
    if !callback.identity.isEmpty { deduplicationKey(callback, in: place) }
    if !callback.outcomes.isEmpty || callback.events.contains(where: { !$0.type.outcomes.isEmpty })
    {
      outcome(["event.outcome"] + callback.outcomes)
    }
    guard !callback.probes.isEmpty else { return }
    line()
    documentation("Whether the body is the vendor's health check instead of an event.")
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

  /// The key that a receiver stores to recognise a redelivery.
  private mutating func deduplicationKey(_ callback: CallbackPlan, in place: DeclarationPlace) {
    line()
    documentation("Deduplication key, equal for redeliveries of one event.")
    block("public struct DeduplicationKey: Swift.Codable, Swift.Hashable, Swift.Sendable") { text in
      for part in callback.identity {
        text.documentation(part.doc)
        text.line("public var \(part.name.declared): \(part.type.text(in: place))")
      }
      text.initializer(
        callback.identity.map {
          Parameter(name: $0.name, type: $0.type.text(in: place), standard: nil)
        })
    }
    line()
    documentation("The deduplication key; nil when the body lacks a part of it.")
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

  /// The groups below it, at any depth.
  var groups: [GroupPlan] {
    members.flatMap { member -> [GroupPlan] in
      guard case .group(_, _, let group, _) = member else { return [] }
      return [group] + group.groups
    }
  }

  /// Whether a member of it, at any depth, is one of these.
  func contains(_ isMeant: (GroupMember) -> Bool) -> Bool {
    members.contains { member in
      if case .group(_, _, let group, _) = member { return group.contains(isMeant) }
      return isMeant(member)
    }
  }

  var holdsPayload: Bool { contains { if case .payload = $0 { true } else { false } } }
  var holdsDiscriminator: Bool { contains { if case .discriminator = $0 { true } else { false } } }
}

extension CallbackPlan {
  /// The product that the schema describes is what a new callback is of.
  func standard(of property: PropertyPlan, in place: DeclarationPlace) -> String {
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
  /// As a body reaches it: `payload.sid`.
  var access: String {
    // The discriminator is the event's own.
    guard let first else { return "event.id" }
    return ([first.property] + dropFirst().map(\.declared)).joined(separator: ".")
  }
}
