import SchemaSource

extension Checks {
  /// Checks the places whose values identify the event, and the ids.
  mutating func checkDiscriminators() {
    guard service.isListed else { return checkOne(service.discriminator) }
    var seen: Set<Place> = []
    for place in service.discriminators where !place.value.path.isEmpty || place.value.isHeader {
      if !seen.insert(place.value).inserted {
        reader.error(.repeatedValue, "'\(place.value.text)' is listed twice", at: place.range)
      }
      checkPart(place)
    }
    for event in service.events where event.idParts.count > service.discriminators.count {
      reader.error(
        .contradiction,
        "the id has \(event.idParts.count) parts, and the discriminator \(service.discriminators.count)",
        at: event.id.range,
        notes: [.init(message: "the places are here", range: service.discriminator.range)])
    }
  }

  /// Checks a discriminator that alone identifies the event.
  private mutating func checkOne(_ place: Located<Place>) {
    if place.value.isHeader { return check(place) }
    if let path = service.keyPath { return checkKey(path, at: place.range) }
    guard let field = member(place, "by") else { return }
    let scalar = field.valueType(in: service)
    guard isComparable(field, at: place.range),
      scalar != .string && scalar?.isInteger != true || scalar == .uint64
        || field.type == .stringOrInteger
    else { return }
    reader.error(
      .contradiction,
      "the discriminator must be a string or an integer other than uint64, which '\(field.wire)' is not",
      at: place.range, notes: [.init(message: "the field is here", range: field.range)])
  }

  /// Checks the object that has the event under its name: the body, or an object of the envelope with fields.
  private mutating func checkKey(_ path: [String], at range: SourceRange) {
    var others = service.envelope
    if !path.isEmpty {
      guard let field = envelopeField(Located(path, at: range)), !isLost(field) else { return }
      guard case .nested(let fields) = field.type else {
        reader.error(
          .contradiction, "'\(field.wire)' has no fields, beside which the event could be",
          at: range, notes: [.init(message: "the field is here", range: field.range)],
          fix: "write fields: there, with the members that every event has, or fields: {}")
        return
      }
      others = fields
    }
    for event in service.events {
      let id = event.id.value.text
      if let payload = event.payload {
        reader.error(
          .contradiction, "the payload of an event is the value of its key", at: payload.range,
          notes: [.init(message: "the key identifies the event here", range: range)],
          fix: "remove in:")
      }
      for other in others where ([other.wire] + other.otherSpellings).contains(id) {
        reader.error(
          .spellingClaimedTwice, "'\(id)' belongs to a field of the envelope already",
          at: event.id.range, notes: [.init(message: "claimed here", range: other.range)],
          fix: "remove the field: the event is its value")
      }
    }
  }

  /// Checks one of several discriminators: a header, a string of the envelope, or a member of the payload.
  private mutating func checkPart(_ place: Located<Place>) {
    if place.value.isHeader { return check(place) }
    if service.memberOfPayload(place.value) != nil {
      if service.envelopeField(at: service.payloadLocation.path)?.format == .json {
        reader.error(
          .contradiction, "a discriminator cannot be inside JSON text in a string",
          at: place.range, fix: "name a member of the envelope")
      }
      return
    }
    guard let field = member(place, "by"), !isLost(field), field.type != .scalar(.string) else {
      return
    }
    reader.error(
      .contradiction,
      "each of several discriminators must be a string, which '\(field.wire)' is not",
      at: place.range, notes: [.init(message: "the field is here", range: field.range)])
  }
}

extension Place {
  fileprivate var isHeader: Bool { if case .header = self { true } else { false } }
}
