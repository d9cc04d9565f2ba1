import CallbackSchema
import SchemaSource

/// Collects what a page adds to the events, objects and tables that the schema has. One addition to a shared object or table
/// is drafted once, however many events show it.
struct KnownEventDrafting {
  var context: DraftContext
  let matching: FieldMatching

  /// A field that a container of the schema lacks.
  struct NewField {
    var container: FieldMatching.Container
    var tree: FieldTree
    var event: PageEvent?
    var editions: DraftEditions
    /// The field of the page before it in the same object.
    var previous: String?
    /// The sections that show it.
    var sections: Set<Int>
    /// The lines of its declarations.
    var lines: Set<Int>
  }

  /// A code that a table of the schema lacks.
  struct NewCode {
    var values: SchemaDirectory.Place
    var value: PageValue
    var name: String?
    var isNumber: Bool
    var container: EditionSet
    var editions: DraftEditions
    var previous: String?
    var subject: String
  }

  var newFields: [NewField] = []
  var newCodes: [NewCode] = []
  /// The parts that need no merging.
  var parts: [Draft.Part] = []
  /// The sections that show a member of a container.
  private var sections: [SchemaDirectory.Place: Set<Int>] = [:]
  /// The fields of the schema that the page shows.
  private(set) var shown: Set<SourceRange> = []
  /// The codes of tables that the page lists, and whether it lists them for every field of the table that it shows.
  var listed: [SourceRange: ListedCodes] = [:]

  struct ListedCodes {
    var table: CodeTable
    var codes: Set<String> = []
    var isComplete = true
    var position: PagePosition
  }

  /// The parts with edits, so that a shared declaration is changed once.
  private var made: [SchemaEdit: Int] = [:]

  /// The fields of the schema that the page spells otherwise, by the lines of the new spellings.
  private let respelled: [PagePosition: SourceRange]

  /// - Parameter renamed: the differences between the page and the schema.
  init(_ context: DraftContext, _ matching: FieldMatching, renamed: [PageDifference]) {
    self.context = context
    self.matching = matching
    let pairs = renamed.filter { $0.rule == .fieldRenamed }.compactMap { difference in
      difference.schema.map { (difference.page, $0) }
    }
    respelled = Dictionary(pairs) { first, _ in first }
  }

  /// Adds the fields of one section.
  ///
  /// - Parameters:
  ///   - section: the number of the section on the page.
  ///   - match: the field of the schema for a path of the page.
  mutating func add(
    _ trees: [FieldTree], of event: PageEvent?, named name: String, section: Int,
    editions: DraftEditions, _ match: (String) -> FieldMatching.Match
  ) {
    var previous: String?
    for tree in trees {
      switch match(tree.field.path) {
      case .found(let field, let container):
        sections[container.place, default: []].insert(section)
        shown.insert(field.range)
        list(tree.field, field)
        compare(tree.field, field, in: container, named: name, editions: editions)
        add(
          tree.members, of: event, named: name, section: section, editions: editions, match)
        previous = field.wire
      case .missing(let container):
        sections[container.place, default: []].insert(section)
        if let field = respelling(of: tree.field) {
          shown.insert(field.range)
          compare(tree.field, field, in: container, named: name, editions: editions)
          continue
        }
        add(
          NewField(
            container: container, tree: tree, event: event, editions: editions, previous: previous,
            sections: [section], lines: [tree.field.position.line]))
        previous = tree.field.name
      case .unreachable:
        var part = Draft.Part(
          "field \(tree.field.path) of \(name)", at: tree.field.position,
          remarks: [
            .init(
              "\(FieldDrafting.describe(tree.field)): the schema has no object for it",
              at: tree.field.position)
          ])
        part.evidence = [.field(line: tree.field.position.line)]
        parts.append(part)
      }
    }
  }

  /// The field of the schema that a field of the page is under another name.
  private func respelling(of field: PageField) -> Field? {
    guard let range = respelled[field.position] else { return nil }
    let all =
      context.service.envelope + context.service.delivery.headers
      + context.service.objects.flatMap(\.fields) + context.service.events.flatMap(\.fields)
    return all.withNested.first { $0.range == range }
  }

  private mutating func add(_ new: NewField) {
    let place = newFields.firstIndex {
      $0.container.place == new.container.place && $0.tree.field.name == new.tree.field.name
    }
    guard let place else { return newFields.append(new) }
    newFields[place].editions = newFields[place].editions.union(new.editions, in: context.service)
    newFields[place].sections.formUnion(new.sections)
    newFields[place].lines.formUnion(new.lines)
  }

