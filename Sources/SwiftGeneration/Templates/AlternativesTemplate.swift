import CallbackSchema

extension SwiftText {
  /// Prints the enumeration of the types that a value can have.
  mutating func declaration(_ plan: AlternativesPlan, in outer: DeclarationPlace) {
    let name = plan.path[plan.path.count - 1]
    let place = outer.inside(name, declaring: [])
    documentation(plan.doc)
    nonexhaustive()
    type(
      "public enum \(name.declared)",
      ["CallbackRuntime._JSONScalar", "CallbackRuntime.DocumentedValue"]
    ) { text in
      for one in plan.cases {
        text.documentation(one.doc)
        text.call("case \(one.name.declared)", [one.type.text(in: place)])
      }
    }
  }

  /// Prints how such a value is read, written and validated.
  mutating func coding(_ plan: AlternativesPlan, _ whole: Plan) {
    line()
    block("extension \(TypeReference.qualified(plan.path, whole.namespace))") { text in
      text.reader(plan)
      text.line()
      text.block(
        "public static func _writeJSON(_ value: Self, to writer: inout CallbackRuntime._JSONWriter)"
      ) { text in
        text.line("switch value {")
        for one in plan.cases {
          text.branch(
            "case .\(one.name.declared)(let value)", .call("writer.write", ["value: value"]))
        }
        text.line("}")
      }
      text.line()
      text.outlined("public func _validate(in context: inout CallbackRuntime._ValidationContext)") {
        text in
        let checked = plan.cases.filter(\.type.isChecked)
        guard !checked.isEmpty else { return }
        text.line("switch self {")
        for one in checked {
          let check =
            one.type.isObject
            ? Statement.call("value._validate", ["in: &context"])
            : .call("context.check", ["\"\"", "value"])
          text.branch("case .\(one.name.declared)(let value)", check)
        }
        let others = plan.cases.filter { !$0.type.isChecked }.map { ".\($0.name.declared)" }
        if !others.isEmpty { text.cases(others, "break") }
        text.line("}")
      }
    }
  }

  private mutating func reader(_ plan: AlternativesPlan) {
    call(
      "public static func _readJSON",
      [
        "from reader: inout CallbackRuntime._JSONReader",
        "accepting types: CallbackRuntime._JSONTypes",
      ], " -> Self? {")
    indented { text in
      text.line("reader.alternative { reader in")
      text.indented { text in
        if let selector = plan.selector {
          text.line("switch reader.selector(\(Literal.string(selector))) {")
        } else {
          text.line("switch reader.nextType {")
        }
        // The first case of a union reports the values of other types.
        let last = plan.selector == nil ? plan.cases[0] : plan.cases[plan.cases.count - 1]
        for one in plan.cases where one.name != last.name {
          let patterns =
            one.kind.map { [".\($0.rawValue)"] }
            ?? one.values.map { Literal.string($0.text) }
          text.branch("case \(patterns.joined(separator: ", "))", one.reading)
        }
        text.branch("default", last.reading)
        text.line("}")
      }
      text.line("}")
    }
    line("}")
  }
}

extension AlternativePlan {
  /// The expression that reads the value of the case.
  fileprivate var reading: Statement {
    let accepted = acceptedKinds.accepting.joined()
    return .call("reader.next(\(accepted)).map", ["Self.\(name.declared)"])
  }
}

extension TypeReference {
  fileprivate var isObject: Bool { if case .schema(_, .object) = self { true } else { false } }
}
