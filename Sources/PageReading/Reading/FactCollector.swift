import CallbackSchema

/// Reads the blocks of a page in order into events, scopes, groups of fields, code tables and examples.
///
/// A later step expands links to objects, attaches the code tables and settles the nesting, because a page may describe an
/// object before or after the fields that link to it.
struct FactCollector {
  let page: PageProfile.Page?
  let knowledge: SchemaKnowledge?
  let columns: ColumnWords
  let types: TypeWords
  let captions: ProfileCaptions

  var events: [PageEvent] = []
  var scopes: [PageScope] = []
  /// Use ``add(_:)`` to append one.
  var groups: [FieldGroup] = []
  /// What the groups belong to.
  private var owners: Set<FieldGroup.Owner> = []
  var tables: [TableDraft] = []
  var indexes: [PageIndex] = []
  var examples: [ExampleDraft] = []
  var unread: [UnreadLine] = []
  var matches = ProfileMatches()

  // Where the collector is.

  var owner = FieldGroup.Owner.none
  /// The level of the heading that opened the owner; nil if it was no heading.
  var ownerLevel: Int?
  /// The group that list items add to.
  var group: Int?
  /// The open fields of a list, the innermost last, as places in the group.
  var open: [(indentation: Int, field: Int)] = []
  /// The items without a reading, the innermost last: whether each was reported.
  var prose: [(indentation: Int, block: Block)] = []
  /// The level of the heading of an ignored section.
  var ignoredLevel: Int?
  var caption = ""
  /// The keys of the anchors since the last heading or table.
  var anchors: [String] = []
  /// Whether the next table is an index.
  var expectsIndex = false
  /// The fields of the open tags.
  var parameters: [Int] = []
  /// The keys of all anchors to which the page links.
  var linked: Set<String> = []
  /// The keys of the anchors and texts of the headings and items that open events by the profile.
  var eventAnchors: Set<String> = []
  /// What a general index says about the heading at a block.
  var indexed: [Int: PageIndex.Row] = [:]

  /// The deepest nesting of fields in lists and tags: more than any body has, and little enough for long paths.
  static let maximumDepth = 32

  init(page: PageProfile.Page?, knowledge: SchemaKnowledge?) {
    self.page = page
    self.knowledge = knowledge
    columns = ColumnWords(adding: page?.columns ?? [])
    types = TypeWords(adding: page?.types ?? [])
    captions = ProfileCaptions(page)
  }

  /// Whether the owner has a group already.
  var ownerHasGroup: Bool { owner != .none && owners.contains(owner) }

  mutating func add(_ group: FieldGroup) {
    groups.append(group)
    owners.insert(group.owner)
  }

  mutating func collect(_ blocks: [Block]) {
    linked = Set(
      blocks.flatMap(\.allLinks).compactMap { AnchorKey.key(ofTarget: $0.target) })
    eventAnchors = anchorsOfEvents(in: blocks)
    if page?.events.entries.isEmpty ?? true { indexed = IndexFinder.headings(in: blocks, columns) }
    for (place, block) in blocks.enumerated() { collect(block, at: place) }
    closeOwner(at: blocks.last?.lastLine ?? 1)
  }

  private mutating func collect(_ block: Block, at place: Int) {
    switch block.kind {
    case .heading(let level): readHeading(block, level: level, at: place)
    case .item(let indentation):
      if opensSection(block) || ignoredLevel != nil { return }
      readItem(block, indentation: indentation)
      if !block.isQuotation { caption = block.text.string }
      anchors += keys(block.text.anchors)
    case .paragraph(let indentation):
      if opensSection(block) || ignoredLevel != nil { return }
      readParagraph(block, indentation: indentation)
    case .table(let table):
      if ignoredLevel == nil || expectsIndex { readTable(table, block) }
      anchors = []
      pendingAnchors = []
    case .code(let code):
      if ignoredLevel == nil { readExample(code, block) }
    case .parameterStart(let tag):
      if ignoredLevel == nil { readParameter(tag, block) }
    case .parameterEnd:
      if ignoredLevel == nil, !parameters.isEmpty { parameters.removeLast() }
    }
  }

  // MARK: Sections

  private mutating func readHeading(_ block: Block, level: Int, at place: Int) {
    var text = block.text
    text.anchors += pendingAnchors
    let line = Caption(text.string)
    let own = keys(block.text.anchors) + [AnchorKey.key(text.string)].compactMap { $0 }
    if let match = matchedEvent(.heading, text, level: level) {
      openEvent(match, block, level: level, rule: .eventHeading)
    } else if let row = indexed[place] {
      openEvent(IndexFinder.match(of: text, row), block, level: level, rule: .indexedHeading)
    } else if openScope(line, block, level: level, isHeading: true) {
    } else if let entry = ignored(line) {
      matches.note(entry)
      closeOwner(at: block.position.line - 1)
      ignoredLevel = min(ignoredLevel ?? level, level)
    } else {
      closeSections(level, block)
      noteIndex(line, isHeading: true)
      // A heading to which fields link opens an object of its own.
      if !Set(own).isDisjoint(with: linked) { endList() }
    }
    caption = text.string
    anchors = own + keys(pendingAnchors)
    pendingAnchors = []
  }

