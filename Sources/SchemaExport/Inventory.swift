public import CallbackSchema

/// The declarations of a schema, with included and shared fields expanded for each event.
public struct Inventory: Codable, Hashable, Sendable {
  public var service: String
  public var editions: [String]
  public var envelope: [Field]
  public var events: [Event]
  public var tables: [Table]

  public struct Event: Codable, Hashable, Sendable {
    public var name: String
    /// The value of the discriminator, a number or a text as on the wire.
    public var id: ID
    public var editions: [String]
    public var outcome: Outcome
    public var fields: [Field]
  }

  /// What decides whether an event reports success or failure.
  public struct Outcome: Codable, Hashable, Sendable {
    /// `success` or `failure`, if the event declares it.
    public var declared: String?
    /// The wire paths of the codes that decide it otherwise: first the event's own, then those of the envelope.
    public var fields: [String]
  }

  /// A discriminator value.
  public enum ID: Codable, Hashable, Sendable, CustomStringConvertible {
    case number(Int)
    case text(String)

    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self =
        if let number = try? container.decode(Int.self) { .number(number) } else {
          .text(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }

    public var description: String {
      switch self {
      case .number(let number): "\(number)"
      case .text(let text): text
      }
    }
  }

  public struct Field: Codable, Hashable, Sendable {
    /// The wire path, relative to the payload or, in the envelope, to the root, such as `fileList[].fileName`.
    public var path: String
    public var type: String
    public var presence: Presence
    public var editions: [String]
    /// The other spellings that are read.
    public var aliases: [String]
    /// The other JSON types that are read.
    public var accepts: [String]
    public var unit: String?
    /// True if the member may be `null`; nil otherwise.
    public var nullable: Bool?
    /// The name of the code table.
    public var table: String?
    /// The documented raw values of the field, in order.
    public var values: [String]
  }

  public enum Presence: String, Codable, Hashable, Sendable {
    /// Documented without a restriction.
    case expected
    /// Documented as optional.
    case optional
    /// Documented under a condition.
    case conditional
    /// Required; the event is malformed without it.
    case required
  }

  public struct Table: Codable, Hashable, Sendable {
    public var name: String
    public var kind: String
    public var raw: String
    public var values: [Value]
  }

  public struct Value: Codable, Hashable, Sendable {
    /// The wire value; `else` for the row of all other values.
    public var value: String
    public var name: String?
    public var editions: [String]
  }

  public init(of service: Service) {
    var collector = InventoryCollector(service: service)
    self.service = service.name
    editions = service.editions.map(\.name)
    envelope = collector.fields(service.envelope, below: "", in: "", within: service.fullEditions)
    events = service.events.map { event in
      Event(
        name: event.key, id: Self.id(event.id.value),
        editions: collector.names(event.provenance, within: service.fullEditions),
        outcome: Outcome(
          declared: event.outcome?.rawValue,
          fields: event.outcome == nil ? service.outcomePaths(of: event) : []),
        fields: collector.fields(
          service.fields(of: event), below: "", in: event.key, within: event.provenance.editions))
    }
    tables = service.tables.map { collector.table($0, named: $0.name) } + collector.ownTables
  }
}

extension Inventory {
  fileprivate static func id(_ value: WireValue) -> ID {
    if case .number(let text) = value, let number = Int(text) {
      .number(number)
    } else {
      .text(value.text)
    }
  }
}

/// Collects the fields of a service, and the tables that are declared in a field.
private struct InventoryCollector {
  let service: Service
  var ownTables: [Inventory.Table] = []
  /// The objects around the current field.
  private var open: [String] = []

  init(service: Service) { self.service = service }

  /// The editions that document a declaration, and the partial sources that mention it.
  func names(_ provenance: Provenance, within container: EditionSet) -> [String] {
    service.names(of: provenance.editions.intersection(container))
      + service.otherSources(of: provenance)
  }

