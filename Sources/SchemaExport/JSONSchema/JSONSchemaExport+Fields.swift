import CallbackSchema
import SchemaSource

extension JSONSchemaExport {
  /// The keywords of an object: properties, required ones, and conditions.
  mutating func object(
    _ fields: [Field], at path: String, within editions: EditionSet, isEnvelope: Bool = false
  ) -> [JSONValue.Member] {
    var properties: [JSONValue.Member] = []
    var required: [JSONValue] = []
    var conditions: [JSONValue] = []
    for field in fields {
      let place = path.isEmpty ? field.wire : "\(path).\(field.wire)"
      properties.append(.init(field.wire, property(field, at: place, isEnvelope: isEnvelope)))
      let isExpected = field.expectedEditions.isSuperset(of: editions) && !editions.isEmpty
      if field.isRequired || (isExpected && field.condition == nil) {
        required.append(.string(field.wire))
      }
      conditions += self.conditions(of: field, among: fields, isExpected: isExpected, at: place)
    }
    var members: [JSONValue.Member] = [
      .init("type", "object"), .init("properties", .object(properties)),
    ]
    if !required.isEmpty { members.append(.init("required", .array(required))) }
    if !conditions.isEmpty, isEnvelope {
      // The root has an `allOf` of its own, for the events.
      members.append(.init("anyOf", [["allOf": .array(conditions)]]))
    } else if !conditions.isEmpty {
      members.append(.init("allOf", .array(conditions)))
    }
    return members
  }

  private mutating func property(_ field: Field, at place: String, isEnvelope: Bool) -> JSONValue {
    leaveOutParts(of: field, at: place)
    let limits = field.constraints.flatMap { keywords(of: $0, field, at: place) }
    var members: [JSONValue.Member] = []
    if let doc = field.doc { members.append(.init("description", .string(doc))) }
    if field.deprecation != nil { members.append(.init("deprecated", true)) }
    if let constant = field.constant {
      return .object(members + [.init("const", constant.value.json)])
    }
    if isEnvelope, let values = documentedValues(at: place) {
      return .object(members + [.init("enum", .array(values))])
    }
    let values = keywords(field.type, of: field, at: place, isEnvelope: isEnvelope) + limits
    members +=
      field.canBeNull
      ? [.init("anyOf", [.object(values), ["type": "null"]])] : values
    if let value = field.defaultValue { members.append(.init("default", value.value.json)) }
    if let value = field.example { members.append(.init("examples", [value.value.json])) }
    return .object(members)
  }

  /// The values of the discriminator, and of the fields that identify the product.
  private func documentedValues(at place: String) -> [JSONValue]? {
    let path = place.split(separator: ".").map(String.init)
    if service.hasMemberDiscriminator, path == service.discriminator.value.path {
      return service.events.map(\.id.value.json)
    }
    return service.guards.first { $0.path.value == path && !$0.isNegated }?.values.map(\.json)
  }

  private mutating func keywords(
    _ type: FieldType, of field: Field, at place: String, isEnvelope: Bool
  ) -> [JSONValue.Member] {
    switch type {
    case .scalar(let scalar): return scalar.keywords
    case .stringOrInteger: return [.init("type", ["string", "integer"])]
    case .table(let name): return Self.reference("table.\(name)").members
    case .ownTable(let table):
      return self.table(table, at: place).members
    case .object(let name): return Self.reference("object.\(name)").members
    case .nested(let fields):
      let editions = isEnvelope ? service.fullEditions : field.provenance.editions
      return object(fields, at: place, within: editions, isEnvelope: isEnvelope)
    case .list(let element):
      let items = keywords(element, of: field, at: place, isEnvelope: false)
      let orNull: JSONValue = ["anyOf": [.object(items), ["type": "null"]]]
      return [
        .init("type", "array"), .init("items", field.hasNullElements ? orNull : .object(items)),
      ]
    case .map(let element):
      let values = keywords(element, of: field, at: place, isEnvelope: false)
      return [.init("type", "object"), .init("additionalProperties", .object(values))]
    case .union(let members):
      let schemas = members.map {
        JSONValue.object(keywords($0, of: field, at: place, isEnvelope: false))
      }
      return [.init("anyOf", .array(schemas))]
    case .choice(let choice):
      let schemas = choice.options.map { option -> JSONValue in
        [
          "if": Self.nested([choice.member], ["const": option.value.json], isRequired: true),
          "then": Self.reference("object.\(option.object.value)"),
        ]
      }
      // An `if` without its member is not satisfied by other JSON types.
      return [.init("if", ["type": "object"]), .init("then", ["allOf": .array(schemas)])]
    case .dependent(let dependency): return dependency.otherwise.keywords
    }
  }

