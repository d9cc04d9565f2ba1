import CallbackSchema

extension SwiftText {
  /// Prints the protocol of the structs that include an object.
  mutating func declaration(_ plan: ProtocolPlan, in outer: DeclarationPlace) {
    let place = outer.inside(plan.name, declaring: [])
    documentation(plan.doc)
    let refined =
      plan.refined.isEmpty ? ["CallbackRuntime.CallbackObject"] : plan.refined.map(\.declared)
    type("public protocol \(plan.name.declared)", refined) { text in
      for property in plan.properties {
        text.documentation(property.doc)
        text.line("var \(property.name.declared): \(property.swiftType(in: place)) { get set }")
      }
    }
  }

  /// Prints the properties of the events' enumeration that are the event as a protocol.
  mutating func eventProtocols(_ callback: CallbackPlan) {
    for (accessor, name, cases) in callback.protocols {
      nextMember("The event as `\(name.text)`; nil for an event without these fields.")
      block("public var \(accessor.declared): (any \(name.declared))?") { text in
        text.line("switch self {")
        for name in cases { text.branch("case .\(name.declared)(let event)", .text("event")) }
        text.line("default: nil")
        text.line("}")
      }
    }
  }
}
