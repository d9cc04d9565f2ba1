public import CallbackSchema
public import SchemaSource

extension PageReader {
  /// Reads a file as the page of a profile that it is: the one whose entries all match, and whose edition differs from the
  /// file in the fewest places.
  ///
  /// - Parameters:
  ///   - file: the page.
  ///   - profile: the profile of the service.
  ///   - service: the service with the editions of the pages; nil without a schema.
  ///   - diagnostics: receives a report of a file that is no text.
  /// - Returns: the first of the best pages with the facts; nil if the file is no text, and if the entries of no page match.
  public static func choosePage(
    for file: SourceFile, in profile: PageProfile, of service: Service?,
    into diagnostics: inout Diagnostics
  ) -> (page: PageProfile.Page, facts: PageFacts)? {
    guard let lines = PageText.lines(of: file, into: &diagnostics) else { return nil }
    var blocks = PageBlocks(lines)
    let candidates = profile.pages.compactMap {
      page -> (page: PageProfile.Page, facts: PageFacts)? in
      guard blocks.mayBe(page) else { return nil }
      let collected = CollectedPage(&blocks, as: page, of: service)
      return collected.fits ? (page, collected.facts(path: file.path)) : nil
    }
    guard let service, candidates.count > 1 else { return candidates.first }
    let counts = candidates.map { page, facts in
      var comparison = PageComparison(facts, in: file, as: page, of: service)
      comparison.compareScopes()
      comparison.compareEvents()
      return comparison.merged.filter { $0.explanation == nil }.count
    }
    let best = counts.indices.min { counts[$0] < counts[$1] }
    return best.map { candidates[$0] }
  }
}
