import SchemaSource

extension Checks {
  mutating func checkEvents() {
    var first: [WireValue: SourceRange] = [:]
    first.reserveCapacity(service.events.count)
    for event in service.events {
      let id = event.id
      // One look at the table for an event with an id of its own.
      guard let earlier = first.updateValue(id.range, forKey: id.value) else { continue }
      first[id.value] = earlier
      reader.error(
        .duplicateID, "event '\(event.key)' has the same id as another event: \(id.value.text)",
        at: id.range, notes: [.init(message: "first used here", range: earlier)])
    }
    for event in service.events {
      guard let object = service.object(of: event), let type = event.object,
        !object.provenance.editions.isSuperset(of: event.provenance.editions)
      else { continue }
      reader.error(
        .editionsOutside, "not every edition of the event documents object '\(object.name)'",
        at: type.range, notes: [.init(message: "the object is here", range: object.range)],
        fix: "add the editions to the object, or restrict those of the event")
    }
    if service.events.isEmpty {
      reader.error(.missingKey, "the service has no events", at: service.range)
    }
  }

  /// Reports places of a service that are not fields of its envelope, or not of the required type.
  mutating func checkPlaces() {
    checkDiscriminators()
    checkPayloadLocations()
    for clause in service.guards where service.isDiscriminator(clause.path.value) {
      reader.error(
        .contradiction, "only names the discriminator, which identifies events, not products",
        at: clause.path.range)
    }
    for event in service.events {
      for constant in event.constants where service.isDiscriminator(constant.path.value) {
        reader.error(
          .contradiction, "const names the discriminator, whose value is the id of the event",
          at: constant.path.range)
      }
    }
    let places = service.delivery.identity.members + [service.delivery.order].compactMap { $0 }
    for place in places {
      if place == service.delivery.order, let name = service.memberOfPayload(place.value) {
        checkOrder(name, at: place.range)
      } else if place.value != .body {
        check(place)
        if let field = service.envelopeField(at: place.value.path), !isSingleValue(field) {
          reader.error(
            .contradiction,
            "'\(place.value.text)' has no single value: it is a list, an object or one of several types",
            at: place.range, fix: "name a member with a single value")
        }
      } else {
        reader.error(
          .badPlace, "'.' is the body, not a single value", at: place.range,
          fix: "write the path of a member, such as payload.sid, or header NAME")
      }
    }
    let probes = service.delivery.probes.flatMap(\.clauses)
    for clause in service.guards + probes where clause.isNegated {
      reader.error(
        .contradiction, "only and probes list matching values; 'not' is not allowed",
        at: clause.path.range)
    }
    for signature in service.delivery.signatures {
      check(signature.place)
      for place in signature.places { check(place) }
    }
  }

  /// Checks that every event has the member of the payload that counts deliveries, besides those with their fields elsewhere.
  private mutating func checkOrder(_ name: String, at range: SourceRange) {
    for event in service.events where event.payload == nil {
      guard let field = service.fields(of: event).first(where: { $0.wire == name }) else {
        reader.error(
          .unknownPath, "event '\(event.key)' has no field '\(name)', which order names",
          at: range, fix: "declare it in every event, or name a member of the envelope")
        return
      }
      guard isSingleValue(field) else {
        reader.error(
          .contradiction,
          "'\(name)' of event '\(event.key)' has no single value: it is a list, an object or one of several types",
          at: range, fix: "name a member with a single value")
        return
      }
    }
  }

  /// Whether a field holds one number, string or boolean, which a key can contain.
  private func isSingleValue(_ field: Field) -> Bool {
    if case .list? = field.format { return false }
    return isLost(field) || field.valueType(in: service) != nil
  }

  /// The envelope's field at a place; reports a place that is not a member of the body.
  mutating func member(_ place: Located<Place>, _ key: String) -> Field? {
    guard case .member(let path) = place.value else {
      reader.error(
        .badPlace, "'\(key)' must be a member of the body, not '\(place.value.text)'",
        at: place.range)
      return nil
    }
    return envelopeField(Located(path, at: place.range))
  }

  mutating func check(_ place: Located<Place>) {
    switch place.value {
    case .body, .key: break
    case .member(let path): _ = envelopeField(Located(path, at: place.range))
    case .header(let name):
      let names = service.delivery.headers.map(\.wire)
      guard !names.contains(name) else { return }
      reader.error(
        .unknownPath, "no header is called '\(name)'", at: place.range,
        fix: suggestion(for: name, in: names)
          ?? "list it under headers")
    }
  }
}
