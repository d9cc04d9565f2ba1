import CallbackSchema

// Code for services whose events have their fields beside those of the envelope, in several places, or no payload.

extension SwiftText {
  /// Prints the places of the events' own fields, as members of the callback.
  mutating func places(_ plan: Plan) {
    let callback = plan.callback
    if let ids = callback.listedIDs {
      line("fileprivate static let ids = CallbackRuntime.EventIDs([")
      indented { text in
        for id in ids { text.line("[\(id.map(Literal.string).joined(separator: ", "))],") }
      }
      line("])")
    }
    for case (let index, .inPayload(let place)) in (callback.parts ?? []).enumerated() {
      call("private static let part\(index) = CallbackRuntime.PayloadPlace", text(of: place, plan))
    }
    let places = plan.callback.places.map { text(of: $0, plan) }
    guard places.count > 1 else {
      return call("private static let place = CallbackRuntime.PayloadPlace", places[0])
    }
    line("private static let places = [")
    indented { text in
      for place in places { text.call("CallbackRuntime.PayloadPlace", place, ",") }
    }
    line("]")
  }

  /// Prints the object whose keys identify the events, as a member of the callback.
  mutating func place(_ keys: PlacePlan, _ plan: Plan) {
    call("private static let place = CallbackRuntime.PayloadPlace", text(of: keys, plan))
  }

  private func text(of place: PlacePlan, _ plan: Plan) -> [String] {
    var arguments = [Literal.string(place.location.text)]
    if !place.steps.isEmpty {
      let steps = place.steps.map { "CallbackRuntime.FieldNames(\(Literal.string($0)))" }
      let whole = "through: [\(steps.joined(separator: ", "))]"
      // An argument is indented by two levels more than the type.
      arguments.append(
        whole.count + 4 < Self.width
          ? whole : "through: [\n\(steps.map { "  \($0),\n" }.joined())]")
    }
    if let type = place.type {
      let isRoot = place.location.path.isEmpty
      arguments.append(
        "beside: \(isRoot ? "" : "\(TypeReference.qualified(type, plan.namespace)).")fields")
    }
    if let hidden = place.hidden { arguments.append("hiding: \(hidden)") }
    if !place.location.isExpected { arguments.append("isExpected: false") }
    return arguments
  }

  /// Prints how the event's ID is found after the envelope was read.
  mutating func identification(_ callback: CallbackPlan) {
    let name = Literal.string(callback.discriminator)
    if callback.keys != nil {
      line("let value = reader.identify(&position, at: Self.place, of: body)")
      guardElse(["let id = reader.discriminator(value, \(name))"], "return")
      return stored(callback)
    }
    guard let parts = callback.parts else {
      guardElse(["let id = reader.discriminator(id, \(name))"], "return")
      return stored(callback)
    }
    let values = parts.enumerated().map { index, part in
      switch part {
      case .header(let name): "reader.header(\(Literal.string(name)))"
      case .member(let path, _): path.access
      case .inPayload: "reader.text(at: Self.part\(index), of: body)"
      }
    }
    if callback.listedIDs == nil {
      line("let value = \(values[0])")
    } else {
      call("let value = Self.ids.id", ["of: [\(values.joined(separator: ", "))]"])
    }
    guardElse(["let id = reader.discriminator(value, \(name))"], "return")
    stored(callback)
  }

  private mutating func stored(_ callback: CallbackPlan) {
    for header in callback.storedHeaders {
      statement(
        .assignment(header.name.property, "reader.header(\(Literal.string(header.wire)))"))
    }
  }

  /// Prints the members of the events' enumeration that depend on the place of an event's fields.
  mutating func placedEvents(_ plan: Plan) {
    let callback = plan.callback
    if callback.places.count > 1 {
      line("/// The place of an event's own fields, by the event's ID.")
      block("static func _place(of id: \(callback.idType.swiftName)) -> Swift.Int") { text in
        text.line("switch id {")
        for (place, plan) in callback.places.enumerated().dropFirst() {
          text.cases(plan.ids.map(Literal.swift), "\(place)")
        }
        text.line("default: 0")
        text.line("}")
      }
      line()
      line("var _place: Swift.Int { Self._place(of: id) }")
      line()
    }
    let areBeside = callback.places.map(\.location.hasEnvelopeFields)
    if areBeside.contains(false) { payloadOfSome(callback) }
    guard areBeside.contains(true) else { return }
    if areBeside.contains(false) { line() }
    line("/// The raw JSON of an event that was not decoded.")
    block("var _raw: CallbackRuntime.RawJSON?") { text in
      text.line("switch self {")
      text.line("case .unrecognized(let event): event.details")
      text.line("case .malformed(let event): event.details")
      text.line("default: nil")
      text.line("}")
    }
    line()
    line("/// Writes the event's fields into the open object.")
    block("func _join(to writer: inout CallbackRuntime._JSONWriter)") { text in
      text.line("switch self {")
      for event in callback.events where event.location.hasEnvelopeFields {
        text.branch(
          "case .\(event.caseName.declared)(let event)", .call("writer.join", ["event"]))
      }
      text.line("default: break")
      text.line("}")
    }
  }