  mutating func fields(
    _ fields: [Field], below path: String, in owner: String, within container: EditionSet
  ) -> [Inventory.Field] {
    fields.flatMap { field -> [Inventory.Field] in
      let place = path.isEmpty ? field.wire : "\(path).\(field.wire)"
      let documented = field.provenance.editions.intersection(container)
      return [entry(field, at: place, in: owner, within: container)]
        + members(field.type, at: place, in: owner, within: documented)
    }
  }

  private mutating func members(
    _ type: FieldType, at path: String, in owner: String, within container: EditionSet
  ) -> [Inventory.Field] {
    switch type {
    case .nested(let members): return fields(members, below: path, in: owner, within: container)
    case .object(let name):
      // The members of a recursive object are listed once.
      guard !open.contains(name) else { return [] }
      open.append(name)
      defer { open.removeLast() }
      return fields(service.members(of: type) ?? [], below: path, in: owner, within: container)
    case .list(let element): return members(element, at: path + "[]", in: owner, within: container)
    case .map(let element): return members(element, at: path + ".*", in: owner, within: container)
    case .union(let types):
      return types.flatMap { members($0, at: path, in: owner, within: container) }
    case .choice(let choice):
      return choice.options.flatMap {
        members(
          .object($0.object.value), at: "\(path)(\($0.object.value))", in: owner,
          within: container)
      }
    case .scalar, .table, .ownTable, .dependent, .stringOrInteger: return []
    }
  }

  private mutating func entry(
    _ field: Field, at path: String, in owner: String, within container: EditionSet
  ) -> Inventory.Field {
    let (table, values) = codes(field, at: path, in: owner)
    return Inventory.Field(
      path: path, type: name(field),
      presence: field.isRequired
        ? .required
        : field.condition != nil ? .conditional : field.isOptional ? .optional : .expected,
      editions: names(field.provenance, within: container), aliases: field.otherSpellings,
      accepts: field.otherKinds(in: service).map(\.rawValue), unit: field.unit?.rawValue,
      nullable: field.isNullable ? true : nil,
      table: table, values: values)
  }

  private mutating func codes(
    _ field: Field, at path: String, in owner: String
  ) -> (table: String?, values: [String]) {
    switch field.type {
    case .table(let name), .list(.table(let name)):
      let all = service.table(named: name)?.rows.map(\.value.text) ?? []
      return (name, field.listed.isEmpty ? all : field.listed.map(\.value.text))
    case .ownTable(let table):
      let name = owner.isEmpty ? path : "\(owner).\(path)"
      if !ownTables.contains(where: { $0.name == name }) {
        ownTables.append(self.table(table, named: name))
      }
      return (name, table.rows.map(\.value.text))
    default:
      if let constant = field.constant { return (nil, [constant.value.text]) }
      return (nil, [true, false].filter { field.meanings[$0] != nil }.map { "\($0)" })
    }
  }

  private func name(_ field: Field) -> String {
    let text = name(field.type)
    return field.hasNullElements ? "\(text.dropLast()) | null]" : text
  }

  private func name(_ type: FieldType) -> String {
    switch type {
    case .scalar, .table, .ownTable, .dependent: type.scalar(in: service)?.rawValue ?? ""
    case .object, .nested: "object"
    case .list(let element): "[\(self.name(element))]"
    case .stringOrInteger: "string | int"
    case .map(let element): "[string: \(self.name(element))]"
    case .union(let members): members.map { self.name($0) }.joined(separator: " | ")
    case .choice: "json"
    }
  }

  func table(_ table: CodeTable, named name: String) -> Inventory.Table {
    var values = table.rows.map { row in
      Inventory.Value(
        value: row.value.text, name: row.name?.value,
        editions: names(row.provenance, within: table.provenance.editions))
    }
    if let otherwise = table.otherwise {
      values.append(
        Inventory.Value(
          value: "else", name: otherwise.name?.value,
          editions: names(otherwise.provenance, within: table.provenance.editions)))
    }
    return Inventory.Table(
      name: name, kind: table.kind.rawValue, raw: table.raw.rawValue, values: values)
  }
}
