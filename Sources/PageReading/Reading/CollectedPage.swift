import CallbackSchema
import SchemaSource

/// The blocks of a page, divided once for each form and each set of headers.
struct PageBlocks {
  private struct Division {
    var form: PageForm
    var columns: [ColumnEntry]
    var blocks: [Block]
  }

  let lines: [PageLine]
  private var divisions: [Division] = []
  /// The lines of the page in the form in which captions are compared.
  fileprivate var captions: [PageForm: [Caption]] = [:]

  init(_ lines: [PageLine]) { self.lines = lines }

  /// The blocks of the page as an entry of a profile describes it.
  mutating func blocks(as page: PageProfile.Page?) -> [Block] {
    let (form, columns) = (page?.form ?? .markup, page?.columns ?? [])
    if let known = divisions.first(where: { $0.form == form && $0.columns == columns }) {
      return known.blocks
    }
    let words = ColumnWords(adding: columns)
    let blocks = BlockReader.blocks(of: lines, form: form, words: words)
    divisions.append(Division(form: form, columns: columns, blocks: blocks))
    return blocks
  }
}

extension PageBlocks {
  /// Whether each caption that an entry of a profile needs occurs on the page. It is tested before anything is collected.
  mutating func mayBe(_ page: PageProfile.Page) -> Bool {
    let blocks = blocks(as: page)
    if captions[page.form] == nil { captions[page.form] = blocks.map { Caption($0.text.string) } }
    let lines = captions[page.form] ?? []
    func occurs(_ text: String) -> Bool {
      let caption = Caption(text)
      return lines.contains { caption.matches($0, isHeading: true) }
    }
    return ([page.indexes, page.ignored] + page.scopes.map(\.captions)).allSatisfy { group in
      group.entries.isEmpty
        || (group.isOwn
          ? group.entries.allSatisfy { occurs($0.value) }
          : group.entries.contains { occurs($0.value) })
    }
  }
}

/// What was collected from a page by an entry of a profile.
struct CollectedPage {
  let page: PageProfile.Page?
  private let knowledge: EditionKnowledge
  private let collector: FactCollector
  private let lineCount: Int
  private let textLineCount: Int

  /// - Parameters:
  ///   - blocks: the page.
  ///   - page: the entry of the profile; nil to read by the general rules alone.
  ///   - service: the service whose schema settles ambiguities; nil without a schema.
  init(_ blocks: inout PageBlocks, as page: PageProfile.Page?, of service: Service?) {
    self.page = page
    knowledge = EditionKnowledge(service: service, edition: page?.edition)
    var collector = FactCollector(page: page, knowledge: knowledge.common)
    collector.collect(blocks.blocks(as: page))
    if let page { collector.noteTypes(page) }
    self.collector = collector
    lineCount = blocks.lines.count
    textLineCount = blocks.lines.count { !$0.isBlank }
  }

  /// Whether the page has an event, with a section or in an index.
  var hasEvents: Bool {
    !collector.events.isEmpty || collector.indexes.contains { !$0.rows.isEmpty }
  }

  /// Whether the page is not the one of the entry: it has no event, or nothing that the entry names.
  var isOther: Bool {
    guard let page else { return false }
    return collector.matches.isEmpty(page)
      || !hasEvents && !(page.events.entries.isEmpty && page.indexes.entries.isEmpty)
  }

  /// Whether the entry describes the page: it finds events, and each of its parts matches something.
  var fits: Bool {
    var diagnostics = Diagnostics()
    checkEntries(into: &diagnostics)
    return hasEvents && !diagnostics.hasErrors
  }

  /// Reports the parts of the entry that match nothing on the page.
  func checkEntries(into diagnostics: inout Diagnostics) {
    if let page { collector.matches.check(page, into: &diagnostics) }
  }

  /// The facts of the page.
  func facts(path: String) -> PageFacts {
    var assembly = FactAssembly(collector) { knowledge[$0] }
    assembly.elsewherePaths = page?.elsewhere.map(\.value) ?? []
    var facts = assembly.facts(path: path, lineCount: lineCount)
    facts.textLineCount = textLineCount
    facts.page = page?.name
    if case .named(let edition)? = page?.edition { facts.edition = edition.value }
    return facts
  }
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
