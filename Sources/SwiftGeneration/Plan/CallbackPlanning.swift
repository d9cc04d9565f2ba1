import CallbackSchema
import SchemaSource

extension Planner {
  mutating func planCallback() -> CallbackPlan {
    var rootNested: [TypePlan] = []
    let root = planGroup(
      [SwiftName(text: "Callback")], [], service.envelope,
      Documentation(
        summary:
          "A callback of \(service.title.asSentence.dropLast()): its envelope and its event."
      ), &rootNested)
    let discriminator = service.discriminator.value.path
    let idField = service.envelopeField(at: discriminator)
    let isMember = service.hasMemberDiscriminator
    let isText = !isMember || idField?.type.scalar(in: service) == .string
    let idType: Scalar = isText ? .string : .int
    var eventScope = NameScope(capacity: service.events.count)
    let events = planEvents(&eventScope)
    return CallbackPlan(
      root: root, events: events, protocols: planProtocols(of: events, &eventScope), doc: root.doc,
      discriminator: service.discriminator.value.text, discriminators: service.discriminatorText,
      parts: isMember || service.keyPath != nil ? nil : planParts(),
      keys: planKeys(),
      listedIDs: service.isListed ? service.events.map(\.idParts) : nil,
      readHeaders: service.readHeaders, storedHeaders: storedHeaders,
      hasIDProperty: isMember && discriminator.count == 1,
      places: planPlaces(of: events),
      hasPlaces: service.keyPath == nil && !service.hasOnePayload,
      embedding: embedding(),
      outcomes: service.outcomePaths.map { "\(swiftPath($0).access)?.outcome" }, idType: idType,
      idProperty: idField.map { propertyName($0) } ?? SwiftName(text: "id"),
      guards: service.guards.map { plan($0) }, identity: planIdentity(idType),
      identityDoc: Documentation(service.delivery.identity, service), order: planOrder(events),
      probes: service.delivery.probes.map { $0.clauses.map { plan($0) } })
  }

  /// The object whose keys identify the events.
  private mutating func planKeys() -> PlacePlan? {
    guard let path = service.keyPath else { return nil }
    let location = PayloadLocation(path: path, hasEnvelopeFields: true, isExpected: true)
    let type =
      service.envelopeField(at: path).map {
        [naming.name($0.wire, as: .object, at: $0.range)]
      } ?? [SwiftName(text: "Callback")]
    return PlacePlan(
      location: location, steps: steps(to: location), properties: swiftPath(path), type: type,
      ids: [])
  }

  private mutating func planParts() -> [PartOfID] {
    service.discriminators.map { place in
      switch place.value {
      case .header(let name): return .header(name)
      case .member(let path) where service.memberOfPayload(place.value) == nil:
        return .member(swiftPath(path), wire: path)
      case .member, .body, .key:
        let location = PayloadLocation(
          path: place.value.path, hasEnvelopeFields: false, isExpected: false)
        return .inPayload(
          PlacePlan(location: location, steps: steps(to: location), properties: [], ids: []))
      }
    }
  }

  /// The properties of the headers that the callback keeps.
  private var storedHeaders: [(name: SwiftName, wire: String)] {
    mutating get {
      service.storedHeaders.map { wire in
        let header = service.delivery.headers.first { $0.wire == wire }
        return (header.map { propertyName($0) } ?? SwiftName(text: "header"), wire)
      }
    }
  }

  /// The accepted names of each member that leads to an object.
  private func steps(to location: PayloadLocation) -> [String] {
    location.path.indices.map { end in
      let field = service.envelopeField(at: Array(location.path[...end]))
      return ([location.path[end]] + (field?.otherSpellings ?? [])).joined(separator: "|")
    }
  }

  /// The distinct places of the events' fields, that of most events first.
  private mutating func planPlaces(of events: [EventPlan]) -> [PlacePlan] {
    var places = [(location: service.payloadLocation, ids: [WireValue]())]
    // Each key has its event under the name of the event.
    for event in service.keyPath == nil ? events : [] {
      if let place = places.firstIndex(where: { $0.location == event.location }) {
        places[place].ids.append(event.event.id.value)
      } else {
        places.append((event.location, [event.event.id.value]))
      }
    }
    return places.map { location, ids in
      let payload = service.payload.value.path
      let type =
        location.path.isEmpty
        ? [SwiftName(text: "Callback")]
        : service.envelopeField(at: location.path).map {
          [naming.name($0.wire, as: .object, at: $0.range)]
        }
      return PlacePlan(
        location: location, steps: steps(to: location),
        hidden: service.fields(beside: location)?.firstIndex {
          !service.payloadLocation.hasEnvelopeFields && location.path + [$0.wire] == payload
        }, properties: swiftPath(location.path), type: location.hasEnvelopeFields ? type : nil,
        ids: ids)
    }
  }

