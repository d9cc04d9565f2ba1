import SchemaSource

extension Service {
  /// The protocols to which a struct that includes objects conforms, or which such a protocol refines: of an object that is
  /// no protocol, those that it includes.
  public func protocols(included names: [Located<String>]) -> [ObjectType] {
    names.compactMap { object(named: $0.value) }.reduce(into: []) { found, object in
      let protocols = object.isProtocol ? [object] : protocols(included: object.includes)
      found += protocols.filter { one in !found.contains { $0.name == one.name } }
    }
  }

  /// The protocols to which the struct of an event conforms.
  public func protocols(of event: Event) -> [ObjectType] {
    protocols(included: includes(of: event))
  }

  /// The objects that the struct of an event includes.
  public func includes(of event: Event) -> [Located<String>] {
    object(of: event)?.includes ?? event.includes
  }

  /// The protocols to which a struct that includes objects conforms, and those that these refine.
  public func allProtocols(included names: [Located<String>]) -> [ObjectType] {
    var next = protocols(included: names)
    var all: [ObjectType] = []
    while let one = next.popLast() {
      if !all.contains(where: { $0.name == one.name }) { all.append(one) }
      next += protocols(included: one.includes)
    }
    return all
  }
}
