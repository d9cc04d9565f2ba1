import CallbackSchema
import SchemaSource

extension Planner {
  /// Plans the enumeration for a value of one of several types, which differ in their JSON type.
  mutating func union(
    _ members: [FieldType], _ field: Field, _ path: [SwiftName], _ nested: inout [TypePlan]
  ) -> TypeReference {
    let cases = members.map { member in
      let type = reference(member, field, path, &nested)
      let kind = member.kind(in: service)
      return AlternativePlan(
        name: caseName(of: member, at: field.range), type: type, kind: kind,
        acceptedKinds: member.isRawObject ? [.object] : [],
        doc: "The value is \(kind?.phrase ?? "anything").")
    }
    return declare(cases, selector: nil, first: cases[0], field, path, &nested)
  }

  /// Plans the enumeration for an object whose type one of its members selects.
  mutating func choice(
    _ choice: ObjectChoice, _ field: Field, _ path: [SwiftName], _ nested: inout [TypePlan]
  ) -> TypeReference {
    var cases: [AlternativePlan] = []
    for option in choice.options {
      // Several values may select one object.
      let type = reference(.object(option.object.value), field, path, &nested)
      if let place = cases.firstIndex(where: { $0.type == type }) {
        cases[place].values.append(option.value)
      } else {
        let name = caseName(of: .object(option.object.value), at: option.object.range)
        cases.append(AlternativePlan(name: name, type: type, values: [option.value], doc: ""))
      }
    }
    for place in cases.indices {
      let values = cases[place].values.map { "`\($0.text)`" }.joined(separator: " or ")
      cases[place].doc = "The member `\(choice.member)` is \(values)."
    }
    let other = AlternativePlan(
      name: SwiftName(text: "other"), type: .builtIn(.rawJSON), doc: "Any other value, as sent.")
    return declare(
      cases + [other], selector: choice.member, first: other, field, path, &nested)
  }

  /// Declares the enumeration inside the type of the field.
  private mutating func declare(
    _ cases: [AlternativePlan], selector: String?, first: AlternativePlan, _ field: Field,
    _ path: [SwiftName], _ nested: inout [TypePlan]
  ) -> TypeReference {
    var scope = NameScope()
    for one in cases {
      scope.add(one.name, "a type of", field.wire, at: field.range, &naming)
    }
    let name = naming.name(field.wire, as: .object, at: field.range)
    nested.append(
      .alternatives(
        AlternativesPlan(
          path: path + [name], doc: Documentation(field, service), cases: cases,
          selector: selector, range: field.range)))
    return .schema(path + [name], .alternatives(first.name, first.type))
  }

  private mutating func caseName(of type: FieldType, at range: SourceRange) -> SwiftName {
    switch type {
    case .table(let name), .object(let name): naming.name(name, as: .eventCase, at: range)
    case .list: SwiftName(text: "list")
    default: SwiftName(text: type.scalar(in: service)?.rawValue ?? "value")
    }
  }
}

extension JSONKind {
  /// The JSON type with its article.
  fileprivate var phrase: String {
    switch self {
    case .string: "a string"
    case .number: "a number"
    case .bool: "true or false"
    case .object: "an object"
    case .list: "a list"
    }
  }
}
