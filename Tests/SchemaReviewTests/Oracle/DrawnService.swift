import CallbackSchema
import PayloadValidation
import SchemaSource

/// A small service that is drawn with a seed, as data that changes can edit.
struct DrawnService {
  /// A member of the envelope, of an event or of an object.
  struct Member {
    var name: String
    /// The type in the notation of the schema: `int`, `Mode`, `[Person]`.
    var type: String
    /// The other entries: `optional: true`.
    var entries: [String: String] = [:]
  }

  struct Event {
    var key: String
    var id: Int
    var doc: String
    /// The entries besides the ID, the description and the fields: `outcome: success`.
    var entries: [String: String] = [:]
    var fields: [Member]
  }

  struct Row {
    var value: Int
    var name: String
    var doc: String
  }

  struct Table {
    var name: String
    var raw: String
    var isFlags = false
    /// The name of the row for all other values.
    var otherwise: String?
    var rows: [Row]
  }

  struct Object {
    var name: String
    /// The editions that document it; nil for all.
    var editions: String?
    var fields: [Member]
  }

  var editions = ["zh", "en"]
  /// The entries of the service besides the name, the editions and the envelope: `event: { by: kind, in: data }`.
  var entries: [String: String] = [:]
  var envelope: [Member] = []
  var events: [Event] = []
  var tables: [Table] = []
  var objects: [Object] = []
  /// The number of names that are in use; no two elements of a service have the same name.
  var names = 0

  init(using generator: inout SeededGenerator) {
    let idType = ["int", "int", "string"].randomElement(using: &generator) ?? "int"
    envelope = ["kind", "type"].map { Member(name: $0, type: idType) }
    envelope += ["id", "task"].map { Member(name: $0, type: "string") }
    envelope += ["group", "count"].map { Member(name: $0, type: "int") }
    envelope += ["data", "body"].map { Member(name: $0, type: "object") }
    entries["event"] = [
      "{ by: kind, in: data }", "{ by: type, in: data }", "{ by: kind, in: . }",
      "{ by: header X-Topic, in: data }", "{ by: [kind, type], in: data }",
    ].randomElement(using: &generator)
    if entries["event"]?.contains("[") == true {
      for place in 0...1 { envelope[place].type = "string" }
      envelope[1].entries["optional"] = "true"
    }
    if entries["event"]?.contains("header") == true { entries["headers"] = "{ X-Topic: string }" }
    entries["identity"] = [nil, "[id]", "[task]"].randomElement(using: &generator) ?? nil
    entries["only"] =
      [nil, nil, "{ group: 3 }", "{ group: [3, 4] }"].randomElement(using: &generator) ?? nil
    for index in 0..<2 {
      let isFlags = Bool.random(using: &generator)
      let values = isFlags ? [1, 2, 4] : [1, 2, 5]
      tables.append(
        Table(
          name: "Table\(index)", raw: "int", isFlags: isFlags,
          otherwise: !isFlags && Int.random(in: 0..<4, using: &generator) == 0 ? "any" : nil,
          rows: values.map { Row(value: $0, name: name(), doc: doc()) }))
    }
    for index in 0..<2 {
      objects.append(
        Object(name: "Object\(index)", fields: (0..<2).map { _ in member(using: &generator) }))
    }
    for id in 1...Int.random(in: 2...3, using: &generator) {
      events.append(event(id, using: &generator))
    }
  }

  // MARK: - Names

  /// A name that is not in use.
  mutating func name() -> String {
    names += 1
    return "name\(names)"
  }

  mutating func doc() -> String {
    names += 1
    return "Text \(names)."
  }

  mutating func event(_ id: Int, using generator: inout SeededGenerator) -> Event {
    var fields = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      member(using: &generator)
    }
    // What is declared has to be used.
    let used = events.isEmpty ? tables.map(\.name) + objects.map(\.name) : []
    fields += used.map { Member(name: name(), type: $0) }
    return Event(key: name(), id: id, doc: doc(), fields: fields)
  }

  mutating func member(using generator: inout SeededGenerator) -> Member {
    let types =
      ["int", "string", "bool", "[string]", "string | int"] + tables.map(\.name)
      + objects.flatMap { [$0.name, "[\($0.name)]"] }
    var member = Member(name: name(), type: types.randomElement(using: &generator) ?? "int")
    member.entries["doc"] = doc()
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: member.entries["optional"] = "true"
    case 1: member.entries["editions"] = "[en]"
    case 2: member.entries["aliases"] = "[\(name())]"
    case 3 where member.type == "int": member.entries["accepts"] = "[string]"
    default: break
    }
    return member
  }

  // MARK: - The schema

  /// The YAML.
  var schema: String {
    let isListed = entries["event"]?.contains("[") == true
    let isText = isListed || envelope.first?.type == "string" || entries["headers"] != nil
    func id(_ id: Int) -> String { isListed ? "[\"\(id)\"]" : isText ? "\"\(id)\"" : "\(id)" }
    var text = """
      callbackgen: 1
      service:
        name: Oracle
        editions: { \(editions.map { "\($0): {}" }.joined(separator: ", ")) }
        envelope: \(Self.map(envelope))

      """
    text += Self.lines(entries, indent: "  ")
    text += "events:\n"
    for event in events {
      text += "  \(event.key):\n    id: \(id(event.id))\n    doc: \(event.doc)\n"
      text += Self.lines(event.entries, indent: "    ")
      if !event.fields.isEmpty { text += "    fields: \(Self.map(event.fields))\n" }
    }
    if !tables.isEmpty { text += "tables:\n" }
    for table in tables {
      func row(_ value: String, _ name: String, _ doc: String) -> String {
        "\(value): { name: \(name), doc: \(doc) }"
      }
      let isString = table.raw == "string"
      var rows = table.rows.map {
        row(isString ? "\"\($0.value)\"" : "\($0.value)", $0.name, $0.doc)
      }
      if let name = table.otherwise { rows.append(row("else", name, "Any other.")) }
      text += """
          \(table.name): { raw: \(table.raw), kind: \(table.isFlags ? "flags" : "codes"), values: { \(rows.joined(separator: ", ")) } }

        """
    }
    if !objects.isEmpty { text += "objects:\n" }
    for object in objects {
      let editions = object.editions.map { "editions: \($0), " } ?? ""
      text += "  \(object.name): { \(editions)fields: \(Self.map(object.fields)) }\n"
    }
    return text
  }

  private static func map(_ members: [Member]) -> String {
    let texts = members.map { member in
      let entries = member.entries.sorted { $0.key < $1.key }.map { ", \($0.key): \($0.value)" }
      return "\(member.name): { type: \(member.type)\(entries.joined()) }"
    }
    return "{ \(texts.joined(separator: ", ")) }"
  }

  private static func lines(_ entries: [String: String], indent: String) -> String {
    entries.sorted { $0.key < $1.key }.map { "\(indent)\($0.key): \($0.value)\n" }.joined()
  }

  /// The service; nil where the language does not allow the combination.
  var service: Service? {
    var diagnostics = Diagnostics()
    let service = ReviewPair.service(schema, path: "oracle.yaml", into: &diagnostics)
    return diagnostics.hasErrors ? nil : service
  }
}
