@_spi(Generated) import CallbackRuntime
import CallbackSchema
import SchemaSource

extension SampleBuilder {
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
  func isTooDeep(_ field: Field) -> Bool {
    guard !open.isEmpty, field.isOptional || field.isNullable else { return false }
    return isOpen(field.type)
  }

  /// Whether the elements of a list or a map, or an alternative, contain an object that is open several times.
  func isTooDeep(_ type: FieldType, at path: String) -> Bool {
    isOpen(type) || path.utf8.count > 2000
  }

  func isOpen(_ type: FieldType) -> Bool {
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

  mutating func scalar(_ scalar: CallbackSchema.Scalar, _ field: Field) -> JSONValue {
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
    case .json?, .base64?, .integer?, .number?, .boolean?, nil: break
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
        parts.append(Base64Text(pairs: replacements.pairs).encode("user?1"))
      }
    }
    return TextTemplate(form.template.value).text(parts)
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