  mutating func table(_ table: CodeTable, at place: String) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let doc = table.doc { members.append(.init("description", .string(doc))) }
    members += table.raw.keywords
    if !table.columns.isEmpty { leaveOut(.columns, at: place) }
    if table.kind == .flags {
      leaveOut(.flags, at: place)
    } else if table.otherwise != nil {
      leaveOut(.else, at: place)
    } else if table.elsewhere != nil {
      leaveOut(.elsewhere, at: place)
    } else {
      members.append(.init("enum", .array(table.rows.map(\.value.json))))
    }
    for row in table.rows where row.readings != nil {
      leaveOut(.readings, at: "\(place) \(row.value.text)")
    }
    return .object(members)
  }

  private mutating func keywords(
    of constraint: Constraint, _ field: Field, at place: String
  ) -> [JSONValue.Member] {
    func ends(_ bounds: Bounds, _ lower: String, _ upper: String) -> [JSONValue.Member] {
      [(lower, bounds.lower), (upper, bounds.upper)].compactMap { name, end in
        end.map { .init(name, .number($0)) }
      }
    }
    switch constraint {
    case .unit: leaveOut(.unit, at: place)
    // A range is one of numbers, not of strings with digits.
    case .range where field.spelled != nil: leaveOut(.format, at: place)
    case .range(let bounds): return ends(bounds.value, "minimum", "maximum")
    case .length(let length):
      let isList = if case .list = field.type { true } else { false }
      return isList
        ? ends(length.value, "minItems", "maxItems") : ends(length.value, "minLength", "maxLength")
    case .characters(let characters):
      return [.init("pattern", .string("^[\(Self.escaped(characters.value))]*$"))]
    case .pattern(let pattern):
      let keyword = JSONValue.Member("pattern", .string(Self.anchored(pattern.value)))
      // Characters are a pattern, too.
      return [field.characters == nil ? keyword : .init("allOf", [.object([keyword])])]
    case .format(.rfc3339): return [.init("format", "date-time")]
    case .format(.text), .format(.list): leaveOut(.format, at: place)
    case .format(.standard(.decimal)): return [.init("pattern", "^[-+]?[0-9]+(\\.[0-9]+)?$")]
    case .format(.standard(.date)): return [.init("format", "date")]
    case .format(.standard(.uuid)): return [.init("format", "uuid")]
    // URLs may have characters beyond ASCII.
    case .format(.standard(.url)): return [.init("format", "iri")]
    case .format(.integer): return [.init("pattern", "^-?(0|[1-9][0-9]*)$")]
    case .format(.number):
      return [.init("pattern", "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    case .format(.boolean):
      let isText = field.type == .scalar(.string)
      return [.init("enum", isText ? ["true", "false"] : [0, 1])]
    // The member that holds the event, and the parts of a format.
    case .format(.json), .format(.base64): break
    case .condition(.text): leaveOut(.when, at: place)
    // The object says when its members are there.
    case .condition(.clauses): break
    case .listed(let values): return [.init("enum", .array(values.map(\.value.json)))]
    // `const` stands alone.
    case .constant: break
    }
    return []
  }

  /// An I-Regexp as ECMAScript has it (RFC 9485, 5.3): between anchors, with a dot that matches no line end, and no escape of
  /// a minus sign that needs none.
  private static func anchored(_ pattern: String) -> String {
    var text = ""
    var isEscaped = false
    var isInSet = false
    for character in pattern.unicodeScalars {
      switch (character, isEscaped, isInSet) {
      case (".", false, false): text += "[^\\n\\r]"
      case ("-", true, false): text = text.dropLast() + "-"
      default: text.unicodeScalars.append(character)
      }
      if !isEscaped, character == "[" { isInSet = true }
      if !isEscaped, character == "]" { isInSet = false }
      isEscaped = !isEscaped && character == "\\"
    }
    return "^(?:\(text))$"
  }

  /// A character set in the notation of a regular expression, with special characters escaped.
  private static func escaped(_ characters: String) -> String {
    let scalars = Array(characters)
    var text = ""
    var place = 0
    while place < scalars.count {
      let isRange = place + 2 < scalars.count && scalars[place + 1] == "-"
      let ends = isRange ? [scalars[place], scalars[place + 2]] : [scalars[place]]
      text += ends.map { "-]^[&~".contains($0) ? "\\\($0)" : "\($0)" }.joined(separator: "-")
      place += isRange ? 3 : 1
    }
    return text
  }

  private mutating func leaveOutParts(of field: Field, at place: String) {
    if field.readings != nil { leaveOut(.readings, at: place) }
    if field.isFlattened { leaveOut(.flattened, at: place) }
    if !field.aliases.isEmpty { leaveOut(.aliases, at: place) }
    if !field.accepts.isEmpty { leaveOut(.accepts, at: place) }
    if field.provenance.editions != service.fullEditions { leaveOut(.editions, at: place) }
  }
}

extension JSONValue {
  fileprivate var members: [Member] { if case .object(let members) = self { members } else { [] } }
}

extension Scalar {
  /// The keywords of the values of a table.
  fileprivate var keywords: [JSONValue.Member] {
    switch self {
    case .bool: [.init("type", "boolean")]
    case .int, .int64: [.init("type", "integer")]
    case .int32:
      [.init("type", "integer"), .init("minimum", -2_147_483_648), .init("maximum", 2_147_483_647)]
    case .uint32:
      [.init("type", "integer"), .init("minimum", 0), .init("maximum", 4_294_967_295)]
    case .uint64: [.init("type", "integer"), .init("minimum", 0)]
    case .double: [.init("type", "number")]
    case .string: [.init("type", "string")]
    case .object: [.init("type", "object")]
    case .json: []
    }
  }
}