  /// The anchors of lines without text, which belong to the heading or table below them.
  private var pendingAnchors: [String] = []

  private mutating func closeSections(_ level: Int, _ block: Block) {
    if let ignored = ignoredLevel, level <= ignored { ignoredLevel = nil }
    if owner != .none, level <= (ownerLevel ?? 6) { closeOwner(at: block.position.line - 1) }
    prose = []
  }

  /// Opens an event or a scope at an item or a paragraph, or notes an index, if the line is of such a form.
  private mutating func opensSection(_ block: Block) -> Bool {
    let isParagraph = if case .paragraph = block.kind { true } else { false }
    if isParagraph, block.text.plain.isEmpty {
      pendingAnchors += block.text.anchors
      anchors += keys(block.text.anchors)
      return true
    }
    var text = block.text
    text.anchors += pendingAnchors
    let line = Caption(text.string)
    if let match = matchedEvent(.item, text, level: nil) {
      openEvent(match, block, level: nil, rule: .eventItem)
    } else if isParagraph, page?.form == .text,
      let match = matchedEvent(.heading, text, level: nil)
    {
      openEvent(match, block, level: nil, rule: .eventHeading)
    } else if openScope(line, block, level: nil, isHeading: false) {
    } else {
      noteIndex(line, isHeading: false)
      if isParagraph, page?.form == .text, let entry = ignored(line) {
        matches.note(entry)
        closeOwner(at: block.position.line - 1)
        ignoredLevel = 6
        return true
      }
      return false
    }
    caption = text.string
    anchors = keys(text.anchors)
    pendingAnchors = []
    return true
  }

  private mutating func matchedEvent(
    _ kind: EventPattern.Kind, _ text: InlineText, level: Int?
  ) -> EventPattern.Match? {
    for entry in page?.events.entries ?? [] {
      let pattern = entry.value
      guard pattern.kind == kind, pattern.level == nil || level == nil || pattern.level == level,
        let match = pattern.match(text)
      else { continue }
      matches.note(entry.range)
      return match
    }
    return nil
  }

  private mutating func openEvent(
    _ match: EventPattern.Match, _ block: Block, level: Int?, rule: ReadingRule
  ) {
    closeOwner(at: block.position.line - 1)
    ignoredLevel = nil
    var event = PageEvent(position: block.position, rule: rule)
    (event.id, event.name) = (match.id, match.name)
    (event.constant, event.version) = (match.constant, match.version)
    events.append(event)
    owner = .event(events.count - 1)
    ownerLevel = level
  }

  private mutating func openScope(
    _ line: Caption, _ block: Block, level: Int?, isHeading: Bool
  ) -> Bool {
    var best: (place: String, entry: ProfileCaptions.Entry)?
    for scope in captions.scopes {
      for entry in scope.entries where entry.caption.matches(line, isHeading: isHeading) {
        // A caption can be a part of another one.
        if best.map({ entry.caption.text.count > $0.entry.caption.text.count }) ?? true {
          best = (scope.place, entry)
        }
      }
    }
    guard let best else { return false }
    matches.note(best.entry.range)
    closeOwner(at: block.position.line - 1)
    ignoredLevel = nil
    scopes.append(
      PageScope(place: best.place, caption: block.text.string, position: block.position))
    owner = .scope(scopes.count - 1)
    ownerLevel = level
    return true
  }

  private mutating func noteIndex(_ line: Caption, isHeading: Bool) {
    for entry in captions.indexes where entry.caption.matches(line, isHeading: isHeading) {
      matches.note(entry.range)
      closeOwner(at: events.last?.lastLine ?? 0)
      expectsIndex = true
    }
  }

  func ignored(_ line: Caption) -> ProfileMatches.Entry? {
    captions.ignored.first { $0.caption.matches(line, isHeading: true) }?.range
  }

  mutating func closeOwner(at line: Int) {
    if case .event(let index) = owner { events[index].lastLine = max(line, events[index].lastLine) }
    owner = .none
    ownerLevel = nil
    endList()
  }

  mutating func endList() {
    group = nil
    open = []
    prose = []
    parameters = []
  }

  private mutating func readParagraph(_ block: Block, indentation: Int) {
    readLooseField(block, indentation: indentation)
    guard !block.isQuotation else { return }
    caption = block.text.string
    anchors += keys(block.text.anchors) + [AnchorKey.key(block.text.string)].compactMap { $0 }
  }

  func keys(_ anchors: [String]) -> [String] { anchors.compactMap { AnchorKey.key($0) } }

  mutating func report(_ reason: UnreadLine.Reason, _ text: String, _ position: PagePosition) {
    let short = text.count > 60 ? String(text.prefix(59)) + "…" : text
    unread.append(UnreadLine(reason: reason, text: short, position: position))
  }
}

extension Block {
  /// The links of the text and of all cells.
  var allLinks: [InlineText.Link] {
    guard case .table(let table) = kind else { return text.links }
    return table.rows.flatMap { row in row.cells.flatMap { $0.segments.flatMap(\.links) } }
  }
}
