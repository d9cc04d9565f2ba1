import CallbackSchema
import PayloadValidation
import SchemaSource
import TestSupport

/// Gives every service, event, field, table and value another name, by a seeded permutation: what is special about a
/// vendor's words is gone, and nothing else.
struct Renaming {
  private var names: [String: String] = [:]
  private var numbers: [String: String] = [:]
  private var generator: SeededGenerator
  private var pool: [String]

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    pool = (0..<2000).map { "name\($0)" }.shuffled(using: &generator)
  }

  /// Another word for a word; always the same one, and never that of another.
  mutating func word(_ text: String) -> String {
    if text.isEmpty { return text }
    if let known = names[text] { return known }
    let word = pool.removeLast()
    names[text] = word
    return word
  }

  mutating func path(_ path: [String]) -> [String] { path.map { word($0) } }

  /// Another value of a code: numbers stay numbers, within every integer type.
  mutating func code(_ value: WireValue) -> WireValue {
    switch value {
    case .string(let text): return .string(word(text))
    case .number(let digits):
      if let known = numbers[digits] { return .number(known) }
      let number = "\(1000 + numbers.count * 7)"
      numbers[digits] = number
      return .number(number)
    case .bool, .null: return value
    }
  }

  // MARK: - Services

  mutating func service(_ service: Service) -> Service {
    var renamed = service
    renamed.name = word(service.name)
    renamed.namespace = named(service.namespace)
    renamed.envelope = fields(service.envelope, in: service)
    renamed.discriminator = place(service.discriminator)
    renamed.payload = place(service.payload)
    renamed.guards = clauses(service.guards, service.envelope, in: service)
    renamed.tables = service.tables.map { table($0) }
    renamed.objects = service.objects.map { object in
      var copy = object
      copy.name = word(object.name)
      copy.includes = object.includes.map { named($0) }
      copy.fields = fields(object.fields, in: service)
      return copy
    }
    renamed.formats = service.formats.map { format($0, in: service) }
    renamed.events = service.events.map { event($0, in: service) }
    renamed.delivery.headers = fields(service.delivery.headers, in: service)
    renamed.delivery.identity.members = service.delivery.identity.members.map { place($0) }
    renamed.delivery.order = service.delivery.order.map { place($0) }
    renamed.delivery.probes = service.delivery.probes.map { probe in
      var copy = probe
      copy.clauses = clauses(probe.clauses, service.envelope, in: service)
      return copy
    }
    renamed.delivery.signatures = []
    return renamed
  }

  private mutating func named(_ name: Located<String>) -> Located<String> {
    Located(word(name.value), at: name.range)
  }

  private mutating func place(_ place: Located<Place>) -> Located<Place> {
    switch place.value {
    case .member(let members): Located(.member(path(members)), at: place.range)
    case .header(let name): Located(.header(word(name)), at: place.range)
    case .key(let members): Located(.key(path(members)), at: place.range)
    case .body: place
    }
  }

  private mutating func event(_ event: Event, in service: Service) -> Event {
    var copy = event
    copy.key = word(event.key)
    copy.name = nil
    copy.constant = event.constant.map { word($0) }
    copy.id = Located(code(event.id.value), at: event.id.range)
    copy.includes = event.includes.map { named($0) }
    copy.fields = fields(event.fields, in: service)
    copy.constants = event.constants.map { constant in
      var renamed = constant
      let field = service.envelopeField(at: constant.path.value)
      renamed.path = Located(path(constant.path.value), at: constant.path.range)
      renamed.value = Located(
        value(constant.value.value, of: field, in: service), at: constant.value.range)
      return renamed
    }
    copy.examples = []
    return copy
  }

  mutating func table(_ table: CodeTable) -> CodeTable {
    var copy = table
    copy.name = word(table.name)
    copy.rows = table.rows.map { row in
      var renamed = row
      // The bits of a mask mean what they are.
      renamed.value = table.kind == .flags ? row.value : code(row.value)
      renamed.name = Located(word("row " + (row.name?.value ?? row.value.text)), at: row.range)
      renamed.constant = row.constant.map { word($0) }
      return renamed
    }
    copy.otherwise = table.otherwise.map { row in
      var renamed = row
      renamed.name = row.name.map { named($0) }
      return renamed
    }
    return copy
  }

  private mutating func format(_ format: TextFormat, in service: Service) -> TextFormat {
    var copy = format
    copy.name = word(format.name)
    for place in copy.forms.indices {
      copy.forms[place].name = named(format.forms[place].name)
      copy.forms[place].pieces = format.forms[place].pieces.map { piece($0) }
      copy.forms[place].template = Located(
        copy.forms[place].pieces.map(Self.text).joined(), at: format.forms[place].template.range)
    }
    copy.parts = fields(format.parts, in: service)
    return copy
  }

  private mutating func piece(_ piece: TextFormat.Piece) -> TextFormat.Piece {
    switch piece {
    case .literal: piece
    case .part(let name): .part(word(name))
    case .optional(let inner): .optional(inner.map { self.piece($0) })
    }
  }

  private static func text(_ piece: TextFormat.Piece) -> String {
    switch piece {
    case .literal(let text): text
    case .part(let name): "{\(name)}"
    case .optional(let inner): "[\(inner.map(text).joined())]"
    }
  }

  // MARK: - Fields

  private mutating func fields(_ fields: [Field], in service: Service) -> [Field] {
    fields.map { field($0, among: fields, in: service) }
  }

  private mutating func field(_ field: Field, among level: [Field], in service: Service) -> Field {
    var copy = field
    copy.wire = word(field.wire)
    copy.name = nil
    copy.type = type(field.type, among: level, in: service)
    copy.aliases = field.aliases.map { named($0) }
    copy.constant = field.constant.map { Located(code($0.value), at: $0.range) }
    copy.listed = field.listed.map { Located(code($0.value), at: $0.range) }
    copy.defaultValue = field.defaultValue.map {
      Located(value($0.value, of: field, in: service), at: $0.range)
    }
    copy.example = nil
    copy.condition = field.condition.map { condition($0, level, in: service) }
    if case .text(let name)? = field.format { copy.format = .text(named(name)) }
    copy.readings?.entries = (field.readings?.entries ?? []).map { reading in
      var renamed = reading
      renamed.wire = reading.wire.map { named($0) }
      renamed.type = reading.type.map { type($0, among: level, in: service) }
      renamed.name = nil
      renamed.constant = reading.constant.map { Located(code($0.value), at: $0.range) }
      if case .to(let other)? = reading.condition {
        renamed.condition = .to(condition(other, level, in: service))
      }
      return renamed
    }
    return copy
  }

  private mutating func type(
    _ type: FieldType, among level: [Field], in service: Service
  ) -> FieldType {
    switch type {
    case .scalar, .stringOrInteger: return type
    case .table(let name): return .table(word(name))
    case .ownTable(let own): return .ownTable(table(own))
    case .object(let name): return .object(word(name))
    case .nested(let inner): return .nested(fields(inner, in: service))
    case .list(let element): return .list(self.type(element, among: level, in: service))
    case .dependent(var dependency):
      let selector = level.first { $0.wire == dependency.selector.value[0] }
      dependency.selector = Located(
        path(dependency.selector.value), at: dependency.selector.range)
      for place in dependency.choices.indices {
        let choice = dependency.choices[place]
        dependency.choices[place].value = value(choice.value, of: selector, in: service)
        dependency.choices[place].table = named(choice.table)
      }
      return .dependent(dependency)
    case .map(let element): return .map(self.type(element, among: level, in: service))
    case .union(let members):
      return .union(members.map { self.type($0, among: level, in: service) })
    case .choice: return type
    }
  }

  private mutating func condition(
    _ condition: Condition, _ level: [Field], in service: Service
  ) -> Condition {
    guard case .clauses(let found, let range) = condition else { return condition }
    return .clauses(clauses(found, level, in: service), range)
  }

  private mutating func clauses(
    _ clauses: [Condition.Clause], _ level: [Field], in service: Service
  ) -> [Condition.Clause] {
    clauses.map { clause in
      let field =
        level.first { [$0.wire] == clause.path.value }
        ?? service.envelopeField(at: clause.path.value)
        ?? allFields(of: service).first { [$0.wire] == clause.path.value }
      var renamed = clause
      renamed.path.value = path(clause.path.value)
      renamed.values = clause.values.map { value($0, of: field, in: service) }
      return renamed
    }
  }

  private func allFields(of service: Service) -> [Field] {
    service.objects.flatMap(\.fields) + service.events.flatMap(\.fields)
  }

  /// A value of a field: a code becomes another one, anything else stays.
  mutating func value(_ value: WireValue, of field: Field?, in service: Service) -> WireValue {
    guard let table = field?.codeTable(in: service), table.kind == .codes else { return value }
    return code(value)
  }
}
