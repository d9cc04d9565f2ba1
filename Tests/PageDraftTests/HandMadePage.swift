import CallbackSchema
import PageReading
import SchemaSource

/// Facts that a test writes itself, in place of a page.
struct HandMadePage {
  var facts = PageFacts(path: "page.md", lineCount: 0)
  private var lines: [String] = []

  /// - Parameter edition: the edition of the page.
  init(edition: String? = "page") { facts.edition = edition }

  var file: SourceFile {
    SourceFile(path: "page.md", bytes: Array(lines.joined(separator: "\n").utf8))
  }

  private mutating func line(_ text: String) -> PagePosition {
    lines.append(text)
    facts.lineCount = lines.count
    return PagePosition(line: lines.count, column: 1)
  }

  mutating func event(
    _ id: String?, _ name: String? = nil, constant: String? = nil, version: String? = nil,
    doubts: Set<Doubt> = [], _ fields: (inout HandMadePage) -> [PageField] = { _ in [] }
  ) {
    var event = PageEvent(position: line("# \(id ?? "") \(name ?? "")"), rule: .eventHeading)
    (event.id, event.name, event.constant, event.version) = (id, name, constant, version)
    event.doubts = doubts
    event.fields = fields(&self)
    event.lastLine = lines.count
    facts.events.append(event)
  }

  mutating func scope(_ place: String, _ fields: (inout HandMadePage) -> [PageField]) {
    var scope = PageScope(place: place, caption: "Fields", position: line("Fields"))
    scope.fields = fields(&self)
    facts.scopes.append(scope)
  }

  mutating func field(
    _ path: String, _ type: PageType?, _ text: String = "", values: [PageValue] = [],
    isOptional: Bool? = nil, doubts: Set<Doubt> = []
  ) -> PageField {
    let position = line("\(path): \(type.map { "\($0)" } ?? "") \(text)")
    var field = PageField(path: path, position: position, rule: .fieldItem)
    field.type = type
    field.typeWord = type.map { "\($0)" }
    field.values = values
    field.doubts = doubts
    field.presence = isOptional.map {
      PagePresence(isRequired: !$0, word: $0 ? "optional" : "required", position: position)
    }
    return field
  }

  static func value(
    _ text: String, _ meaning: String = "", constant: String? = nil, doubts: Set<Doubt> = []
  ) -> PageValue {
    var value = PageValue(
      text: text, meaning: meaning, position: PagePosition(line: 1, column: 1), rule: .valueItem)
    value.constant = constant
    value.doubts = doubts
    return value
  }

  /// The draft for a schema of one file, and the schema with it.
  func applied(to schema: String) throws -> (draft: Draft, text: String, diagnostics: [String]) {
    let files = [SourceFile(path: "Sample/service.yaml", bytes: Array(schema.utf8))]
    var diagnostics = Diagnostics()
    let loaded = SchemaLoader.load(files, folder: "Sample", into: &diagnostics)
    guard let service = loaded, !diagnostics.hasErrors else {
      return (Draft(), "", diagnostics.sorted.map(\.message))
    }
    let start = SourcePosition(line: 1, column: 1, offset: 0)
    let range = SourceRange(path: "pages.yaml", start: start, end: start)
    let edition = facts.edition.map { PageEdition.named(Located($0, at: range)) } ?? .byHeading
    let page = PageProfile.Page(name: "page", edition: edition, range: range)
    let draft = PageDrafter.draft(facts, of: file, as: page, for: service, in: files)
    let (changed, refused) = draft.applied(to: files)
    var found = Diagnostics()
    let result = changed.first ?? files[0]
    _ = SchemaLoader.load([result], folder: "Sample", into: &found)
    return (
      draft, String(decoding: result.bytes, as: UTF8.self),
      found.sorted.map { "\($0.range.location): \($0.message)" }
        + refused.flatMap { $0.remarks.map(\.text) }
    )
  }
}
