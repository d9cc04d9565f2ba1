/// A string of several items with a separator between them, such as `a,b,c`, stored as received.
public struct SeparatedList: Hashable, Sendable, CustomStringConvertible {
  /// The string as received.
  public var rawValue: String
  /// The string between two items.
  public let separator: String

  /// Creates a list from the whole string.
  public init(rawValue: String, separator: String) {
    self.rawValue = rawValue
    self.separator = separator
  }

  /// Creates a list from its items.
  public init(_ items: [String], separator: String) {
    rawValue = items.joined(separator: separator)
    self.separator = separator
  }

  /// The items, which may be empty strings; no items for an empty string.
  public var items: [String] {
    guard !rawValue.isEmpty, !separator.isEmpty else { return rawValue.isEmpty ? [] : [rawValue] }
    return Array(rawValue.utf8).split(
      separator: Array(separator.utf8), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The string as received.
  public var description: String { rawValue }
}
