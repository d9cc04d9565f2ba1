/// A string that holds several items with a separator between them, kept as sent.
public struct SeparatedList: Hashable, Sendable, CustomStringConvertible {
  /// The string as sent.
  public var rawValue: String
  /// The string between two items.
  public let separator: String

  /// Creates a list from the string as sent.
  public init(rawValue: String, separator: String) {
    self.rawValue = rawValue
    self.separator = separator
  }

  /// Creates a list from its items.
  public init(_ items: [String], separator: String) {
    rawValue = items.joined(separator: separator)
    self.separator = separator
  }

  /// The items; none for an empty string.
  public var items: [String] {
    guard !rawValue.isEmpty, !separator.isEmpty else { return rawValue.isEmpty ? [] : [rawValue] }
    let bytes = Array(rawValue.utf8)
    let mark = Array(separator.utf8)
    var items: [String] = []
    var start = 0
    var place = 0
    while place + mark.count <= bytes.count {
      if bytes[place..<place + mark.count].elementsEqual(mark) {
        items.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    return items + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  /// The string as sent.
  public var description: String { rawValue }
}
