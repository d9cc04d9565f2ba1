import CallbackSchema
import PayloadValidation
import SchemaSource

extension Comparison {
  /// Compares the types of a field, and their members or rows.
  mutating func compare(
    type first: FieldType, _ second: FieldType, _ fields: FieldPair, at element: ComparedElement
  ) {
    switch (first, second) {
    case (.nested(let before), .nested(let after)): compare(fields: (before, after), at: element)
    case (.list(let before), .list(let after)), (.map(let before), .map(let after)):
      compare(type: before, after, fields, at: element)
    case (.ownTable(let before), .ownTable(let after)):
      compare(
        table: before, after, at: element, accepting: fields.old.otherKinds(in: old),
        isVital: isVital(fields.old))
    case (.table(let before), .table(let after)) where matching.types[before] == after: break
    case (.object(let before), .object(let after)) where matching.types[before] == after: break
    case (.dependent(let before), .dependent(let after)):
      compare(before, after, fields, at: element)
    case (.union, .union) where SchemaText.type(renamed(first)) == SchemaText.type(second): break
    case (.choice(let before), .choice(let after)):
      compare(before, after, fields, at: element)
    default:
      guard first != second else { return }
      noteType(rule(for: first, second, fields), fields, at: element)
      // The contents of different types are compared too, once: types may be recursive.
      let isNew = comparedTypes.insert([SchemaText.type(first), SchemaText.type(second)]).inserted
      guard isNew || first.isOwn || second.isOwn else { return }
      if let before = first.table(in: old), let after = second.table(in: new) {
        compare(table: before, after, at: element, isVital: isVital(fields.old))
      } else if let before = old.members(of: first), let after = new.members(of: second) {
        compare(fields: (before, after), at: element)
      }
    }
  }

  /// Notes a change of a field's type.
  private mutating func noteType(
    _ rule: ReviewRule, _ fields: FieldPair, at element: ComparedElement
  ) {
    noteChange(
      isVital(fields.old) ? rule.ofVitalField : rule, of: "type of \(fields.old.wire)",
      at: element,
      (SchemaText.type(fields.old.type), fields.old.range),
      (SchemaText.type(fields.new.type), fields.new.range),
      samples: samples(fields.old, fields.new))
  }

  /// The rule of a changed type, by what the old code does with values of the new one.
  private func rule(
    for first: FieldType, _ second: FieldType, _ fields: FieldPair
  ) -> ReviewRule {
    let kinds = (first.kinds(in: old), second.kinds(in: new))
    let isSubset =
      switch kinds {
      case (nil, _): true
      case (_, nil): false
      case (let before?, let after?): after.isSubset(of: before)
      }
    guard isSubset else {
      let also = Set(fields.old.otherKinds(in: old)).union(kinds.0 ?? [])
      return kinds.1.map { $0.isSubset(of: also) } == true ? .typeAccepted : .typeChanged
    }
    if let before = first.scalar(in: old), let after = second.scalar(in: new), before != after,
      before.isNumber, after.isNumber
    {
      return after.fits(in: before) ? .integerNarrowed : .integerWidened
    }
    if first.isDependent != second.isDependent, first.isCode, second.isCode {
      return .dependencyReplaced
    }
    switch (first.isCode, second.isCode) {
    case (true, false): return .tableDetached
    case (false, true): return .tableAttached
    default: break
    }
    if first.isObject, second.isObject {
      // Raw JSON accepts any object; the members of two objects are compared one by one.
      let isRaw = new.members(of: second) == nil && old.members(of: first) != nil
      return isRaw ? .typeChanged : .swiftTypeChanged
    }
    return .swiftTypeChanged
  }

  private mutating func compare(
    _ first: Dependency, _ second: Dependency, _ fields: FieldPair, at element: ComparedElement
  ) {
    func renamed(_ dependency: Dependency) -> Dependency {
      var dependency = dependency
      for index in dependency.choices.indices {
        let table = dependency.choices[index].table
        dependency.choices[index].table.value = matching.types[table.value] ?? table.value
      }
      return dependency
    }
    let (before, after) = (SchemaText.dependency(renamed(first)), SchemaText.dependency(second))
    guard before != after else { return }
    let rule: ReviewRule =
      first.otherwise.kind != second.otherwise.kind
      ? .typeChanged : Self.rule(for: renamed(first), second)
    noteType(rule, fields, at: element)
  }

  private mutating func compare(
    _ first: ObjectChoice, _ second: ObjectChoice, _ fields: FieldPair, at element: ComparedElement
  ) {
    guard case .choice(let known) = renamed(.choice(first)),
      SchemaText.choice(known) != SchemaText.choice(second)
    else { return }
    let isMore =
      known.member == second.member
      && known.options.allSatisfy { option in
        second.options.contains {
          $0.value == option.value && $0.object.value == option.object.value
        }
      }
    noteType(isMore ? .objectChoiceAdded : .objectChoiceRemoved, fields, at: element)
  }

  /// The type with the new names of its tables and objects.
  private func renamed(_ type: FieldType) -> FieldType {
    func name(_ old: String) -> String { matching.types[old] ?? old }
    switch type {
    case .table(let old): return .table(name(old))
    case .object(let old): return .object(name(old))
    case .list(let element): return .list(renamed(element))
    case .union(let members): return .union(members.map { renamed($0) })
    case .choice(var choice):
      for index in choice.options.indices {
        choice.options[index].object.value = name(choice.options[index].object.value)
      }
      return .choice(choice)
    default: return type
    }
  }

  /// The rule of a code that other tables apply to.
  private static func rule(for first: Dependency, _ second: Dependency) -> ReviewRule {
    func tables(_ dependency: Dependency) -> Set<String> {
      Set(dependency.choices.map(\.table.value))
    }
    let isReplaced =
      first.selector.value != second.selector.value || first.otherwise != second.otherwise
      || !tables(first).isSubset(of: tables(second))
    if isReplaced { return .dependencyReplaced }
    let isMore = first.choices.allSatisfy { choice in
      second.choices.contains { $0.value == choice.value && $0.table.value == choice.table.value }
    }
    return isMore ? .choiceAdded : .dependencyChanged
  }
}

extension FieldType {
  /// Whether tables apply to the values.
  fileprivate var isCode: Bool {
    switch self {
    case .table, .ownTable, .dependent: true
    default: false
    }
  }

  fileprivate var isDependent: Bool { if case .dependent = self { true } else { false } }

  /// Whether the type belongs to a single field, so that it is not recursive.
  fileprivate var isOwn: Bool {
    switch self {
    case .nested, .ownTable: true
    default: false
    }
  }

  fileprivate var isObject: Bool {
    switch self {
    case .object, .nested, .map, .scalar(.object): true
    default: false
    }
  }
}

extension Scalar {
  var isNumber: Bool { kind == .number }

  /// Whether the other type can represent every value of this one.
  func fits(in other: Scalar) -> Bool {
    if self == other || other == .double { return true }
    switch (self, other) {
    case (.int, .int64), (.int64, .int), (.int32, .int), (.int32, .int64), (.uint32, .int),
      (.uint32, .int64), (.uint32, .uint64):
      return true
    default: return false
    }
  }
}
