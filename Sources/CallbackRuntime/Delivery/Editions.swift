/// The full editions that document a service. A mask has a bit for each, the lowest one for the first.
public struct Editions: Hashable, Sendable {
  /// Their names, in order.
  public let names: [String]

  /// Takes the names, parted by spaces, such as `"zh en"`; at most 64.
  public init(_ names: StaticString) {
    self.names = names.description.split(separator: " ").prefix(64).map(String.init)
  }

  /// Takes names that are known at run time only.
  package init(names: [String]) { self.names = Array(names.prefix(64)) }

  /// The mask of all editions.
  public var all: UInt64 { names.count == 64 ? .max : 1 &<< UInt64(names.count) &- 1 }

  /// The names of a mask's editions.
  public func names(of mask: UInt64) -> [String] {
    names.indices.filter { mask & 1 &<< UInt64($0) != 0 }.map { names[$0] }
  }
}
