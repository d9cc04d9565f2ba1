import CallbackSchema

extension SwiftText {
  /// The checks of one property.
  mutating func validation(_ property: PropertyPlan) {
    let wire = Literal.string(property.field.wire)
    let value = property.name.property
    presence(property, wire, value)
    if let dependency = property.dependency {
      block("if let code = \(dependency.property.property)") { text in
        text.line("switch code {")
        var seen: Set<SwiftName> = []
        for choice in dependency.choices where seen.insert(choice.caseName).inserted {
          text.branch(
            "case .\(choice.caseName.declared)(let code)", .call("context.check", [wire, "code"]))
        }
        text.line("case .other: break")
        text.line("}")
      }
    }
    for constraint in property.field.constraints { limit(constraint, of: property, wire, value) }
  }

  private mutating func limit(
    _ constraint: Constraint, of property: PropertyPlan, _ wire: String, _ value: String
  ) {
    switch constraint {
    case .unit:
      if let bounds = property.field.impliedBounds {
        call("context.range", [wire, value, Literal.range(bounds)])
      }
      if property.field.timeUnit != nil { call("context.unit", [wire, value]) }
    case .range(let bounds):
      let isText = property.field.format == .number
      let number = isText ? property.isRequired ? ".value" : "?.value" : ""
      call("context.range", [wire, value + number, Literal.range(bounds.value)])
    case .length(let length):
      var length = length.value
      if length.upper != nil { length.lower = length.lower ?? "0" }
      call("context.length", [wire, value, Literal.range(length)])
    case .characters(let characters):
      call("context.characters", [wire, value, Literal.string(characters.value)])
    case .pattern(let pattern):
      // Compiled once, by the first value that is checked.
      let type = Words.upper(property.name.text) + "Pattern"
      block("enum \(type)") { text in
        text.call("static let compiled = CallbackRuntime.Pattern", [Literal.string(pattern.value)])
      }
      call("context.pattern", [wire, value, "\(type).compiled"])
    case .format(let format):
      switch format {
      case .rfc3339, .text: call("context.format", [wire, value])
      case .standard(let format): call("context.format", [wire, value, ".\(format.rawValue)"])
      // Every text is a list; the others are decoded.
      case .list, .json, .base64, .integer, .number, .boolean: break
      }
    case .listed:
      // An edition may document no table here.
      guard !property.listed.isEmpty else { break }
      let cases = property.listed.map { ".\($0.declared)" }.joined(separator: ", ")
      call("context.values", [wire, value, "[\(cases)]"])
    // Both are checked with the member's presence: the decoder compares a constant.
    case .condition, .constant: break
    }
  }

  /// Whether the member is there, and what its own type knows of it.
  private mutating func presence(_ property: PropertyPlan, _ wire: String, _ value: String) {
    // Most properties have nothing to check.
    if property.expected.isEmpty || property.isRequired, property.condition == nil,
      !property.type.isChecked
    {
      return
    }
    guard let condition = property.condition else {
      // Only codes and objects have more to check than that they are there.
      if property.type.isChecked {
        return call("context.check", [wire, value] + property.expectation + property.listingMask)
      }
      let isPresent = "\(property.accessed).isPresent"
      guard property.expectedValue.isEmpty, let wasNull = property.wasNull else {
        return call("context.expect", [wire, isPresent, "in: \(property.expectingEditions)"])
      }
      let mask = Literal.mask(property.expected.rawValue)
      return call("context.expect", [wire, "\(isPresent) || \(wasNull)", "in: \(mask)"])
    }
    let clauses = condition.clauses.map { clause in
      let values = clause.values.map(Literal.swift).joined(separator: ", ")
      return
        "CallbackRuntime.CallbackCondition.holds(\(clause.property.property), \(clause.isNegated ? "not: " : "")\(values))"
    }
    let arguments = [
      wire, value, "when: \(clauses.joined(separator: " && "))", Literal.string(condition.text),
    ]
    // With `optional: true` a condition permits the member and does not demand it: `expected` is empty.
    guard property.type.isChecked else {
      return call("context.check", arguments + property.expectation)
    }
    call("if context.applies", arguments, " {")
    indented { text in
      text.call("context.check", [wire, value] + property.expectation + property.listingMask)
    }
    line("}")
  }
}

extension PropertyPlan {
  /// The mask of the editions in which the property is expected; in some, `null` may count as absence.
  fileprivate var expectingEditions: String {
    let mask = Literal.mask(expected.rawValue)
    guard let wasNull, expectedValue != expected else { return mask }
    let maskOfNull = expectedValue.isEmpty ? "0" : Literal.mask(expectedValue.rawValue)
    return "\(wasNull) ? \(maskOfNull) : \(mask)"
  }

  /// The argument with those editions; none if there are none, or if an event without the property is malformed anyway.
  fileprivate var expectation: [String] {
    expected.isEmpty || isRequired ? [] : ["expected: \(expectingEditions)"]
  }

  /// The argument with the mask of the editions that list the codes.
  fileprivate var listingMask: [String] {
    listing.isEmpty ? [] : ["listed: \(Literal.mask(listing.rawValue))"]
  }
}
