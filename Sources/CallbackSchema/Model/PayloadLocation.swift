import SchemaSource

/// Where a body has an event's own fields.
public struct PayloadLocation: Hashable, Sendable {
  /// The path of the object with the fields; empty for the body itself.
  public var path: [String]
  /// Whether the object also has fields of the envelope; otherwise it is the payload, which has only the event's.
  public var hasEnvelopeFields: Bool
  /// Whether the absence of the object is a finding.
  public var isExpected: Bool

  public init(path: [String], hasEnvelopeFields: Bool, isExpected: Bool) {
    (self.path, self.hasEnvelopeFields, self.isExpected) = (path, hasEnvelopeFields, isExpected)
  }

  /// The notation of findings.
  public var text: String { path.joined(separator: ".") }
}

extension Service {
  /// The place of the own fields of the events that name no other; the object with the events, if its keys identify them.
  public var payloadLocation: PayloadLocation {
    if let keyPath {
      return PayloadLocation(path: keyPath, hasEnvelopeFields: false, isExpected: true)
    }
    return payloadLocation(at: payload.value)
  }

  /// The place of an event's own fields.
  public func payloadLocation(of event: Event) -> PayloadLocation {
    if let keyPath {
      return PayloadLocation(
        path: keyPath + [event.id.value.text], hasEnvelopeFields: false, isExpected: true)
    }
    switch event.payload?.value {
    case .place(let place)?: return payloadLocation(at: place)
    case EventPayload.none?:
      var location = payloadLocation
      location.isExpected = false
      return location
    case nil: return payloadLocation
    }
  }

  /// Whether all events have their fields in one object without other members, and a member of the envelope identifies them.
  public var hasOnePayload: Bool {
    let location = payloadLocation
    return hasMemberDiscriminator && keyPath == nil && !location.hasEnvelopeFields
      && events.allSatisfy { payloadLocation(of: $0) == location }
  }

  private func payloadLocation(at place: Place) -> PayloadLocation {
    let field = envelopeField(at: place.path)
    let hasEnvelopeFields =
      if case .nested? = field?.type { true } else { place.path.isEmpty && place == .body }
    return PayloadLocation(
      path: place.path, hasEnvelopeFields: hasEnvelopeFields, isExpected: field?.isOptional != true)
  }

  /// The fields of the envelope beside which an event's own fields are; nil if the payload has only the event's.
  public func fields(beside location: PayloadLocation) -> [Field]? {
    guard location.hasEnvelopeFields else { return nil }
    return location.path.isEmpty ? envelope : envelopeField(at: location.path).map(members(of:))
  }
}
