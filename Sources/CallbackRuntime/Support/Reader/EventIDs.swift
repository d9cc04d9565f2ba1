/// The IDs of a service's events, each a list of values of several discriminators.
@_spi(Generated)
public struct EventIDs: Sendable {
  private let known: [String: [String]]
  private static let separator = "\u{0}"

  /// Creates a table of all IDs.
  public init(_ ids: [[String]]) {
    known = Dictionary(ids.map { ($0.joined(separator: Self.separator), $0) }) { first, _ in first }
    texts = Dictionary(ids.map { ($0.joined(separator: "."), $0) }) { first, _ in first }
  }

  private let texts: [String: [String]]

  /// The longest ID that begins the values before the first absent one; without such an ID, all these values.
  ///
  /// - Returns: the values of the ID joined by dots; nil if the first value is absent.
  public func id(of values: [String?]) -> String? {
    let values = Array(values.prefix { $0 != nil }.compactMap { $0 })
    for count in stride(from: values.count, to: 0, by: -1) {
      if let id = known[values[..<count].joined(separator: Self.separator)] {
        return id.joined(separator: ".")
      }
    }
    return values.isEmpty ? nil : values.joined(separator: ".")
  }

  /// One value of the ID of a documented event; nil if the ID does not determine it.
  public func part(_ index: Int, of id: String) -> String? {
    texts[id].flatMap { $0.indices.contains(index) ? $0[index] : nil }
  }
}
