@_spi(Generated) import CallbackRuntime
import CallbackSchema
import SchemaSource

/// Builds the body of an event with all members that one edition documents.
struct SampleBuilder {
  let service: Service
  var generator: SeededGenerator

  /// The objects around the value that is built, to end recursion.
  private var open: [String] = []

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
    envelope(service.envelope, at: [], event, details, in: edition(of: event))
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

  // MARK: - Values

  mutating func value(of field: Field, at path: String, in edition: Int) -> JSONValue {
    if let constant = field.constant(in: edition) { return constant.json }
    if let listed = field.listed.randomElement(using: &generator) { return listed.value.json }
    return value(field.type, field, at: path, in: edition)
  }

  mutating func value(
    _ type: FieldType, _ field: Field, at path: String, in edition: Int
  ) -> JSONValue {
    if let override = overrides[path] { return override ?? .null }
    switch type {
    case .scalar(let scalar):
      return field.spelled.map { field.spelling(of: self.scalar($0, field)) }
        ?? self.scalar(scalar, field)
    case .stringOrInteger: return .string("room \(Int.random(in: 1...99, using: &generator))")
    case .table(let name):
      return service.table(named: name).map { code(of: $0, in: edition) } ?? .null
    case .ownTable(let table): return code(of: table, in: edition)
    case .nested:
      return object(service.members(of: type) ?? [], at: path, in: edition)
    case .object(let name):
      open.append(name)
      defer { open.removeLast() }
      return object(service.members(of: type) ?? [], at: path, in: edition)
    case .map(let element):
      guard !isTooDeep(element, at: path) else { return .object([]) }
      return .object([.init("key", value(element, field, at: "\(path).key", in: edition))])
    case .union(let members):
      let place = alternatives[path] ?? members.firstIndex { !isTooDeep($0, at: path) } ?? 0
      return value(members[place], field, at: path, in: edition)
    case .choice(let choice):
      let place =
        alternatives[path]
        ?? choice.options.firstIndex { !isTooDeep(.object($0.object.value), at: path) }
      guard let place else { return .object([]) }
      return self.object(choice.options[place], of: choice, field, at: path, in: edition)
    case .list(let element):
      guard !isTooDeep(element, at: path) else { return .array([]) }
      let (lower, upper) = field.lengths
      let count = min(max(lower, 1), upper)
      return .array((0..<count).map { value(element, field, at: "\(path)[\($0)]", in: edition) })
    case .dependent(let dependency): return self.scalar(dependency.otherwise, field)
    }
  }

  /// An object that the value of its member selects.
  mutating func object(
    _ option: ObjectChoice.Option, of choice: ObjectChoice, _ field: Field, at path: String,
    in edition: Int
  ) -> JSONValue {
    value(.object(option.object.value), field, at: path, in: edition).changing("") { members in
      let member = JSONValue.Member(choice.member, option.value.json)
      let place = members.firstIndex { $0.name == choice.member }
      if let place { members[place] = member } else { members.append(member) }
    }
  }

  /// Whether a field contains an object that is open several times, so that a sample ends before it.
  private func isTooDeep(_ field: Field) -> Bool {
    guard !open.isEmpty, field.isOptional || field.isNullable else { return false }
    return isOpen(field.type)
  }

  /// Whether the elements of a list or a map, or an alternative, contain an object that is open several times.
  private func isTooDeep(_ type: FieldType, at path: String) -> Bool {
    isOpen(type) || path.utf8.count > 2000
  }

  private func isOpen(_ type: FieldType) -> Bool {
    !open.isEmpty
      && type.names.contains { name in open.count { $0 == name } >= Self.maximumRecursion }
  }

  /// The number of objects of one name that a sample has inside each other.
  static let maximumRecursion = 4

