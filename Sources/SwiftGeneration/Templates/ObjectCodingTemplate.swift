import CallbackSchema

extension SwiftText {
  /// Prints how an object is decoded, encoded, validated and compared.
  mutating func coding(_ object: ObjectPlan, _ plan: Plan) {
    line()
    block("extension \(TypeReference.qualified(object.path, plan.namespace))") { text in
      text.fieldNames(
        object.properties.map(\.field) + object.properties.flatMap { $0.flattening?.members ?? [] })
      text.line()
      text.outlined("public init(_reading reader: inout CallbackRuntime._JSONReader)") { text in
        text.objectReader(object, plan)
      }
      text.line()
      if object.isFlattened { text.memberReader(object) }
      text.outlined("public func _write(to writer: inout CallbackRuntime._JSONWriter)") { text in
        text.line("writer.begin()")
        for property in object.properties { text.writing(property) }
        if text.keepsUnknown { text.line("writer.write(unknownFields)") }
        text.line("writer.end()")
      }
      text.line()
      text.outlined("public func _validate(in context: inout CallbackRuntime._ValidationContext)") {
        text in
        let documented =
          object.isDocumentedByAll ? "" : ", documented: \(Literal.mask(object.editions.rawValue))"
        text.line("context.enter(\(plan.namespace.declared).editions\(documented))")
        for property in object.properties where property.constant == nil {
          text.validation(property)
        }
      }
      text.line()
      text.equality(object)
    }
  }

  /// Prints the table of field names, each with its other spellings, in one literal.
  mutating func fieldNames(_ fields: [Field], _ access: String = "private") {
    let names = fields.map { field in
      let others = field.otherSpellings
      return others.isEmpty ? field.wire : ([field.wire] + others).joined(separator: "|")
    }
    self.names("fields", names.joined(separator: " "), access)
  }

  /// Prints a table of names in one literal.
  mutating func names(_ variable: String, _ names: String, _ access: String = "private") {
    let literal = Literal.string(names)
    attempt { text in
      text.append(access, " static let ", variable)
      text.append(" = CallbackRuntime.FieldNames(", literal, ")")
    } orElse: { text in
      text.line("\(access) static let \(variable) = CallbackRuntime.FieldNames(")
      text.indented { text in
        guard text.fits(literal, and: 1) else { return text.longLiteral(literal) }
        text.line(literal, ")")
      }
    }
  }

  /// Prints a string literal over several lines, broken between words, and a closing parenthesis.
  private mutating func longLiteral(_ literal: String) {
    line("\"\"\"")
    // A space and a backslash end a line that the next one continues.
    lines(of: String(literal.dropFirst().dropLast()), room: room - 2) { text, words in
      text.append(words.bytes)
      if !words.isLast { text.append(" \\") }
    }
    line("\"\"\")")
  }

  private mutating func objectReader(_ object: ObjectPlan, _ plan: Plan) {
    for property in object.properties where property.isRequired {
      let placeholder =
        property.indirection == .text ? "\"\"" : property.type.placeholder(in: plan.namespace)
      line(property.accessed, " = ", placeholder)
    }
    for property in object.properties {
      guard let flattening = property.flattening else { continue }
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
          text.branch("case \(place)", property.reading)
        }
        text.flattenedMembers(object, plan)
        text.line("default: break")
        text.line("}")
      }
    }
    for property in object.properties {
      guard let flattening = property.flattening else { continue }
      let (name, flat) = (property.name.property, flattening.variable.declared)
      statement(.conditional("\(name) == nil", .assignment(name, flat)))
    }
    close(object.properties, required: \.isRequired, constants: \.isExpectedConstant)
  }

  /// Prints the call that ends an object, with the masks of the members that it must have.
  mutating func close<Member>(
    _ members: [Member], required: (Member) -> Bool, constants: (Member) -> Bool
  ) {
    let masks = [
      ("required", Self.masks(members, where: required)),
      ("constants", Self.masks(members, where: constants)),
    ].filter { !$0.1.isEmpty }
    // A mask of one word is a number; several words are a list.
    let hasLists = masks.contains { $0.1.count > 1 }
    let arguments = masks.map { name, words in
      let words = words.map(Literal.mask)
      return "\(name): \(hasLists ? "[\(words.joined(separator: ", "))]" : words[0])"
    }
    let needed = hasLists && masks[0].0 == "constants" ? ["required: []"] : []
    call("reader.close", ["&scope", "fields"] + needed + arguments)
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
        text.branch("case \(place)", property.reading)
      }
      text.line("default: break")
      text.line("}")
    }
    line()
  }

  /// A mask with a bit for each member, set if the member satisfies a predicate, 64 to a word; no words without such a
  /// member.
  private static func masks<Member>(
    _ members: [Member], where predicate: (Member) -> Bool
  ) -> [UInt64] {
    var words: [UInt64] = []
    for (place, member) in members.enumerated() where predicate(member) {
      while words.count <= place / 64 { words.append(0) }
      words[place / 64] |= 1 << UInt64(place % 64)
    }
    return words
  }
}

extension SwiftText {
  /// Prints how a property is written.
  mutating func writing(_ property: PropertyPlan) {
    let wire = Literal.member(property.field.wire)
    statement(property.writing(wire))
    guard let wasNull = property.wasNull else { return }
    statement(
      .conditional("\(property.accessed) == nil, \(wasNull)", .call("writer.null", [wire])))
  }
}

extension PropertyPlan {
  /// The call that reads the property.
  var reading: Statement {
    if let constant { return .call("reader.constant", [Literal.swift(constant)]) }
    var arguments = ["&" + accessed]
    if case .list(let separator)? = field.format {
      arguments.append("separator: \(Literal.string(separator))")
    }
    if let unit = otherUnit?.time { arguments.append("otherUnit: .\(unit)") }
    arguments += acceptedKinds.accepting
    let read = Statement.call(spelled("reader.read"), arguments)
    guard let nullNumber else { return read }
    return .conditional("!reader.takesNull(\(nullNumber), &\(SwiftText.nullFields))", read)
  }

  /// The call that writes the property under a name.
  fileprivate func writing(_ wire: String) -> Statement {
    guard let constant else { return .call(spelled("writer.write"), [wire, accessed]) }
    return .call("writer.constant", [wire, Literal.swift(constant)])
  }

  /// The name of a function, with an ending for a value that the JSON spells in another type.
  private func spelled(_ function: String) -> String {
    switch field.spelled {
    // The type of the property reads and writes the string.
    case nil, .double?: function
    default: function + (field.type == .scalar(.string) ? "Text" : "Number")
    }
  }
}

extension [JSONKind] {
  /// The argument for the JSON types that are accepted besides the documented one, if there are any.
  var accepting: [String] {
    if isEmpty { return [] }
    let types = map { ".\($0.rawValue)" }.joined(separator: ", ")
    return ["accepting: \(count == 1 ? types : "[\(types)]")"]
  }
}
