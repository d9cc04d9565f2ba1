import CallbackSchema

/// The editions for which a page, or a section of it, speaks.
struct ProjectionView {
  let service: Service
  /// The indices of the editions in the service.
  var editions: Set<Int>

  /// What the editions say about a declaration.
  enum Statement: Equatable {
    /// All of them document it.
    case documented
    /// Some of them document it, or a part of a page does, such as an example.
    case mentioned
    /// Only other editions document it.
    case foreign([String])
  }

  init(_ service: Service, editions: Set<Int>) {
    self.service = service
    self.editions = editions
  }

  /// The view of a named edition; nil if the service has no such edition.
  init?(_ service: Service, edition: String) {
    guard let place = service.editions.firstIndex(where: { $0.name == edition }) else { return nil }
    self.init(service, editions: [place])
  }

  /// Whether absence from the page is a statement.
  var isFull: Bool { editions.allSatisfy { service.editions[$0].isFull } }

  func statement(on provenance: Provenance) -> Statement {
    let named = Set(provenance.sources.filter { $0.part == nil }.flatMap(\.editions))
    let all = named.union(provenance.editions.places)
    // What a page elsewhere documents holds for all editions, but their pages need not have it.
    let isElsewhere = named.contains { service.editions[$0].kind == .elsewhere }
    let whole = isElsewhere ? named : all
    if editions.isSubset(of: whole) { return .documented }
    let isMentioned =
      !editions.isDisjoint(with: all) || provenance.sources.contains { isOfPart($0) }
    if isMentioned { return .mentioned }
    let names = provenance.sources.map(\.text)
    return .foreign(names.isEmpty ? service.names(of: provenance.editions) : names)
  }

  /// The view for what a container has: of a version that does not document it, the nearest older one that does.
  func inside(_ provenance: Provenance) -> ProjectionView {
    guard let edition = editions.first, editions.count == 1,
      service.editions[edition].kind == .version, statement(on: provenance) != .documented
    else { return self }
    let older = (0..<edition).last { place in
      service.editions[place].kind == .version && provenance.editions.contains(edition: place)
    }
    return older.map { ProjectionView(service, editions: [$0]) } ?? self
  }

  /// Whether a source is the page as a whole.
  func isWhole(_ source: Source) -> Bool {
    source.part == nil && editions.isSubset(of: source.editions)
  }

  /// Whether a source is a part of the page that declares fields: its prose or its tables.
  func isDeclaringPart(_ source: Source) -> Bool {
    (source.part == .prose || source.part == .table) && isOfPart(source)
      || source.part == nil && !isWhole(source) && !editions.isDisjoint(with: source.editions)
  }

  /// Whether a source is a part of the page, such as its examples.
  func isOfPart(_ source: Source) -> Bool {
    guard let part = source.part, part != .traffic else { return false }
    return source.editions.isEmpty || !editions.isDisjoint(with: source.editions)
  }

  /// Whether a source is the page or a part of it.
  func contains(_ source: Source) -> Bool {
    isOfPart(source) || source.part == nil && !editions.isDisjoint(with: source.editions)
  }
}
