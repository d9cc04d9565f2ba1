import CallbackSchema

extension SwiftText {
  mutating func declaration(_ type: TypePlan, in place: DeclarationPlace) {
    switch type {
    case .object(let object): declaration(object, in: place)
    case .table(let table): declaration(table)
    case .text(let text): declaration(text, in: place)
    case .alternatives(let alternatives): declaration(alternatives, in: place)
    case .protocol(let plan): declaration(plan, in: place)
    }
  }

  /// Prints a struct: stored properties, initializer, computed properties and nested types.
  mutating func declaration(_ object: ObjectPlan, in outer: DeclarationPlace) {
    let name = object.path[object.path.count - 1]
    let place = object.scope(in: outer)
    documentation(object.doc)
    let conformances = ["CallbackRuntime.CallbackObject"] + object.protocols.map(\.declared)
    type("public struct \(name.declared)", conformances) { text in
      let stored = object.properties.filter { $0.constant == nil }
      for property in stored { text.property(property, in: place) }
      if text.keepsUnknown { text.unknownFields() }
      let recordsNulls = stored.contains { $0.nullNumber != nil }
      if recordsNulls { text.nullFields() }
      let parameters = stored.map {
        Parameter(
          name: $0.name, type: $0.swiftType(in: place), defaultValue: $0.isRequired ? nil : "nil",
          storing: $0.storing)
      }
      text.initializer(
        parameters + (text.keepsUnknown ? [.unknownFields] : []),
        hidesOthers: recordsNulls || stored.contains(where: \.isIndirect))
      for property in stored {
        if let dependency = property.dependency { text.dependency(property, dependency, in: place) }
      }
      text.outcome(of: object)
      for type in object.nested {
        text.line()
        text.declaration(type, in: place)
      }
    }
  }

  /// Prints the property `outcome`, unless neither the event nor a code reports success or failure.
  private mutating func outcome(of object: ObjectPlan) {
    let outcomes = object.outcomes
    guard !outcomes.isEmpty else { return }
    if let outcome = object.declaredOutcome {
      nextMember("The event reports \(outcome.rawValue), whatever its codes are.")
    } else {
      nextMember("Success or failure according to the codes; nil if they report neither.")
    }
    if outcomes.count == 1 {
      return computed("public var outcome: CallbackRuntime.CallbackOutcome?", outcomes[0])
    }
    block("public var outcome: CallbackRuntime.CallbackOutcome?") { text in
      text.call("CallbackRuntime.CallbackOutcome.combined", outcomes)
    }
  }

  /// Prints the property for undocumented members.
  mutating func unknownFields() {
    documentation(
      "Undocumented members, in the order received; they are encoded after the documented ones.")
    line("public var unknownFields = CallbackRuntime.UnknownFields()")
  }

  mutating func property(_ property: PropertyPlan, in place: DeclarationPlace) {
    documentation(property.doc)
    let type = property.swiftType(in: place)
    guard property.isIndirect else { return variable(property.name.declared, type) }
    let head = "public var " + property.name.declared
    let storage = property.storage.declared
    switch property.indirection {
    case nil: break
    case .text:
      let format = property.type.text(in: place)
      self.type(head, [type]) { text in
        if property.isRequired {
          text.line("get { \(format)(rawValue: \(storage)) }")
          text.line("set { \(storage) = newValue.rawValue }")
        } else {
          text.line("get { \(storage).map { \(format)(rawValue: $0) } }")
          text.line("set { \(storage) = newValue?.rawValue }")
        }
      }
      documentation("The string, which is parsed on access.")
      line("private var \(storage): Swift.String\(property.isRequired ? "" : "?")")
    case .recursion?, .size?:
      self.type(head, [type]) { text in
        text.line("get { \(storage).first }")
        text.line("set { \(storage) = newValue.map { [$0] } ?? [] }")
      }
      documentation(
        property.indirection == .recursion
          ? "An array, because a struct cannot contain itself."
          : "An array, because the value is large.")
      statement(.assignment("private var \(storage): [\(property.type.text(in: place))]", "[]"))
    }
  }

