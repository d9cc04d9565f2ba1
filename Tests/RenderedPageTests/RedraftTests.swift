import CallbackSchema
import PageReading
import SchemaSource
import TestSupport
import Testing

/// Events that are deleted from a schema, drafted from a rendered page, and compared with what was deleted.
@Suite("Drafts of deleted events")
struct RedraftTests {
  /// The shipped services in full editions, of several versions the newest, each part in a layout that shows which object a
  /// field belongs to.
  static let cases: [RenderedCase] = DocumentedService.shipped.compactMap { documented in
    guard let edition = documented.service.editions.first else { return nil }
    let newest = DocumentedService.shipped.last { $0.service.name == documented.service.name }
    guard edition.kind == .page || documented.edition == newest?.edition else { return nil }
    return documented.layouts(9).first(where: \.showsNesting).map { RenderedCase(documented, $0) }
  }

  @Test("The draft of a deleted event equals it, but for what the page does not say")
  func redraft() throws {
    var (equal, all, events) = (0, 0, 0)
    var lost: [String] = []
    for rendered in Self.cases {
      for event in rendered.documented.service.events {
        let outcome = try Redraft(rendered, event)
        let found = outcome.equal
        (equal, all, events) = (equal + found.count, all + outcome.expected.count, events + 1)
        let missing = outcome.expected.filter { outcome.found[$0.key] != $0.value }
        lost += missing.sorted { $0.key < $1.key }.prefix(3).map {
          "\(rendered): \(event.key).\($0.key): \(outcome.found[$0.key] ?? "-") instead of \($0.value)"
        }
        #expect(outcome.problems == [], "\(rendered): \(event.key)")
      }
    }
    let share = Double(equal) / Double(max(all, 1))
    let percent = (share * 1000).rounded() / 10
    print("\(equal) of \(all) fields of \(events) events come back equal: \(percent) %")
    #expect(
      events > 80 && share >= 0.95, "\(percent) %: \(lost.prefix(20).joined(separator: "\n"))")
  }
}

/// One event that was deleted and drafted.
private struct Redraft {
  /// The fields by their paths, each with its type and values.
  var expected: [String: String]
  var found: [String: String] = [:]
  var problems: [String] = []

  var equal: [String] { expected.filter { found[$0.key] == $0.value }.map(\.key) }

  init(_ rendered: RenderedCase, _ event: Event) throws {
    let sized = rendered.layout.types == .sized
    expected = Self.shapes(
      rendered.documented.service.fields(of: event), rendered.documented.service, sized)
    let folder = "Schemas/\(rendered.documented.service.name)"
    let original = try Repository.schemaFiles(folder).filter { !$0.path.hasSuffix("pages.yaml") }
    var diagnostics = Diagnostics()
    let all = SchemaLoader.load(original, folder: folder, into: &diagnostics)
    // The page is a part of the vendor's page: the events of the other parts would look like earlier names of this one.
    let shown = rendered.documented.service.events.map(\.key)
    let others = (all?.events ?? []).map(\.key).filter { !shown.contains($0) }
    let files = try (others + [event.key]).reduce(original) { try Self.without($1, $0) }
    guard let service = SchemaLoader.load(files, folder: folder, into: &diagnostics),
      Self.errors(diagnostics).isEmpty
    else {
      problems = Self.errors(diagnostics)
      return
    }
    let page = try rendered.profile()
    guard let facts = PageReader.read(rendered.file, as: page, of: service, into: &diagnostics)
    else {
      problems = Self.errors(diagnostics)
      return
    }
    let draft = PageDrafter.draft(
      facts, of: rendered.file, as: page, for: service, in: files)
    let parts = draft.parts.filter { $0.subject == "event \(event.id.value.text)" }
    let (changed, refused) = Draft(parts: parts).applied(to: files)
    problems += refused.flatMap { $0.remarks.map(\.text) }
    let result = files.map { file in changed.first { $0.path == file.path } ?? file }
    var after = Diagnostics()
    let drafted = SchemaLoader.load(result, folder: folder, into: &after)
    problems += Self.errors(after)
    guard let drafted else { return }
    let view = drafted.projected(to: rendered.documented.edition) ?? drafted
    guard let back = view.events.first(where: { $0.id.value.text == event.id.value.text }) else {
      let subjects = draft.parts.map(\.subject).joined(separator: ", ")
      problems.append("no event \(event.id.value.text) in the draft of \(subjects)")
      return
    }
    found = Self.shapes(view.fields(of: back), view, sized)
  }

  /// The errors, but for the outcomes of a table that no other event uses.
  private static func errors(_ diagnostics: Diagnostics) -> [String] {
    diagnostics.sorted.filter { $0.severity == .error && $0.code.id != "outcome-without-effect" }
      .map(\.message)
  }

  /// The files without the declaration of an event.
  private static func without(_ key: String, _ files: [SourceFile]) throws -> [SourceFile] {
    files.map { file in
      var diagnostics = Diagnostics()
      guard let root = SourceParser.parse(file, into: &diagnostics),
        case .mapping(let entries) = root.content,
        let events = entries.first(where: { $0.key.text == "events" }),
        case .mapping(let all) = events.value.content,
        let place = all.firstIndex(where: { $0.key.text == key })
      else { return file }
      let first = all.count == 1 ? events.key.range.start.line : all[place].key.range.start.line
      let last = all[place].value.range.end.line
      let lines = (1...file.lineCount).filter { !(first...last).contains($0) }.map {
        file.line($0) ?? ""
      }
      return SourceFile(path: file.path, bytes: [UInt8](lines.joined(separator: "\n").utf8))
    }
  }

  // MARK: Fields

  private static func shapes(
    _ fields: [Field], _ service: Service, _ sized: Bool, below parent: String = ""
  ) -> [String: String] {
    var shapes: [String: String] = [:]
    for field in fields {
      let path = parent + field.wire
      shapes[path] = "\(type(field.type, service, sized))\(values(field, service))"
      for (inner, shape) in members(field.type, service, sized, below: path) {
        shapes[inner] = shape
      }
    }
    return shapes
  }

  private static func members(
    _ type: FieldType, _ service: Service, _ sized: Bool, below path: String
  ) -> [String: String] {
    if case .list(let element) = type {
      return members(element, service, sized, below: path + "[]")
    }
    return service.members(of: type).map { shapes($0, service, sized, below: path + ".") } ?? [:]
  }

  /// The type as a page says it: "number" has no width.
  private static func type(_ type: FieldType, _ service: Service, _ sized: Bool) -> String {
    switch type {
    case .list(let element): return "[\(self.type(element, service, sized))]"
    case .stringOrInteger: return "string | int"
    case .object, .nested, .map, .choice: return "object"
    default:
      guard let scalar = type.scalar(in: service) else { return "json" }
      return scalar.kind == .number && !sized ? "number" : scalar.rawValue
    }
  }

  private static func values(_ field: Field, _ service: Service) -> String {
    guard let table = field.codeTable(in: service) else { return "" }
    let values =
      field.listed.isEmpty ? table.rows.map(\.value.text) : field.listed.map(\.value.text)
    return " {\(values.sorted().joined(separator: " "))}"
  }
}

extension Node {
  fileprivate var text: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }
}
