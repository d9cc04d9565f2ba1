import CallbackSchema
import SchemaSource

extension Planner {
  mutating func planProperty(
    _ field: Field, _ path: [SwiftName], _ editions: EditionSet, siblings: [Field],
    nullNumber: Int? = nil, _ nested: inout [TypePlan]
  ) -> PropertyPlan {
    let name = propertyName(field)
    var type = reference(field.type, field, path, &nested)
    if field.hasNullElements, case .list(let element) = type { type = .list(.optional(element)) }
    return PropertyPlan(
      name: name, field: field, type: type, doc: Documentation(field, service, name: name),
      expected: compact(field.expectedEditions.intersection(editions)),
      expectedValue: compact(field.valueEditions.intersection(editions)),
      acceptedKinds: (field.type.isRawObject ? [.object] : []) + field.otherKinds(in: service),
      listing: compact(field.listingEditions(in: service, within: editions)),
      indirection: indirection(of: field, type), flattening: planFlattening(field, name, type),
      dependency: planDependency(field, name, siblings),
      condition: planCondition(field, siblings), listed: listedNames(field),
      hasOutcome: service.reportsOutcome(field), nullNumber: nullNumber)
  }

  private func indirection(of field: Field, _ type: TypeReference) -> PropertyPlan.Indirection? {
    if uses.recursiveFields.contains(field.range) { return .recursion }
    if uses.largeFields.contains(field.range) { return .size }
    if case .schema(_, .text) = type { return .text }
    return nil
  }

  /// The Swift type of a field; types declared inside the field are added to `nested`.
  mutating func reference(
    _ type: FieldType, _ field: Field, _ path: [SwiftName], _ nested: inout [TypePlan]
  ) -> TypeReference {
    switch type {
    case .scalar(let scalar): return builtIn(scalar, field)
    case .stringOrInteger: return .builtIn(.stringOrInteger)
    case .table(let name):
      return .schema([tableNames[name] ?? SwiftName(text: name)], .codes(raw(of: name)))
    case .object(let name): return .schema([objectNames[name] ?? SwiftName(text: name)], .object)
    case .list(let element): return .list(reference(element, field, path, &nested))
    case .map(let element): return .map(reference(element, field, path, &nested))
    case .union(let members): return union(members, field, path, &nested)
    case .choice(let choice): return self.choice(choice, field, path, &nested)
    case .dependent(let dependency): return builtIn(dependency.otherwise, field)
    case .ownTable(let table):
      let name = naming.name(field.wire, as: .table, at: field.range)
      var documented = table
      documented.doc = field.doc ?? "The documented values of `\(field.wire)`."
      nested.append(.table(planTable(documented, path + [name])))
      return .schema(path + [name], .codes(table.raw))
    case .nested(let fields):
      let name = naming.name(field.wire, as: .object, at: field.range)
      var plan = planObject(
        path + [name], fields, field.provenance.editions, Documentation(field, service),
        at: field.range)
      plan.isFlattened = field.isFlattened
      nested.append(.object(plan))
      return .schema(path + [name], .object)
    }
  }

  func raw(of table: String) -> Scalar { service.table(named: table)?.raw ?? .int }

  private func builtIn(_ scalar: Scalar, _ field: Field) -> TypeReference {
    switch field.format {
    case .list?: return .builtIn(.separatedList)
    case .rfc3339?: return .builtIn(.rfc3339Time)
    case .number?: return .builtIn(.doubleText)
    case .text(let format)?:
      return .schema([formatNames[format.value] ?? SwiftName(text: format.value)], .text)
    case .json?, .base64?, .standard?, .integer?, .boolean?, nil: break
    }
    let scalar = field.spelled ?? scalar
    let time = scalar.isInteger ? field.unit.flatMap { BuiltInType(time: $0) } : nil
    return .builtIn(time ?? BuiltInType(scalar))
  }

  private func planFlattening(
    _ field: Field, _ name: SwiftName, _ type: TypeReference
  ) -> FlatteningPlan? {
    guard field.isFlattened else { return nil }
    return FlatteningPlan(
      variable: SwiftName(text: "flat" + Words.upper(name.text)), type: type,
      members: service.members(of: field).constantsFirst)
  }

  private mutating func planDependency(
    _ field: Field, _ name: SwiftName, _ siblings: [Field]
  ) -> DependencyPlan? {
    guard case .dependent(let dependency) = field.type else { return nil }
    guard let selector = sibling(dependency.selector, siblings) else { return nil }
    let selectorName = propertyName(selector)
    let selectorIsTable = selector.codeTable(in: service) != nil
    let suffix = "By" + Words.upper(selectorName.text)
    var scope = NameScope()
    scope.reserve("other", "the case for other codes")
    let choices = dependency.choices.map { choice in
      let table = tableNames[choice.table.value] ?? SwiftName(text: choice.table.value)
      let caseName = naming.name(table.text, as: .eventCase, at: choice.table.range)
      return (value: choice.value, caseName: caseName, table: table)
    }
    var seen: Set<SwiftName> = []
    for (choice, place) in zip(choices, dependency.choices)
    where seen.insert(choice.caseName).inserted {
      scope.add(choice.caseName, "table", place.table.value, at: place.table.range, &naming)
    }
    return DependencyPlan(
      selector: selectorName,
      selectorValue: selectorName.property
        + (selectorIsTable ? "\(selector.isRequired ? "" : "?").rawValue" : ""),
      isExhaustive: selector.isRequired && selector.type == .scalar(.bool) && choices.count == 2,
      property: SwiftName(text: name.text + suffix),
      type: Naming.type(of: name.text + suffix), choices: choices,
      raw: dependency.otherwise)
  }

  private mutating func planCondition(_ field: Field, _ siblings: [Field]) -> ConditionPlan? {
    guard case .clauses(let clauses, _)? = field.condition else { return nil }
    var planned: [ConditionPlan.Clause] = []
    for clause in clauses {
      guard let other = sibling(clause.path, siblings) else { return nil }
      planned.append((propertyName(other), clause.values, clause.isNegated))
    }
    return ConditionPlan(clauses: planned, text: clauses.text())
  }

  /// The field of the same object to which a condition or a dependent type refers; reports any other.
  private mutating func sibling(_ path: Located<[String]>, _ siblings: [Field]) -> Field? {
    if path.value.count == 1, let found = siblings.first(where: { $0.wire == path.value[0] }) {
      return found
    }
    naming.diagnostics.error(
      .outOfReach, "'\(path.value.joined(separator: "."))' is not a field of this object",
      at: path.range,
      fix: "refer to a field of the same object; declare the field in each event that has it"
    )
    return nil
  }

  private mutating func listedNames(_ field: Field) -> [SwiftName] {
    guard case .table = field.type, let table = field.codeTable(in: service) else { return [] }
    return field.listed.compactMap { value in table.row(for: value.value).map { rowName($0) } }
  }

  mutating func rowName(_ row: CodeTable.Row) -> SwiftName {
    naming.name(row.value.text, given: row.name, as: .tableCase, at: row.range)
  }
}

extension FieldType {
  /// Whether the values are objects that are kept as raw JSON: the reader is told, because `RawJSON` can be any value.
  var isRawObject: Bool {
    switch self {
    case .scalar(.object), .list(.scalar(.object)), .map(.scalar(.object)): true
    default: false
    }
  }
}
