import CallbackSchema
import SchemaSource

/// Limits the declarations that a page lacks to the editions that have them.
///
/// Only for an edition of the kind `page` beside others: what the page alone documented is for a person to remove, and a
/// version that does not mention a declaration does not remove it.
struct NarrowedSources {
  let context: DraftContext
  let matching: FieldMatching
  /// The place of the page's edition among those of the service.
  let edition: Int
  /// The fields of the schema that the page shows.
  let shown: Set<SourceRange>

  /// - Returns: nil if absence from the page is no statement.
  init?(_ context: DraftContext, _ matching: FieldMatching, shown: Set<SourceRange>) {
    let editions = context.service.editions
    guard let place = editions.firstIndex(where: { $0.name == context.facts.edition }),
      editions[place].isFull, editions[place].kind == .page,
      context.service.fullEditions.places.count > 1
    else { return nil }
    edition = place
    self.context = context
    self.matching = matching
    self.shown = shown
  }

  // MARK: Events

  /// The parts for the events that the page does not have.
  ///
  /// - Parameter events: the events that it has.
  func events(except events: Set<String>) -> [Draft.Part] {
    // An unread line may be what opens an event.
    guard !events.isEmpty, context.facts.unread.isEmpty else { return [] }
    let end = PagePosition(line: max(context.facts.lineCount, 1), column: 1)
    return context.service.events.compactMap { event in
      guard !events.contains(event.key) else { return nil }
      return part(
        "event \(event.key)", event.provenance, event.range, at: end, .absence(event.range))
    }
  }

  // MARK: Fields

  /// The fields of an event that no section of the page shows, those of absent containers excluded.
  func missing(from page: PageEvent, of event: Event) -> [Field] {
    let isRead = !context.facts.unread.contains {
      (page.position.line...max(page.position.line, page.lastLine)).contains($0.position.line)
    }
    let hasDoubts = page.fields.contains { !$0.doubts.subtracting([.emptyContainer]).isEmpty }
    guard isRead, !hasDoubts, !page.fields.isEmpty else { return [] }
    return missing(among: context.service.fields(of: event), depth: 0)
  }

  private func missing(among fields: [Field], depth: Int) -> [Field] {
    fields.flatMap { field -> [Field] in
      // The members of a flattened object can be beside it, and an object can contain itself.
      guard !field.isFlattened, depth < 12 else { return [] }
      guard shown.contains(field.range) else { return [field] }
      var type = field.type
      while case .list(let element) = type { type = element }
      return missing(among: context.service.members(of: type) ?? [], depth: depth + 1)
    }
  }

  func part(of field: Field, in page: PageEvent, _ event: Event) -> Draft.Part? {
    part(
      "field \(field.wire) of \(event.key)", field.provenance, field.range, at: page.position,
      .absence(field.range))
  }

  // MARK: Codes

  /// The parts for the rows of a table that the page does not list.
  func rows(of table: CodeTable, except listed: Set<String>, at position: PagePosition) -> [Draft
    .Part]
  {
    table.rows.compactMap { row in
      guard !listed.contains(row.value.text) else { return nil }
      return part(
        "code \(row.value.text) of \(table.name)", row.provenance, row.range, at: position,
        .code(row.value.text))
    }
  }

  // MARK: Edits

  /// The part that limits a declaration to the other editions; nil if the page's edition does not document it as a whole.
  private func part(
    _ subject: String, _ provenance: Provenance, _ range: SourceRange, at position: PagePosition,
    _ evidence: DraftEvidence
  ) -> Draft.Part? {
    guard provenance.editions.contains(edition: edition),
      let place = context.directory.place(of: range)
    else { return nil }
    var part = Draft.Part(subject, at: position)
    part.evidence = [evidence]
    do throws(EditRefusal) {
      part.edits = [try edit(provenance, at: place)]
    } catch {
      part.remarks = [.init("the page does not have it; \(error)", at: position)]
    }
    return part
  }

  private func edit(
    _ provenance: Provenance, at place: SchemaDirectory.Place
  ) throws(EditRefusal) -> SchemaEdit {
    let others = provenance.editions.subtracting(EditionSet(edition: edition))
    guard !others.isEmpty else {
      throw EditRefusal("no other edition documents it: remove it, or begin a new edition")
    }
    let list = place.appending("editions")
    let name = context.service.editions[edition].name
    if let node = context.directory.node(at: list) {
      let kept = node.items.compactMap(\.scalarText).filter { $0 != name }
      guard kept.count < node.items.count else {
        throw EditRefusal("its editions contain \(name) in a range")
      }
      return SchemaEdit(
        file: list.file, path: list.path, .replace(.list(kept.map(YAMLValue.text))))
    }
    let names = YAMLValue.list(context.service.names(of: others).map(YAMLValue.text))
    let keys = YAMLEntry("editions", names)
    // The short form of a row is its name, that of a field its type.
    if case .scalar(let scalar)? = context.directory.node(at: place)?.content,
      place.path.dropLast().last == "values"
    {
      return SchemaEdit(
        file: place.file, path: place.path,
        .replace(.mapping([YAMLEntry("name", .text(scalar.text)), keys])))
    }
    return SchemaEdit(
      file: place.file, path: place.path,
      .insert(
        keys, .before(["doc", "include", "fields", "const", "values", "examples", "readings"])))
  }
}
