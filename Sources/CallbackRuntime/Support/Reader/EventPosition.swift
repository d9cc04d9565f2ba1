/// Where the content of an event stands in its envelope.
@_spi(Generated)
public struct EventPosition: Sendable {
  enum Place: Sendable {
    case absent, null, read
    case at(_JSONReader.Mark)
  }
  let place: Place

  /// There is no payload, or it was not met yet.
  public static let absent = EventPosition(place: .absent)
  /// The event was read already.
  public static let read = EventPosition(place: .read)
}
