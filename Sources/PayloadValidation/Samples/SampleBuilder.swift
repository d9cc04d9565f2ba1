@_spi(Generated) import CallbackRuntime
import CallbackSchema
import SchemaSource

/// Builds the body of an event with all members that one edition documents.
struct SampleBuilder {
  let service: Service
  var generator: SeededGenerator

  /// The objects around the value that is built, to end recursion.
  var open: [String] = []

  /// Values by path that replace generated ones; nil omits the member.
  var overrides: [String: JSONValue?] = [:]

  /// The indices of the types of unions and of the objects of choices by path; without one the first that ends.
  var alternatives: [String: Int] = [:]

  init(_ service: Service, seed: UInt64) {
    self.service = service
    generator = SeededGenerator(seed: seed)
  }

  /// The edition to follow, if it documents the event; otherwise the last one that does.
  var preferredEdition: Int?

  /// The index of the edition that a sample of an event follows.
  func edition(of event: Event) -> Int {
    if let preferredEdition, event.provenance.editions.contains(edition: preferredEdition) {
      return preferredEdition
    }
    return event.provenance.editions.places.last ?? 0
  }

  /// The whole callback.
  mutating func body(of event: Event) -> JSONValue {
    let details = object(
      service.fields(of: event), at: service.payloadLocation(of: event).text, in: edition(of: event)
    )
    return wrap(details, event)
  }

  /// The envelope around an event's own fields.
  mutating func wrap(_ details: JSONValue, _ event: Event) -> JSONValue {
    envelope(service.envelope, at: [], event, identified(details, event), in: edition(of: event))
  }

  private mutating func envelope(
    _ fields: [Field], at path: [String], _ event: Event, _ details: JSONValue, in edition: Int
  ) -> JSONValue {
    let members = fields.compactMap { field in
      envelopeValue(of: field, at: path + [field.wire], event, details, in: edition).map {
        JSONValue.Member(field.wire, $0)
      }
    }
    let location = service.payloadLocation(of: event)
    var all = settled(members, fields, at: path, in: edition)
    if service.keyPath == path {
      all.append(JSONValue.Member(event.id.value.text, details))
    } else if location.hasEnvelopeFields, location.path == path, case .object(let own) = details {
      all += own
    }
    return .object(all)
  }

  /// The value of a member of the envelope; nil for an absent one.
  private mutating func envelopeValue(
    of field: Field, at path: [String], _ event: Event, _ details: JSONValue, in edition: Int
  ) -> JSONValue? {
    if service.isListed {
      let index = service.discriminators.firstIndex { $0.value == .member(path) }
      if let index, event.idParts.indices.contains(index) { return .string(event.idParts[index]) }
      // A part that the id does not name can have any value.
      if index != nil, field.isOptional { return nil }
    } else if path == service.discriminator.value.path, !path.isEmpty {
      return event.id.value.json
    }
    if path == service.payload.value.path, !service.payloadLocation.hasEnvelopeFields {
      let location = service.payloadLocation(of: event)
      guard !location.hasEnvelopeFields, event.payload?.value != EventPayload.none else {
        return nil
      }
      return field.format == .json ? .string(details.compact) : details
    }
    let text = path.joined(separator: ".")
    if let override = overrides[text] { return override }
    if let constant = event.constants.first(where: { $0.path.value == path }),
      constant.provenance.editions.contains(edition: edition)
    {
      return constant.value.value.json
    }
    if let clause = service.guards.first(where: { $0.path.value == path }), !clause.isNegated,
      let value = clause.values.first
    {
      return value.json
    }
    if case .nested(let inner) = field.type {
      return envelope(inner, at: path, event, details, in: edition)
    }
    guard field.provenance.editions.contains(edition: edition) else { return nil }
    return value(of: field, at: text, in: edition)
  }

  /// The members of the envelope whose conditions hold; dependent fields have codes of the selected tables.
  private mutating func settled(
    _ members: [JSONValue.Member], _ fields: [Field], at path: [String], in edition: Int
  ) -> [JSONValue.Member] {
    var values = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
    let conditional = fields.filter { $0.effective(in: edition).condition?.clauses != nil }
    // Removing a member can make the condition of another member fail.
    for _ in conditional {
      for field in conditional {
        let clauses = field.effective(in: edition).condition?.clauses ?? []
        if !clauses.allSatisfy({ $0.holds(in: values, fields) }) { values[field.wire] = nil }
      }
    }
    for field in fields where values[field.wire] != nil {
      guard case .dependent(let dependency) = field.type, field.constant == nil else { continue }
      guard overrides[(path + [field.wire]).joined(separator: ".")] == nil else { continue }
      values[field.wire] = dependent(dependency, field, values, in: edition)
    }
    return members.compactMap { member in
      values[member.name].map { JSONValue.Member(member.name, $0) }
    }
  }

  /// An object with every field that the edition documents and whose condition holds, or that is overridden.
  mutating func object(_ fields: [Field], at path: String, in edition: Int) -> JSONValue {
    let documented = fields.filter {
      $0.provenance.editions.contains(edition: edition)
        || overrides[path.isEmpty ? $0.wire : "\(path).\($0.wire)"] != nil
    }
    var values: [String: JSONValue] = [:]
    // Selectors first: conditions and dependent types need their values.
    let isFree = { (field: Field) in
      if case .dependent = field.type { return false }
      return field.effective(in: edition).condition?.clauses == nil
    }
    for field in documented.filter(isFree) + documented.filter({ !isFree($0) }) {
      let place = path.isEmpty ? field.wire : "\(path).\(field.wire)"
      if isTooDeep(field) {
        values[field.wire] = field.isOptional ? nil : .null
        continue
      }
      if let clauses = field.effective(in: edition).condition?.clauses,
        !clauses.allSatisfy({ $0.holds(in: values, fields) })
      {
        continue
      }
      if let override = overrides[place] {
        values[field.wire] = override
      } else if case .dependent(let dependency) = field.type {
        values[field.wire] = dependent(dependency, field, values, in: edition)
      } else {
        values[field.wire] = value(of: field, at: place, in: edition)
      }
    }
    return .object(
      fields.constantsFirst.compactMap { field in
        values[field.wire].map { .init(field.wire, $0) }
      })
  }

  private mutating func dependent(
    _ dependency: Dependency, _ field: Field, _ values: [String: JSONValue], in edition: Int
  ) -> JSONValue {
    let selector = values[dependency.selector.value[0]]
    let choice = dependency.choices.first { $0.value.json == selector }
    let table = choice.flatMap { service.table(named: $0.table.value) }
    return table.map { code(of: $0, in: edition) } ?? scalar(dependency.otherwise, field)
  }
}

extension Condition.Clause {
  func holds(in values: [String: JSONValue], _ fields: [Field]) -> Bool {
    let isPlain = fields.contains {
      $0.wire == path.value[0] && $0.type == .scalar(.string) && $0.format == nil
    }
    return holds(values[path.value[0]]?.wire, isPlainText: isPlain)
  }
}

extension JSONValue {
  /// The value as a schema writes it; nil where it has no single one.
  fileprivate var wire: WireValue? {
    switch self {
    case .string(let text): .string(text)
    case .number(let digits): .number(digits)
    case .bool(let value): .bool(value)
    case .null, .array, .object, .text: nil
    }
  }
}
