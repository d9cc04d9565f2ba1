import SchemaSource

/// Where a body has an event's own fields.
public struct Slot: Hashable, Sendable {
  /// The path of the object with the fields; empty for the body itself.
  public var path: [String]
  /// Whether the object also has fields of the envelope; otherwise it is the payload, which has only the event's.
  public var isShared: Bool
  /// Whether the absence of the object is a finding.
  public var isExpected: Bool

  public init(path: [String], isShared: Bool, isExpected: Bool) {
    (self.path, self.isShared, self.isExpected) = (path, isShared, isExpected)
  }

  /// The notation of findings.
  public var text: String { path.joined(separator: ".") }
}

extension Service {
  /// The place of the own fields of the events that name no other.
  public var slot: Slot { slot(at: payload.value) }

  /// The place of an event's own fields.
  public func slot(of event: Event) -> Slot {
    switch event.slot?.value {
    case .place(let place)?: return slot(at: place)
    case EventSlot.none?:
      var slot = slot
      slot.isExpected = false
      return slot
    case nil: return slot
    }
  }

  /// Whether all events have their fields in one place, and none is without payload.
  public var hasOneSlot: Bool { events.allSatisfy { slot(of: $0) == slot } }

  /// The distinct places of the events' fields, that of most events first.
  public var slots: [Slot] {
    events.map(slot(of:)).reduce(into: [slot]) { if !$0.contains($1) { $0.append($1) } }
  }

  private func slot(at place: Place) -> Slot {
    let field = envelopeField(at: place.path)
    let isShared =
      if case .nested? = field?.type { true } else { place.path.isEmpty && place == .body }
    return Slot(path: place.path, isShared: isShared, isExpected: field?.isOptional != true)
  }

  /// The fields of the envelope beside which an event's own fields are; nil if the payload has only the event's.
  public func fields(beside slot: Slot) -> [Field]? {
    guard slot.isShared else { return nil }
    return slot.path.isEmpty ? envelope : envelopeField(at: slot.path).map(members(of:))
  }
}
