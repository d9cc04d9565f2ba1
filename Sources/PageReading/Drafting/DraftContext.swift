import CallbackSchema

/// What the parts of a draft have in common.
struct DraftContext: Sendable {
  let service: Service
  let directory: SchemaDirectory
  let facts: PageFacts
  let lines: PageLines
  /// The fields of the page that the schema has.
  var known: [KnownField] = []
  /// The objects that the draft defines, so that equal ones are defined once.
  var objects: [DraftedObject] = []

  /// A field of the page and its declaration in the schema.
  struct KnownField: Sendable {
    var tree: FieldTree
    var field: Field
    var statement: String
  }

  /// An object that the draft defines.
  struct DraftedObject: Sendable {
    var name: String
    var value: YAMLValue
  }

  /// The names that a new object or table cannot have.
  var takenNames: Set<String> {
    Set(
      service.tables.map(\.name) + service.objects.map(\.name) + service.formats.map(\.name)
        + objects.map(\.name))
  }

  /// The editions that a section of the page documents.
  func editions(of event: PageEvent) -> DraftEditions {
    if let version = event.version, service.editions.contains(where: { $0.name == version }) {
      return DraftEditions(names: [version])
    }
    return pageEditions
  }

  /// The edition that the whole page documents; all of them if its headings name them.
  var pageEditions: DraftEditions { DraftEditions(names: facts.edition.map { [$0] }) }

  /// Whether the codes of a field are in tables that hold under a condition each: only the items below a list item link to
  /// them, or the sentences with the links begin with words such as "if".
  func hasConditionalTables(_ field: PageField) -> Bool {
    guard !field.links.isEmpty,
      field.values.contains(where: { $0.rule == .codeRow || $0.rule == .gluedCodeRow })
    else { return false }
    if ConditionWords.precedeLink(in: lines.text(of: field)) { return true }
    guard field.rule == .fieldItem || field.rule == .fieldParagraph else { return false }
    return !lines.text(from: field.position, to: field.position.line).contains("](#")
  }

  /// The names of doubts, in a remark.
  static func words(_ doubts: Set<Doubt>) -> String {
    doubts.sorted().map(\.rawValue).joined(separator: ", ")
  }
}