  /// Prints how the events with a payload are written into it.
  mutating func payloadOfSome(_ callback: CallbackPlan) {
    let (writing, keeps) = (callback.writing, keepsUnknown)
    block("func write(_ name: Swift.StaticString, to writer: inout CallbackRuntime._JSONWriter)") {
      text in
      text.line("switch self {")
      for event in callback.events where !event.location.hasEnvelopeFields {
        let name = event.caseName.declared
        if event.hasPayload {
          text.branch(
            "case .\(name)(let event)", .call("writer.\(writing)", ["name", "event"]))
        } else if keeps {
          // A documented event without payload has one only if the body had members in it.
          text.branch(
            "case .\(name)(let event) where !event.unknownFields.isEmpty",
            .call("writer.\(writing)", ["name", "event"]))
        }
      }
      text.line("case .unrecognized(let event): writer.\(writing)(name, event.details)")
      let shared = callback.places.indices.filter { callback.places[$0].location.hasEnvelopeFields }
      let condition = shared.map { "_place != \($0)" }.joined(separator: " && ")
      text.branch(
        "case .malformed(let event)\(condition.isEmpty ? "" : " where \(condition)")",
        .call("writer.\(writing)", ["name", "event.details"]))
      // The other cases write nothing here.
      let hasOthers =
        !shared.isEmpty || callback.hasOtherProducts
        || callback.events.contains { !$0.hasPayload }
      if hasOthers { text.line("default: break") }
      text.line("}")
    }
  }
}

extension CallbackPlan {
  /// The index of the part of the event's ID at a path of the envelope.
  func partIndex(at wire: [String]) -> Int? {
    guard listedIDs != nil else { return nil }
    return parts?.firstIndex { if case .member(_, wire) = $0 { true } else { false } }
  }

  /// The statement that writes a member of the envelope with a part of the event's ID: the event determines its value, or
  /// else the property; nil for any other member.
  func part(at wire: [String], _ property: PropertyPlan, _ plan: Plan) -> Statement? {
    guard let index = partIndex(at: wire) else { return nil }
    let ids = "\(plan.namespace.declared).Callback.ids"
    let name = Literal.member(property.field.wire)
    return .call(
      "writer.write",
      [name, "\(ids).part(\(index), of: event.id) ?? \(property.name.property)"])
  }

  /// The index of the place beside the fields of a group; nil if no event has its fields there.
  func place(beside group: GroupPlan) -> Int? {
    places.firstIndex { $0.location.hasEnvelopeFields && $0.location.path == group.wire }
  }

  /// The condition, followed by a comma, that an event has its fields at a place; empty if all events have.
  func isPlaced(_ place: Int) -> String { places.count == 1 ? "" : "event._place == \(place), " }

  /// The statements that empty the unknown fields of the objects beside whose fields those of an event are: the event's
  /// struct keeps them.
  var forgetting: [String] {
    places.enumerated().compactMap { index, place in
      guard place.type != nil else { return nil }
      let path = place.properties.map { "\($0.property)." }.joined()
      let statement = "\(path)unknownFields = CallbackRuntime.UnknownFields()"
      return places.count == 1 ? statement : "if event._place == \(index) { \(statement) }"
    }
  }
}

extension GroupPlan {
  /// Whether writing it needs the event.
  func needsEvent(_ callback: CallbackPlan) -> Bool {
    holdsPayload || holdsDiscriminator || holdsKeys
      || (callback.listedIDs != nil
        && callback.parts?.contains {
          if case .member(_, let path) = $0 { path.starts(with: wire) } else { false }
        } == true)
      || callback.places.contains {
        $0.location.hasEnvelopeFields && $0.location.path.starts(with: wire)
      }
  }
}
