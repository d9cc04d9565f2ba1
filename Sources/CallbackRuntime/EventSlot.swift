/// Where the content of an event stands in its envelope.
public struct EventSlot: Sendable {
  enum Place: Sendable {
    case absent, null, read
    case at(JSONReader.Mark)
  }
  let place: Place

  /// There is no slot, or it was not met yet.
  public static let absent = EventSlot(place: .absent)
  /// The event was read already.
  public static let read = EventSlot(place: .read)
}
