import CallbackSchema

/// The editions that a page documents a declaration for.
struct DraftEditions: Hashable, Sendable {
  /// The names of the editions; nil if the page documents the declaration for all of them.
  var names: [String]?

  static let every = DraftEditions(names: nil)

  /// The full editions among them.
  func full(of service: Service) -> EditionSet {
    guard let names else { return service.fullEditions }
    return service.editions.indices.filter { names.contains(service.editions[$0].name) }
      .reduce(into: EditionSet()) { $0.insert(EditionSet(edition: $1)) }
      .intersection(service.fullEditions)
  }

  /// The editions of several pages or sections.
  func union(_ other: DraftEditions, in service: Service) -> DraftEditions {
    guard let names, let more = other.names else { return .every }
    return DraftEditions(names: service.editions.map(\.name).filter { (names + more).contains($0) })
  }

  /// The value of the key `editions`; nil if the editions are those of the container.
  func value(within container: EditionSet, of service: Service) -> YAMLValue? {
    guard let names, !names.isEmpty else { return nil }
    let full = full(of: service)
    let hasOther = names.contains { name in
      service.editions.contains { $0.name == name && !$0.isFull }
    }
    if full == container, !hasOther { return nil }
    return .list(names.map(YAMLValue.text))
  }
}
