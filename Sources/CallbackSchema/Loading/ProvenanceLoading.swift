import SchemaSource

extension Loading {
  /// The provenance of a declaration: its own `editions`, or those of its container.
  mutating func provenance(_ entry: Node.Entry?, within container: Provenance) -> Provenance {
    guard let entry else { return Provenance(editions: container.editions) }
    let sources = reader.items(entry.value, of: "editions").compactMap { source($0) }
    var editions: EditionSet = []
    for source in sources where source.part == nil {
      for place in source.editions where self.editions[place].isFull {
        editions.insert(EditionSet(edition: place))
      }
      // What is documented elsewhere holds in all editions.
      if source.editions.contains(where: { self.editions[$0].kind == .elsewhere }) {
        editions.formUnion(container.editions)
      }
      let beyond = source.editions.filter {
        self.editions[$0].isFull && !container.editions.contains(edition: $0)
      }
      if !beyond.isEmpty {
        let names = beyond.map { self.editions[$0].name }.joined(separator: ", ")
        reader.error(
          .editionsOutside, "'\(names)' does not document the container", at: source.range,
          fix: "add it to the editions of the container, or remove it here")
      }
    }
    return Provenance(editions: editions.intersection(container.editions), sources: sources)
  }

  /// A value, or a mapping of the value and of the editions that document it.
  mutating func loadDocumented(
    _ node: Node, _ key: String, _ purpose: String, of what: String, keys: [String],
    within container: Provenance
  ) -> (node: Node, provenance: Provenance)? {
    guard case .mapping = node.content else {
      return (node, Provenance(editions: container.editions))
    }
    guard let map = reader.mapping(node, of: what, keys: keys) else { return nil }
    let provenance = provenance(map["editions"], within: container)
    require([key: purpose], in: map, at: node.range)
    return map[key].map { ($0.value, provenance) }
  }

  mutating func source(_ node: Node) -> Source? {
    guard let text = reader.text(node, of: "a source") else { return nil }
    let words = text.split(separator: " ").map(String.init)
    let part = words.last.flatMap(Source.Part.init(rawValue:))
    if words.count == 1, let part, !editions.contains(where: { $0.name == text }) {
      return Source(editions: [], part: part, text: text, range: node.range)
    }
    guard words.count == 1 || (words.count == 2 && part != nil), let name = words.first else {
      unknownSource(text, at: node.range)
      return nil
    }
    guard let places = places(of: name) else {
      unknownSource(name, at: node.range)
      return nil
    }
    return Source(
      editions: places, part: words.count == 2 ? part : nil, text: text, range: node.range)
  }

  /// An edition, or a range of versions: `A...`, `A...B`, `...B`.
  private func places(of text: String) -> [Int]? {
    func place(_ name: Substring) -> Int? { editions.firstIndex { $0.name == name } }
    guard let dots = text.firstRange(of: "...") else {
      return place(Substring(text)).map { [$0] }
    }
    let (first, last) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let lower = first.isEmpty ? 0 : place(first)
    let upper = last.isEmpty ? editions.count - 1 : place(last)
    guard let lower, let upper, lower <= upper, !(first.isEmpty && last.isEmpty) else { return nil }
    return (lower...upper).filter { editions[$0].kind == .version }
  }

  private mutating func unknownSource(_ text: String, at range: SourceRange) {
    // Without any edition their absence is the error.
    guard !editions.isEmpty else { return }
    let known = editions.map(\.name) + Source.Part.allCases.map(\.rawValue)
    reader.error(
      .unknownName, "'\(text)' is not an edition of the service", at: range,
      notes: editions.first.map { [.init(message: "the editions are here", range: $0.range)] }
        ?? [],
      fix: suggestion(for: text, in: known)
        ?? "editions: \(reader.list(editions.map(\.name)))")
  }
}