  /// The parts of the draft: what was collected, each declaration once.
  mutating func finished() -> [Draft.Part] {
    parts + newFields.map { part(of: $0) } + newCodes.map { part(of: $0) }
  }

  // MARK: What the page lacks

  /// Limits what the page lacks to the editions that have it.
  mutating func narrow(_ pairs: [(page: PageEvent, event: Event)], others: Set<String>) {
    guard let narrowed = NarrowedSources(context, matching, shown: shown) else { return }
    parts += narrowed.events(except: others.union(pairs.map(\.event.key)))
    var seen: Set<SourceRange> = []
    for (page, event) in pairs {
      for field in narrowed.missing(from: page, of: event) where seen.insert(field.range).inserted {
        if let part = narrowed.part(of: field, in: page, event) { parts.append(part) }
      }
    }
    for codes in listed.values where codes.isComplete {
      parts += narrowed.rows(of: codes.table, except: codes.codes, at: codes.position)
    }
  }

  // MARK: New fields

  private mutating func part(of new: NewField) -> Draft.Part {
    let field = new.tree.field
    var part = Draft.Part("field \(field.name) of \(new.container.name)", at: field.position)
    part.evidence = Set(new.lines.map { DraftEvidence.field(line: $0) })
    if let object = new.container.object,
      sections[new.container.place] != new.sections
    {
      part.remarks = [
        .init(
          "\(FieldDrafting.describe(field)): the schema shares the object \(object), and other sections of the page show it without this member",
          at: field.position)
      ]
      return part
    }
    var drafting = FieldDrafting(context)
    let known = context.objects.count
    let editions = new.editions.value(within: new.container.editions, of: context.service)
    if let entry = drafting.entry(new.tree, in: new.event, editions: editions) {
      part.edits = drafting.objectEdits(from: known, in: new.container.place.file)
      part.edits.append(
        SchemaEdit(
          file: new.container.place.file, path: new.container.place.path,
          .insert(entry, new.previous.map { .after($0) } ?? .first)))
    }
    part.remarks = drafting.remarks
    context = drafting.context
    return part
  }

  // MARK: Known fields

  /// Drafts what the page says differently about a field of the schema.
  private mutating func compare(
    _ field: PageField, _ known: Field, in container: FieldMatching.Container, named name: String,
    editions: DraftEditions
  ) {
    guard let place = context.directory.place(of: known.range), field.doubts.isEmpty else { return }
    let subject = "field \(field.path) of \(name)"
    guard isDocumented(known.provenance, for: editions) else {
      return document(
        known.provenance, for: editions, at: place, subject, field.position,
        .field(line: field.position.line))
    }
    let differences = KnownFieldDifferences(
      field: field, known: known, editions: editions, context: context)
    let lines = field.position.line...max(field.position.line, field.lastLine)
    add(
      subject, at: field.position, differences.edits(at: place), .statement(lines),
      remarks: differences.remarks)
    compareValues(of: field, known, at: place, subject, editions)
  }

  func isDocumented(_ provenance: Provenance, for editions: DraftEditions) -> Bool {
    guard let names = editions.names else { return true }
    let places = context.service.editions.indices.filter {
      names.contains(context.service.editions[$0].name)
    }
    // What a partial edition repeats needs no source.
    return places.allSatisfy {
      !context.service.editions[$0].isFull || context.isDocumented(provenance, in: $0)
    }
  }

  /// Adds the edition of the page to the sources of a declaration.
  mutating func document(
    _ provenance: Provenance, for editions: DraftEditions, at place: SchemaDirectory.Place,
    _ subject: String, _ position: PagePosition, _ evidence: DraftEvidence
  ) {
    let list = place.appending("editions")
    guard context.directory.node(at: list)?.items.isEmpty == false else { return }
    let edits = (editions.names ?? []).map {
      SchemaEdit(file: list.file, path: list.path, .append(.text($0)))
    }
    add(subject, at: position, edits, evidence)
  }

  /// Adds a part, or what it settles to the part that makes the same edits.
  mutating func add(
    _ subject: String, at position: PagePosition, _ edits: [SchemaEdit],
    _ evidence: DraftEvidence, remarks: [Draft.Remark] = []
  ) {
    for edit in edits { if let place = made[edit] { parts[place].evidence.insert(evidence) } }
    var part = Draft.Part(
      subject, at: position, edits: edits.filter { made[$0] == nil }, remarks: remarks)
    part.evidence = [evidence]
    guard !part.edits.isEmpty || !part.remarks.isEmpty else { return }
    for edit in part.edits { made[edit] = parts.count }
    parts.append(part)
  }
}