  /// A parameter of a memberwise initializer.
  struct Parameter {
    var name: SwiftName
    var type: String
    var defaultValue: String?
    /// The statement that stores it; nil for the usual one.
    var storing: String?

    static let unknownFields = Parameter(
      name: SwiftName(text: "unknownFields"), type: "CallbackRuntime.UnknownFields",
      defaultValue: "CallbackRuntime.UnknownFields()")

  }

  /// Appends `name: Type = value`.
  private mutating func append(_ parameter: Parameter) {
    append(parameter.name.declared, ": ", parameter.type)
    if let value = parameter.defaultValue { append(" = ", value) }
  }

  /// Prints the head of an initializer on one line if it fits, else one parameter a line.
  private mutating func head(_ parameters: [Parameter]) {
    attempt { text in
      text.append(text.visibility, "init(")
      for (place, parameter) in parameters.enumerated() {
        if place > 0 { text.append(", ") }
        text.append(parameter)
      }
      text.append(") {")
    } orElse: { text in
      text.line("public init(")
      text.indented { text in
        for (place, parameter) in parameters.enumerated() {
          text.line { text in
            text.append(parameter)
            if place < parameters.count - 1 { text.append(",") }
          }
        }
      }
      text.line(") {")
    }
  }

  /// - Parameter hidesOthers: whether the struct has private properties.
  mutating func initializer(_ parameters: [Parameter], hidesOthers: Bool = false) {
    // An internal struct gets the same memberwise initializer from the compiler, unless a default differs, or a private
    // property makes that initializer private.
    let usual: [String?] = [nil, "nil", Parameter.unknownFields.defaultValue]
    if access == .internal, !hidesOthers, parameters.allSatisfy({ usual.contains($0.defaultValue) })
    {
      return
    }
    line()
    guard !parameters.isEmpty else {
      documentation("Creates a value without properties.")
      return line("public init() {}")
    }
    documentation("Creates a value from its properties.")
    head(parameters)
    indented { text in
      for parameter in parameters {
        if let statement = parameter.storing {
          text.line(statement)
        } else {
          text.storing(parameter.name.declared)
        }
      }
    }
    line("}")
  }

  /// Prints the computed property for a code whose table another field selects.
  mutating func dependency(
    _ property: PropertyPlan, _ dependency: DependencyPlan, in place: DeclarationPlace
  ) {
    nextMember(
      "A value of `\(property.name.text)` in the code table that `\(dependency.selector.text)` selects."
    )
    nonexhaustive()
    type("public enum \(dependency.type.declared)", ["Swift.Hashable", "Swift.Sendable"]) { text in
      var seen: Set<SwiftName> = []
      for choice in dependency.choices where seen.insert(choice.caseName).inserted {
        text.documentation("A code of the table `\(choice.table.text)`.")
        text.call("case \(choice.caseName.declared)", [place.reference([choice.table])])
      }
      text.documentation("A code whose table is not documented.")
      text.line("case other(\(dependency.raw.swiftName))")
    }
    nextMember(
      "`\(property.name.text)` in the code table that `\(dependency.selector.text)` selects.")
    type("public var \(dependency.property.declared)", ["\(dependency.type.declared)?"]) { text in
      if !property.isRequired {
        text.line("guard let \(property.name.declared) else { return nil }")
      }
      text.line("switch \(dependency.selectorValue) {")
      for choice in dependency.choices {
        text.branch(
          "case \(Literal.swift(choice.value))",
          .call(
            "return .\(choice.caseName.declared)",
            ["\(place.reference([choice.table]))(rawValue: \(property.name.declared))"]))
      }
      if !dependency.isExhaustive {
        text.line("default: return .other(\(property.name.declared))")
      }
      text.line("}")
    }
  }
}
