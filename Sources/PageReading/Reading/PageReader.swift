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
    let knowledge = EditionKnowledge(service: service, edition: page?.edition)
    let words = ColumnWords(adding: page?.columns ?? [])
    let blocks = BlockReader.blocks(of: lines, form: page?.form ?? .markup, words: words)
    var collector = FactCollector(page: page, knowledge: knowledge.common)
    collector.collect(blocks)
    var assembly = FactAssembly(collector) { knowledge[$0] }
    assembly.elsewherePaths = page?.elsewhere.map(\.value) ?? []
    var facts = assembly.facts(path: file.path, lineCount: lines.count)
    facts.page = page?.name
    if case .named(let edition)? = page?.edition { facts.edition = edition.value }
    if let page {
      guard !facts.events.isEmpty || page.events.entries.isEmpty && page.indexes.entries.isEmpty
      else {
        reportOtherPage(file, page, service, into: &diagnostics)
        return nil
      }
      collector.noteTypes(page)
      collector.matches.check(page, into: &diagnostics)
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

/// What a schema says about the editions of a page.
private struct EditionKnowledge {
  /// What the schema says about the edition of the page; about all, if the headings name the versions.
  let common: SchemaKnowledge?
  /// What it says about each version.
  private let versions: [String: SchemaKnowledge]

  init(service: Service?, edition: PageEdition?) {
    guard let service else {
      (common, versions) = (nil, [:])
      return
    }
    switch edition {
    case .named(let name)?:
      common = SchemaKnowledge(of: service, edition: name.value)
      versions = [:]
    case .byHeading?:
      common = SchemaKnowledge(of: service, edition: nil)
      let names = service.editions.filter { $0.kind == .version }.map(\.name)
      versions = Dictionary(
        names.compactMap { name in
          SchemaKnowledge(of: service, edition: name).map { (name, $0) }
        }, uniquingKeysWith: { first, _ in first })
    case nil:
      common = SchemaKnowledge(of: service, edition: nil)
      versions = [:]
    }
  }

  subscript(version: String?) -> SchemaKnowledge? { version.flatMap { versions[$0] } ?? common }
}

extension FactCollector {
  /// Notes the type words of the profile that the page uses.
  fileprivate mutating func noteTypes(_ page: PageProfile.Page) {
    let used = Set(
      groups.flatMap { $0.drafts.compactMap { $0.field.typeWord?.lowercased().trimmingSpaces } })
    for entry in page.types where used.contains(entry.word.value.lowercased().trimmingSpaces) {
      matches.note(entry.word.range)
    }
  }
}