  mutating func code(of table: CallbackSchema.CodeTable, in edition: Int) -> JSONValue {
    let rows = table.rows.filter { $0.provenance.editions.contains(edition: edition) }
    if let row = rows.randomElement(using: &generator) { return row.value.json }
    // In an edition that documents no codes, any value is allowed.
    return table.raw == .string ? .string("any") : .number("1")
  }

  private mutating func scalar(_ scalar: CallbackSchema.Scalar, _ field: Field) -> JSONValue {
    switch scalar {
    case .bool: return .bool(Bool.random(using: &generator))
    case .double:
      let bounds = field.bounds?.value
      return .number(bounds?.lower ?? bounds?.upper ?? "0.5")
    case .string: return .string(text(of: field))
    case .object, .json: return .object([])
    default: break
    }
    // A time in 2024.
    if let unit = field.unit?.time {
      return .number("\(1_709_181_296_123_456_789 / (1_000_000_000 / unit.rawValue))")
    }
    let (lower, upper) = (field.bounds?.value.lower, field.bounds?.value.upper)
    // Beyond `Int` the bounds themselves will do.
    guard let least = Int(lower ?? "0"), let most = Int(upper ?? "\(max(least, 1000))") else {
      return .number(lower ?? upper ?? "0")
    }
    return .number("\(Int.random(in: min(least, most)...most, using: &generator))")
  }

  mutating func text(of field: Field) -> String {
    switch field.format {
    case .rfc3339?: return "2024-02-29T12:34:56+08:00"
    case .list(let separator)?: return ["a", "b"].joined(separator: separator)
    case .text(let name)?:
      return service.format(named: name.value).flatMap { text(of: $0, form: 0) } ?? ""
    case .standard(.decimal)?: return "12.50"
    case .standard(.date)?: return "2024-02-29"
    case .standard(.uuid)?: return "0190163d-8694-739b-aea5-966c26f8ad91"
    case .standard(.url)?: return "https://example.com/a?b=c"
    case .json?, .base64?, .integer?, .boolean?, nil: break
    }
    if let text = field.compiledPattern.flatMap({ self.text(matching: $0, field) }) { return text }
    let (lower, upper) = field.lengths
    let allowed = field.sampleCharacters
    let count = min(max(lower, 4), upper)
    return String((0..<count).map { _ in allowed.randomElement(using: &generator) ?? "a" })
  }

  /// A string of one of the forms, with every part; nil without such a form.
  mutating func text(of format: TextFormat, form place: Int) -> String? {
    guard format.forms.indices.contains(place) else { return nil }
    let form = format.forms[place]
    var parts: [String] = []
    for (name, _) in form.parts {
      guard let part = format.part(named: name) else { return nil }
      switch part.type {
      case .scalar(.int), .stringOrInteger:
        parts.append("\(Int.random(in: 1...9999, using: &generator))")
      case .table(let table):
        parts.append(service.table(named: table)?.rows.first?.value.text ?? "")
      default:
        guard case .base64(let replacements)? = part.format else {
          parts.append("part\(Int.random(in: 1...99, using: &generator))")
          continue
        }
        let pairs = replacements.map { (Character($0.character), Character($0.written)) }
        parts.append(Base64Text(Dictionary(pairs) { first, _ in first }).encode("user?1"))
      }
    }
    return TextTemplate(form.template.value).text(parts)
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

extension Field {
  /// A value in the JSON type in which the field spells it.
  func spelling(of value: JSONValue) -> JSONValue {
    guard spelled != nil else { return value }
    switch value {
    case .number(let digits): return .string(digits)
    case .bool(let value):
      return type == .scalar(.string)
        ? .string(value ? "true" : "false") : .number(value ? "1" : "0")
    default: return value
    }
  }

  /// The constant of the field in an edition.
  func constant(in edition: Int) -> WireValue? {
    let reading = (readings?.entries ?? []).first {
      $0.source.isEdition(edition) && $0.constant != nil
    }
    return reading?.constant?.value ?? constant?.value
  }
}
