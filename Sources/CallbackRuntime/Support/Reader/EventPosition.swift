/// The position of an event's payload in its envelope.
@_spi(Generated)
public struct EventPosition: Sendable {
  enum Place: Sendable {
    case absent, null, read
    case at(_JSONReader.Mark)
  }
  let place: Place

  /// The payload is absent, or was not reached yet.
  public static let absent = EventPosition(place: .absent)
  /// The payload was reached and its event was read.
  public static let read = EventPosition(place: .read)
}
