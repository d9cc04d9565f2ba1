import CallbackSchema

extension SwiftText {
  /// Prints how an object is decoded, encoded and validated.
  mutating func coding(_ object: ObjectPlan, _ plan: Plan) {
    line()
    block("extension \(TypeReference.qualified(object.path, plan.namespace))") { text in
      text.fieldNames(
        object.properties.map(\.field) + object.properties.flatMap { $0.flattening?.members ?? [] })
      text.line()
      text.block("public init(_reading reader: inout CallbackRuntime._JSONReader)") { text in
        text.objectReader(object, plan)
      }
      text.line()
      if object.isFlattened { text.memberReader(object) }
      text.block("public func _write(to writer: inout CallbackRuntime._JSONWriter)") { text in
        text.line("writer.begin()")
        for property in object.properties { text.line(property.writing) }
        if text.keepsUnknown { text.line("writer.write(unknownFields)") }
        text.line("writer.end()")
      }
      text.line()
      text.block("public func _validate(in context: inout CallbackRuntime._ValidationContext)") {
        text in
        let documented =
          object.isDocumentedByAll ? "" : ", documented: \(Literal.mask(object.editions.rawValue))"
        text.line("context.enter(\(plan.namespace.declared).editions\(documented))")
        for property in object.properties where property.constant == nil {
          text.validation(property)
        }
      }
    }
  }

  /// Prints the table of field names, each with its other spellings, in one literal.
  mutating func fieldNames(_ fields: [Field]) {
    let names = fields.map { ([$0.wire] + $0.otherSpellings).joined(separator: "|") }
    let literal = Literal.string(names.joined(separator: " "))
    let head = "private static let fields = CallbackRuntime.FieldNames("
    if head.count + literal.count + 3 <= Self.width {
      line("\(head)\(literal))")
    } else {
      line(head)
      // After a literal that is too long for its line, the closing parenthesis is on a line of its own.
      let isLong = literal.count + 5 > Self.width
      indented { $0.line(isLong ? literal : "\(literal))") }
      if isLong { line(")") }
    }
  }

  private mutating func objectReader(_ object: ObjectPlan, _ plan: Plan) {
    for property in object.properties where property.isRequired {
      line("\(property.name.property) = \(property.type.placeholder(in: plan.namespace))")
    }
    for case let flattening? in object.properties.map(\.flattening) {
      let type = flattening.type.text(in: DeclarationPlace(namespace: plan.namespace))
      line("var \(flattening.variable.declared): \(plan.namespace.declared).\(type)?")
    }
    line("let fields = Self.fields")
    line("var scope = CallbackRuntime.ObjectScope()")
    if object.isFlattened {
      line("while \(nextField) { read(scope.field, from: &reader) }")
    } else if object.properties.isEmpty {
      line("while \(nextField) {}")
    } else {
      block("while \(nextField)") { text in
        text.line("switch scope.field {")
        for (place, property) in object.properties.enumerated() {
          text.line("case \(place): \(property.reading)")
        }
        text.flattenedMembers(object, plan)
        text.line("default: break")
        text.line("}")
      }
    }
    for property in object.properties {
      guard let flattening = property.flattening else { continue }
      let (name, flat) = (property.name.property, flattening.variable.declared)
      line("if \(name) == nil { \(name) = \(flat) }")
    }
    var arguments = ["scope", "fields"]
    let required = Self.mask(object.properties, where: \.isRequired)
    if required != 0 { arguments.append("required: \(Literal.mask(required))") }
    let constants = Self.mask(object.properties, where: \.isExpectedConstant)
    if constants != 0 { arguments.append("constants: \(Literal.mask(constants))") }
    line("reader.close(\(arguments.joined(separator: ", ")))")
  }

  /// The call that advances to the next documented member.
  var nextField: String {
    "reader.nextField(&scope, fields\(keepsUnknown ? ", keeping: &unknownFields" : ""))"
  }

  /// Prints the cases for members of inner objects that are found in this object.
  private mutating func flattenedMembers(_ object: ObjectPlan, _ plan: Plan) {
    var first = object.properties.count
    for property in object.properties {
      guard let flattening = property.flattening else { continue }
      let type = flattening.type.text(in: DeclarationPlace(namespace: plan.namespace))
      let flat = flattening.variable.declared
      let wire = Literal.string(property.field.wire)
      line("case \(first)...\(first + flattening.members.count - 1):")
      indented { text in
        text.call(
          "if \(flat) == nil { \(flat) = reader.flattened",
          ["\(plan.namespace.declared).\(type)()", wire], " }")
        text.line("\(flat)?.read(scope.field - \(first), from: &reader)")
      }
      first += flattening.members.count
    }
  }

  /// Prints the function that reads a single member, for bodies that have it in the enclosing object.
  private mutating func memberReader(_ object: ObjectPlan) {
    block("mutating func read(_ field: Swift.Int, from reader: inout CallbackRuntime._JSONReader)")
    { text in
      text.line("switch field {")
      for (place, property) in object.properties.enumerated() {
        text.line("case \(place): \(property.reading)")
      }
      text.line("default: break")
      text.line("}")
    }
    line()
  }

  /// A mask with a bit for each member, set if the member satisfies a predicate.
  static func mask<Member>(_ members: [Member], where predicate: (Member) -> Bool) -> UInt64 {
    members.prefix(Planner.maximumFields).enumerated().reduce(0) { mask, member in
      mask | (predicate(member.element) ? 1 << UInt64(member.offset) : 0)
    }
  }
}

extension PropertyPlan {
  /// The call that reads the property.
  var reading: String {
    if let constant { return "reader.constant(\(Literal.swift(constant)))" }
    var arguments = ["&\(name.property)"]
    if case .list(let separator)? = field.format {
      arguments.append("separator: \(Literal.string(separator))")
    }
    if let unit = otherUnit?.time { arguments.append("otherUnit: .\(unit)") }
    arguments += acceptedKinds.accepting
    return "reader.read(\(arguments.joined(separator: ", ")))"
  }

  /// The call that writes the property.
  var writing: String {
    let wire = Literal.string(field.wire)
    guard let constant else { return "writer.write(\(wire), \(name.property))" }
    return "writer.constant(\(wire), \(Literal.swift(constant)))"
  }
}

extension [JSONKind] {
  /// The argument for the JSON types that are accepted besides the documented one, if there are any.
  var accepting: [String] {
    let types = map { ".\($0.rawValue)" }.joined(separator: ", ")
    return isEmpty ? [] : ["accepting: \(count == 1 ? types : "[\(types)]")"]
  }
}