  private func embedding() -> [JSONKind]? {
    guard let payload = service.envelopeField(at: service.payload.value.path),
      payload.format == .json
    else {
      return nil
    }
    return payload.otherKinds(in: service)
  }

  /// The code table of a member of the envelope.
  private func table(at path: [String]) -> CodeTable? {
    service.envelopeField(at: path)?.codeTable(in: service)
  }

  /// The properties that lead to a member of the envelope; none for the discriminator, which is a property of the event.
  mutating func swiftPath(_ path: [String]) -> [SwiftName] {
    guard !service.hasMemberDiscriminator || path != service.discriminator.value.path else {
      return []
    }
    return path.indices.compactMap { end in
      service.envelopeField(at: Array(path[...end])).map { propertyName($0) }
    }
  }

  private mutating func planGroup(
    _ path: [SwiftName], _ wirePath: [String], _ fields: [Field], _ doc: Documentation,
    _ siblings: inout [TypePlan]
  ) -> GroupPlan {
    if let first = fields.first { check(fields, at: first.range) }
    var scope = NameScope()
    if wirePath.isEmpty {
      for own in Self.callbackMembers {
        scope.reserve(own, "the generated '\(own)'")
      }
    }
    if wirePath.isEmpty {
      for header in storedHeaders {
        scope.add(header.name, "header", header.wire, at: service.range, &naming)
      }
    }
    if options.keepsUnknown { scope.reserve("unknownFields", "the generated 'unknownFields'") }
    var nestedScope = NameScope()
    nestedScope.reserve("DeduplicationKey", "the generated 'DeduplicationKey'")
    var nested: [TypePlan] = []
    var members: [GroupMember] = []
    var nulls = NullNumbers()
    for field in fields {
      let place = wirePath + [field.wire]
      let expected = compact(field.expectedEditions)
      if place == service.discriminator.value.path, service.hasMemberDiscriminator {
        members.append(.discriminator(field))
        if wirePath.isEmpty {
          scope.add(propertyName(field), "field", field.wire, at: field.range, &naming)
        }
        continue
      }
      if place == service.payload.value.path, !service.payloadLocation.hasEnvelopeFields {
        members.append(.payload(field))
        continue
      }
      let name = propertyName(field)
      scope.add(name, "field", field.wire, at: field.range, &naming)
      if case .nested(let inner) = field.type {
        let type = naming.name(field.wire, as: .object, at: field.range)
        typeScope.add(type, "the envelope's", field.wire, at: field.range, &naming)
        let group = planGroup(
          [type], place, inner, Documentation(field, service, name: name), &nested)
        members.append(.group(name: name, field: field, group, expected: expected))
      } else {
        let property = planProperty(
          field, path, service.fullEditions, siblings: fields, nullNumber: nulls.next(field),
          &nested)
        addStorage(of: property, &scope)
        nameDependency(of: property, &scope, &nestedScope)
        members.append(.leaf(property))
      }
    }
    nulls.reserve(in: &scope)
    if wirePath == service.keyPath {
      let keys = service.events.map(\.keyField)
      check(fields + keys, at: service.discriminator.range)
      members += keys.map { .key($0) }
    }
    for type in nested {
      nestedScope.add(type.name, "a type", type.name.text, at: type.range, &naming)
    }
    return GroupPlan(path: path, wire: wirePath, doc: doc, members: members, nested: nested)
  }

  private mutating func planEvents(_ caseScope: inout NameScope) -> [EventPlan] {
    let named = plan(service.events) { $0.name($1) }
    for event in named {
      let (key, range) = (event.event.key, event.event.range)
      let isFree = caseScope.add(event.caseName, "event", key, at: range, &naming)
      if isFree, !event.hasSharedType {
        typeScope.add(event.typeName, "event", key, at: range, &naming)
      }
    }
    return plan(named) { $0.planEvent($1) }
  }

  /// Names the case and the struct of an event; an event whose payload is a named object has the struct of that object.
  private mutating func name(_ event: Event) -> NamedEvent {
    let shared = service.object(of: event).flatMap { objectNames[$0.name] }
    return NamedEvent(
      event: event,
      caseName: naming.name(event.key, given: event.name, as: .eventCase, at: event.range),
      typeName: shared
        ?? naming.name(event.name?.value ?? event.key, as: .event, at: event.range),
      hasSharedType: shared != nil)
  }

  /// An event with the names that no other event can have.
  private struct NamedEvent {
    var event: Event
    var caseName: SwiftName
    var typeName: SwiftName
    /// Whether the type is that of an object.
    var hasSharedType: Bool
  }

