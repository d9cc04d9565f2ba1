/// A string that holds several, parted by a separator; it is kept as it was sent.
public struct SeparatedList: Hashable, Sendable, CustomStringConvertible {
  /// The string, as sent.
  public var rawValue: String
  /// What parts the items.
  public let separator: String

  /// A string, as sent.
  public init(rawValue: String, separator: String) {
    self.rawValue = rawValue
    self.separator = separator
  }

  /// Some items.
  public init(_ items: [String], separator: String) {
    rawValue = items.joined(separator: separator)
    self.separator = separator
  }

  /// The items; none when the string is empty.
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

  /// The string, as sent.
  public var description: String { rawValue }
}
