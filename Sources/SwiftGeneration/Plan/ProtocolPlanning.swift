import CallbackSchema

extension Planner {
  /// Plans the protocol of an object, with the properties that it does not get from those that it refines.
  mutating func planProtocol(_ object: ObjectType, _ name: SwiftName) -> ProtocolPlan {
    let refined = service.protocols(included: object.includes)
    let inherited = Set(refined.flatMap(service.fields(of:)).map(\.range))
    let fields = service.fields(of: object)
    var nested: [TypePlan] = []
    let properties = fields.filter { $0.constant == nil && !inherited.contains($0.range) }.map {
      planProperty($0, [name], object.provenance.editions, siblings: fields, &nested)
    }
    return ProtocolPlan(
      name: name, doc: Documentation(object.doc, about: object.provenance, service),
      refined: names(of: refined), properties: properties, range: object.range)
  }

  func names(of protocols: [ObjectType]) -> [SwiftName] {
    protocols.compactMap { objectNames[$0.name] }
  }

  /// Plans the properties of the events' enumeration by which the protocols are reached.
  mutating func planProtocols(
    of events: [EventPlan], _ scope: inout NameScope
  ) -> [(accessor: SwiftName, name: SwiftName, cases: [SwiftName])] {
    scope.reserve("outcome", "the generated 'outcome'")
    return service.objects.filter(\.isProtocol).compactMap { object in
      let cases = events.filter { plan in
        service.allProtocols(included: service.includes(of: plan.event)).contains {
          $0.name == object.name
        }
      }.map(\.caseName)
      guard let name = objectNames[object.name], !cases.isEmpty else { return nil }
      let accessor = naming.name(object.name, as: .eventCase, at: object.range)
      scope.add(accessor, "the protocol", object.name, at: object.range, &naming)
      return (accessor, name, cases)
    }
  }
}
