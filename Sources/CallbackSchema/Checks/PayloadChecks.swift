import SchemaSource

extension Checks {
  /// Checks where the service and single events have the events' own fields.
  mutating func checkPayloadLocations() {
    checkForm()
    // The checks of the key include those of the payloads, which are its values.
    if service.keyPath != nil { return }
    checkPayload()
    for event in service.events {
      guard let payload = event.payload else { continue }
      switch payload.value {
      case .none:
        if !service.fields(of: event).isEmpty {
          reader.error(
            .contradiction, "event '\(event.key)' has fields, but no payload that contains them",
            at: payload.range, fix: "remove in: none, or the fields")
        }
      case .place(let place): check(place, of: event, at: payload.range)
      }
    }
    for event in service.events { checkNames(of: event) }
  }

  /// Checks that the members of a form are single values.
  private mutating func checkForm() {
    if service.encoding == .list, let header = service.readHeaders.first {
      reader.error(
        .contradiction, "a list of callbacks is read without headers, such as '\(header)'",
        at: service.discriminator.range, fix: "name members of the body")
    }
    guard service.encoding == .form else { return }
    if service.keyPath != nil {
      reader.error(
        .contradiction, "a form has no objects, which the value of a key could be",
        at: service.discriminator.range, fix: "write by: PATH, in: .")
    } else if service.payload.value != .body {
      reader.error(
        .contradiction, "a form has no objects, in one of which the events' fields could be",
        at: service.payload.range, fix: "write in: .")
    }
    if let header = service.readHeaders.first {
      reader.error(
        .contradiction, "a form is read without headers, such as '\(header)'",
        at: service.discriminator.range, fix: "name members of the body")
    }
    let fields = service.envelope + service.events.flatMap(service.fields(of:))
    var seen: Set<SourceRange> = []
    for field in fields where seen.insert(field.range).inserted && !isLost(field) {
      let isSingle =
        switch field.type {
        case .scalar(.object), .scalar(.json), .object, .nested, .list, .map, .union, .choice: false
        case .scalar, .table, .ownTable, .stringOrInteger, .dependent: true
        }
      guard !isSingle else { continue }
      reader.error(
        .contradiction, "a member of a form is a single value, which '\(field.wire)' is not",
        at: field.range, fix: "write type: string if the text contains something else")
    }
  }

  private mutating func checkPayload() {
    let place = service.payload
    if case .body = place.value { return }
    guard let field = member(place, "in"), !isLost(field) else { return }
    switch field.type {
    case .scalar(.object), .nested: break
    case _ where field.format == .json: break
    default:
      reader.error(
        .contradiction, "the payload must be an object, which '\(field.wire)' is not",
        at: place.range, notes: [.init(message: "the field is here", range: field.range)],
        fix: field.type == .scalar(.string)
          ? "add format: json if the string contains an object as JSON"
          : "write type: object, or fields: with the fields that all events have")
    }
  }

  /// Checks the place of one event's fields: the service's, the body, or an object of the envelope with fields.
  private mutating func check(_ place: Place, of event: Event, at range: SourceRange) {
    if place == .body || place == service.payload.value { return }
    guard let field = member(Located(place, at: range), "in"), !isLost(field) else { return }
    if case .nested = field.type { return }
    reader.error(
      .contradiction,
      "'\(place.text)' has no fields of the envelope, beside which those of one event could be",
      at: range, notes: [.init(message: "the field is here", range: field.range)],
      fix: "write . for the body, the path of an object with fields:, or none")
  }

  /// Reports fields of an event that have the name of a field of the envelope in the same object.
  private mutating func checkNames(of event: Event) {
    let location = service.payloadLocation(of: event)
    guard let others = service.fields(beside: location) else { return }
    // The payload of other events is no field of this one.
    let taken = others.filter { location.path + [$0.wire] != service.payload.value.path }
    for field in service.fields(of: event) {
      let own = Set([field.wire] + field.otherSpellings)
      let other = taken.first { !own.isDisjoint(with: [$0.wire] + $0.otherSpellings) }
      guard let other, other.range != field.range else { continue }
      reader.error(
        .spellingClaimedTwice, "'\(field.wire)' belongs to a field of the envelope already",
        at: field.range,
        notes: [
          .init(message: "claimed here", range: other.range),
          .init(message: "both are in one object in this event", range: event.range),
        ], fix: "declare it in one place: what every event has belongs to the envelope")
    }
  }
}
