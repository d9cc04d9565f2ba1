public import CallbackSchema
public import SchemaSource

extension PageReader {
  /// The page of a profile that a file is: the one whose entries all match, and whose edition has the most of the fields
  /// and values that the file declares.
  ///
  /// - Parameters:
  ///   - file: the page.
  ///   - profile: the profile of the service.
  ///   - service: the service with the editions of the pages.
  /// - Returns: the first of the best pages; nil if none has entries that all match.
  public static func choosePage(
    for file: SourceFile, in profile: PageProfile, of service: Service?
  ) -> PageProfile.Page? {
    var best: (score: Int, page: PageProfile.Page)?
    for page in profile.pages {
      var diagnostics = Diagnostics()
      guard let facts = read(file, as: page, of: service, into: &diagnostics),
        !diagnostics.hasErrors
      else { continue }
      let score = agreement(of: facts, with: service)
      if best.map({ score > $0.score }) ?? true { best = (score, page) }
    }
    return best?.page
  }

  /// The number of fields and values that an edition has, less the number of those that it does not have.
  private static func agreement(of facts: PageFacts, with service: Service?) -> Int {
    guard let service, let known = SchemaKnowledge(of: service, edition: facts.edition) else {
      return 0
    }
    return facts.events.reduce(0) { score, event in
      guard let schema = known.event(for: event) else { return score - 1 }
      let values = Dictionary(
        schema.fields.map { ($0.path, Set($0.values)) }, uniquingKeysWith: { $0.union($1) })
      let paths = Set(event.fields.map(\.path))
      return event.fields.reduce(score - Set(values.keys).subtracting(paths).count) {
        score, field in
        guard let codes = values[field.path] else { return score - 1 }
        let listed = field.values.filter { $0.rule != .valueProse }
        let shared = listed.filter { codes.contains($0.text) }.count
        return score + 1 + 2 * shared - listed.count
      }
    }
  }
}
