public import CallbackSchema
public import SchemaSource

/// A proposal for the entry of a page in `pages.yaml`.
///
/// It is learned from the places where the page has the names of the schema: the form of the event headings, the captions
/// of the fields of the envelope, and the words for columns and types. A person reviews it.
public struct ProfileProposal: Hashable, Sendable {
  /// The name of the page.
  public var name: String
  /// The entries of the page, in the order of the keys.
  public var entries: [YAMLEntry] = []
  /// What could not be found out.
  public var open: [String] = []

  /// - Parameters:
  ///   - file: the page.
  ///   - name: the name of the page, and of its edition if the service has one of this name; nil to learn the edition.
  ///   - service: the service that the page documents.
  ///   - diagnostics: receives the problem of a file that is no page.
  /// - Returns: nil after a report.
  public init?(
    of file: SourceFile, named name: String?, for service: Service,
    into diagnostics: inout Diagnostics
  ) {
    guard let lines = PageText.lines(of: file, into: &diagnostics) else { return nil }
    let markup = LearnedPage(lines, .markup, service)
    // The text of a browser has no marks of headings, and its tables no separators.
    let text = LearnedPage(lines, .text, service)
    let page = markup.strength >= text.strength ? markup : text
    let edition = EditionLearning(page, service, named: name)
    self.name = name ?? edition.name.flatMap { $0 == ProfileKeys.byHeading ? nil : $0 } ?? "page"
    entries.append(
      YAMLEntry("edition", .text(edition.name ?? service.editions.first?.name ?? "page")))
    if page.form == .text { entries.append(YAMLEntry("form", .plain("text"))) }
    open += edition.open
    entries += page.events.entries + page.groups.entries + page.words.entries
    let documented = edition.name.flatMap { service.projected(to: $0) } ?? service
    open += page.events.open(Set(documented.events.map(\.key))) + page.groups.open
  }

  /// The YAML, with what is open as comments.
  public var text: String {
    let page = YAMLEntry(.text(name), .mapping(entries))
    let root = YAMLEntry("pages", .mapping([page]))
    let comments = open.map { "# open: \($0)" }
    return (comments + YAMLWriter().lines(root)).map { $0 + "\n" }.joined()
  }
}

/// What a page shows in one form of reading.
struct LearnedPage {
  let form: PageForm
  let blocks: [Block]
  let events: EventFormLearning
  let groups: GroupLearning
  let words: WordLearning

  init(_ lines: [PageLine], _ form: PageForm, _ service: Service) {
    self.form = form
    // A table with unknown headers is a table nevertheless, unless its cells have no separators.
    blocks = BlockReader.blocks(of: lines, form: form, words: ColumnWords())
    events = EventFormLearning(blocks, form, service)
    groups = GroupLearning(blocks, service, events)
    words = WordLearning(blocks, service)
  }

  /// How much of the schema the page shows in this form.
  var strength: Int { events.found.count * 4 + groups.found.count }
}
