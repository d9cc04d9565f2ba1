import CallbackSchema

// Expressions of generated decoding and validation.

extension CallbackPlan {
  /// The arguments with the place of findings about the event's ID.
  var findingPlace: String {
    guard let keys else { return Literal.string(discriminator) }
    return "keyOf: \(Literal.string(keys.location.text))"
  }

  var idPlaceholder: String { BuiltInType(idType).placeholder }

  /// An expression for the discriminator, or nil until it and the guards are read and show a callback of this product.
  func known(in plan: Plan) -> String {
    guards.isEmpty ? "id" : "\(guards.map(\.matchesProduct).joined(separator: " && ")) ? id : nil"
  }

  /// Conditions that hold for a callback of another product. An absent guard does not decide.
  var foreignConditions: [String] {
    if guards.count == 1, guards[0].values.count == 1, guards[0].path.count == 1, !guards[0].isTable
    {
      let (name, value) = (guards[0].path[0], Literal.swift(guards[0].values[0]))
      if name.property == name.text { return ["let \(name.text), \(name.text) != \(value)"] }
    }
    return guards.map {
      "CallbackRuntime.CallbackCondition.holds(\($0.path.access), not: \($0.list))"
    }
  }
}

extension GuardPlan {
  fileprivate var list: String { values.map(Literal.swift).joined(separator: ", ") }

  fileprivate var matchesProduct: String {
    values.count == 1 && !isTable
      ? "\(path.access) == \(list)"
      : "CallbackRuntime.CallbackCondition.holds(\(path.access), \(list))"
  }
}