  private mutating func planEvent(_ named: NamedEvent) -> EventPlan {
    let event = named.event
    let doc = Documentation(event, service)
    let type = planObject(
      [named.typeName], service.fields(of: event),
      (service.object(of: event)?.provenance ?? event.provenance).editions, doc,
      outcome: named.hasSharedType ? nil : event.outcome, protocols: service.protocols(of: event),
      at: event.range)
    let constants = event.constants.map { constant in
      (
        path: swiftPath(constant.path.value), wire: constant.path.value,
        value: literal(constant.value.value, at: constant.path.value),
        editions: constant.provenance.sources.isEmpty
          && constant.provenance.editions == event.provenance.editions
          ? [] : compact(constant.provenance.editions)
      )
    }
    return EventPlan(
      caseName: named.caseName, location: service.payloadLocation(of: event),
      hasSharedType: named.hasSharedType, type: type, event: event, doc: doc, constants: constants)
  }

  /// A wire value of an envelope member as a Swift expression: a case if the member has a code table, else a literal.
  mutating func literal(_ value: WireValue, at path: [String]) -> String {
    guard let table = table(at: path) else { return Literal.swift(value) }
    if table.kind == .codes, let row = table.row(for: value) {
      return ".\(rowName(row).declared)"
    }
    return ".init(rawValue: \(Literal.swift(value)))"
  }

  private mutating func planIdentity(_ idType: Scalar) -> [KeyPartPlan] {
    let members = service.delivery.identity.members
    let names = members.map { keyName(of: $0.value) }
    var scope = NameScope()
    var parts: [KeyPartPlan] = []
    for (place, name) in zip(members, names) {
      let isHeaderOfEvent = name == nil
      // A header that identifies the event is a part of the event's ID, which the key has once.
      if isHeaderOfEvent, parts.contains(where: \.path.isEmpty) { continue }
      // Members with the same name are distinguished by their full path.
      let isAmbiguous = names.filter { $0 == name }.count > 1
      let full = name == nil || !isAmbiguous ? nil : Words.lower(place.value.text)
      let property = full.map { SwiftName(text: $0) } ?? name ?? SwiftName(text: "event")
      scope.add(property, "", place.value.text, at: place.range, &naming)
      switch place.value {
      case .header(let wire):
        parts.append(
          KeyPartPlan(
            name: property, path: name.map { [$0] } ?? [], type: .builtIn(.string),
            doc: Documentation(summary: "HTTP header `\(wire)`.")))
      case .member(let wire):
        guard let field = service.envelopeField(at: wire) else { return [] }
        var nested: [TypePlan] = []
        let type = reference(field.type, field, holder(of: wire), &nested)
        let isDiscriminator =
          service.hasMemberDiscriminator && wire == service.discriminator.value.path
        parts.append(
          KeyPartPlan(
            name: property, path: swiftPath(wire),
            type: isDiscriminator ? .builtIn(BuiltInType(idType)) : type,
            doc: Documentation(summary: "Wire name: `\(wire.joined(separator: "."))`.")))
      case .body, .key: return []
      }
    }
    return parts
  }

  private mutating func planOrder(_ events: [EventPlan]) -> OrderPlan? {
    guard let place = service.delivery.order?.value else { return nil }
    switch place {
    case .header(let wire):
      return storedHeaders.first { $0.wire == wire }.map { .member([$0.name]) }
    case .member(let path):
      guard let name = service.memberOfPayload(place) else { return .member(swiftPath(path)) }
      let members = events.filter { $0.event.payload == nil }.compactMap { event in
        event.type.properties.first { $0.field.wire == name && $0.constant == nil }.map {
          (event: event.caseName, member: $0.name)
        }
      }
      return members.isEmpty ? nil : .inPayload(members)
    case .body, .key: return nil
    }
  }

  /// The Swift name of a member of the deduplication key; nil for a header that identifies the event.
  private mutating func keyName(of place: Place) -> SwiftName? {
    switch place {
    case .header(let wire): storedHeaders.first { $0.wire == wire }?.name
    case .member(let path): service.envelopeField(at: path).map { propertyName($0) }
    case .body, .key: nil
    }
  }

  /// The Swift type that holds a member of the envelope.
  private mutating func holder(of path: [String]) -> [SwiftName] {
    guard let group = service.envelopeField(at: path.dropLast()) else {
      return [SwiftName(text: "Callback")]
    }
    return [naming.name(group.wire, as: .object, at: group.range)]
  }

  private mutating func plan(_ clause: Condition.Clause) -> GuardPlan {
    GuardPlan(
      path: swiftPath(clause.path.value), values: clause.values,
      isTable: table(at: clause.path.value) != nil)
  }
}
