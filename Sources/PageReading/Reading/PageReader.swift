public import CallbackSchema
public import SchemaSource

/// Reads documentation pages.
///
/// The stages: the text becomes blocks (`BlockReader`), the blocks become events, groups of fields and tables
/// (`FactCollector`), and these become facts (`FactAssembly`). The schema, where there is one, settles what the page leaves
/// ambiguous. It never adds a fact that the page does not show.
public enum PageReader {
  /// Reads what a page declares.
  ///
  /// - Parameters:
  ///   - file: the page.
  ///   - page: the page in a profile; nil to read by the general rules alone.
  ///   - service: the service whose schema settles ambiguities; nil without a schema.
  ///   - diagnostics: receives the entries of the profile that match nothing, and a page that cannot be read.
  /// - Returns: the facts; nil after a report of a page that cannot be read.
  public static func read(
    _ file: SourceFile, as page: PageProfile.Page?, of service: Service?,
    into diagnostics: inout Diagnostics
  ) -> PageFacts? {
    guard let lines = PageText.lines(of: file, into: &diagnostics) else { return nil }
    var blocks = PageBlocks(lines)
    let reading = CollectedPage(&blocks, as: page, of: service)
    let facts = reading.facts(path: file.path)
    if let page {
      guard !reading.isOther else {
        reportOtherPage(file, page, service, into: &diagnostics)
        return nil
      }
      reading.checkEntries(into: &diagnostics)
    }
    return facts
  }

  private static func reportOtherPage(
    _ file: SourceFile, _ page: PageProfile.Page, _ service: Service?,
    into diagnostics: inout Diagnostics
  ) {
    let start = file.position(line: 1, column: 1)
    let owner = service.map { " of \($0.name)" } ?? ""
    diagnostics.error(
      .otherPage, "no event is found: the file does not look like the page '\(page.name)'\(owner)",
      at: SourceRange(path: file.path, start: start, end: start),
      notes: [.init(message: "the page is declared here", range: page.range)],
      fix: "name another page with --page, or correct its events in \(page.range.path)")
  }
}
