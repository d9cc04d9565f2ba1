/// The editions of a service's documentation: pages in different languages, as read on a date, or versions of an API.
public struct Editions: Hashable, Sendable {
  /// The names, in schema order.
  public let names: [String]

  /// Creates editions from names separated by spaces, such as `"zh en"`; names after the 64th are dropped.
  @_spi(Generated)
  public init(_ names: StaticString) {
    self.names = names.description.split(separator: " ").prefix(64).map(String.init)
  }

  /// Creates editions from names that are known at run time only.
  package init(names: [String]) { self.names = Array(names.prefix(64)) }

  /// The bit mask of all editions; the lowest bit stands for the first one.
  package var all: UInt64 { names.count == 64 ? .max : 1 &<< UInt64(names.count) &- 1 }

  /// The names of the editions in a bit mask.
  package func names(of mask: UInt64) -> [String] {
    names.indices.filter { mask & 1 &<< UInt64($0) != 0 }.map { names[$0] }
  }
}
