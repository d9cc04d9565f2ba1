public import CallbackSchema
import SchemaSource

/// A Markdown checklist of every statement of a schema, one a line in plain words, to be compared with the pages.
///
/// Each line ends with the sources of the statement and its position in the schema. Included fields are repeated in each
/// event, because a page repeats them, and what is correct for one event can be wrong for another.
public struct FactSheet: CustomStringConvertible {
  let service: Service
  private var text = ""
  /// The number of statements.
  public private(set) var count = 0

  public init(of service: Service) {
    self.service = service
    text = """
      # \(service.title): facts to check

      Every statement of the schema. Tick it if the page states the same. Printed by `callbackgen docs facts`.

      """
    addService()
    section("The envelope")
    add(fields: service.envelope, below: "")
    for event in service.events { add(event) }
    for object in service.objects where !isIncludedOnly(object) { add(object) }
    for format in service.formats { add(format) }
    for table in service.tables {
      section("Code table \(table.name)")
      add(description: table.doc, of: "The table", table.provenance, table.range)
      add(rows: table, of: "")
    }
  }

  public var description: String { text }

  mutating func section(_ title: String) { text += "\n## \(title)\n\n" }

  /// Adds a statement with its sources and its position.
  mutating func add(_ statement: String, _ provenance: Provenance?, _ range: SourceRange) {
    let place = range.path.split(separator: "/").last ?? ""
    text += "- [ ] \(statement.onOneLine)\(sources(provenance)) (\(place):\(range.start.line))\n"
    count += 1
  }

  /// The sources of a statement in italics; empty if the schema names none.
  private func sources(_ provenance: Provenance?) -> String {
    guard let provenance else { return "" }
    if provenance.sources.isEmpty, provenance.editions == service.fullEditions {
      return " _all editions_"
    }
    let names =
      provenance.sources.isEmpty
      ? service.names(of: provenance.editions) : provenance.sources.map(\.text)
    return names.isEmpty ? "" : " _\(names.joined(separator: ", "))_"
  }

  /// Adds a statement for each sentence of a description.
  mutating func add(
    description: String?, of subject: String, _ provenance: Provenance?, _ range: SourceRange
  ) {
    for sentence in description?.sentences ?? [] {
      add("\(subject): \(sentence)", provenance, range)
    }
  }

  private func isIncludedOnly(_ object: ObjectType) -> Bool {
    let includes = (service.objects.flatMap(\.includes) + service.events.flatMap(\.includes))
    return includes.contains { $0.value == object.name }
  }

  private mutating func add(_ event: Event) {
    let id = event.id.value.text
    section("Event \(id == event.key ? "" : "\(id) ")`\(event.key)`")
    let names = event.constant.map { ", which the page also calls `\($0)`" } ?? ""
    let identification =
      if let path = service.keyPath {
        "A member `\((path + [id]).joined(separator: "."))` identifies it, and contains its fields"
      } else {
        "`\(service.discriminatorText)` is `\(id)`"
      }
    add("\(identification)\(names).", event.provenance, event.range)
    add(description: event.doc, of: "The event", event.provenance, event.range)
    add(event.deprecation, of: "The event")
    if let payload = event.payload {
      let place =
        switch payload.value {
        case .none: "It has no payload."
        case .place(.body): "Its fields are members of the body."
        case .place(let place): "Its fields are members of `\(place.text)`."
        }
      add(place, event.provenance, payload.range)
    }
    for constant in event.constants {
      add(
        "`\(constant.path.value.joined(separator: "."))` is always `\(constant.value.value.text)`.",
        constant.provenance, constant.path.range)
    }
    add(fields: service.fields(of: event), below: "")
    add("Outcome: \(outcome(of: event)).", event.provenance, event.range)
    for example in event.examples {
      let correction = example.repaired.map { "; corrected: \($0)" } ?? ""
      add(
        "The page prints the \(example.extent == .body ? "body" : "payload") `Examples/\(example.file.value)`\(correction)"
          .asSentence,
        example.provenance, example.file.range)
    }
  }

  private func outcome(of event: Event) -> String {
    if let outcome = event.outcome { return "always \(outcome.rawValue)" }
    let paths = service.outcomePaths(of: event)
    if paths.isEmpty { return "neither success nor failure" }
    return "by the values of \(paths.map { "`\($0)`" }.joined(separator: ", "))"
  }

  private mutating func add(_ object: ObjectType) {
    section("Object \(object.name)")
    add(description: object.doc, of: "The object", object.provenance, object.range)
    add(fields: service.fields(of: object), below: "")
  }

  private mutating func add(_ format: TextFormat) {
    section("Format \(format.name)")
    add(description: format.doc, of: "The string", nil, format.range)
    for form in format.forms {
      add(
        "A string can have the form `\(form.template.value)`.", form.provenance,
        form.template.range)
    }
    add(fields: format.parts, below: "")
  }
}
