import CallbackRuntime
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
      // Types that exchanged their names have the same name and other contents.
      guard renamed(first) != second else { return }
      noteTypes(first, second, fields, at: element)
    }
  }

  /// Notes that a field has another type, by what the old code does with values of the new one, and compares the contents.
  private mutating func noteTypes(
    _ first: FieldType, _ second: FieldType, _ fields: FieldPair, at element: ComparedElement
  ) {
    let members = old.members(of: first).flatMap { before in
      new.members(of: second).map { (before, $0) }
    }
    let tables = first.table(in: old).flatMap { before in
      second.table(in: new).map { (before, $0) }
    }
    // The members of two objects are compared one by one.
    let trial = members == nil ? fields.trial : nil
    let rule = rule(for: first, second, trial, fields)
    noteType(rule, fields, at: element)
    let found = trial?.findings ?? []
    // The rows of tables of another JSON type are not compared.
    let areRowsCompared = tables.map { before, after in
      before.raw.kind == after.raw.kind
        || after.raw.kind.map(fields.old.otherKinds(in: old).contains) ?? false
    }
    if first.isCode, areRowsCompared != true {
      for (finding, detached) in [
        (Finding.Rule.unknownCode, ReviewRule.tableDetached), (.unknownBits, .maskDetached),
      ] where found.contains(finding) && rule != detached {
        noteType(detached, fields, at: element)
      }
    }
    let isRead = !found.contains(.wrongType)
    let others: [(ReviewRule, isFound: Bool)] = [
      (.integerRounded, trial?.isRounded == true),
      (.rangeWidened, found.contains(.range) && fields.old.impliedBounds != nil),
      (.fieldAdded, isRead && found.contains(.unknownField)),
    ]
    for (other, isFound) in others where isFound && rule != other {
      noteType(other, fields, at: element)
    }
    if first.isDependent != second.isDependent, first.isCode, second.isCode,
      rule != .dependencyReplaced, trial?.readsSome == true
    {
      noteType(.dependencyReplaced, fields, at: element)
    }
    // The contents of different types are compared too, once: types may be recursive.
    let isNew = comparedTypes.insert([SchemaText.type(first), SchemaText.type(second)]).inserted
    guard isNew || first.isOwn || second.isOwn else { return }
    if let (before, table) = tables, trial?.readsSome != false {
      var after = table
      let listed = Set(fields.new.listed.map(\.value))
      if !listed.isEmpty { after.rows.removeAll { !listed.contains($0.value) } }
      compare(
        table: before, after, at: element, accepting: fields.old.otherKinds(in: old),
        isVital: isVital(fields.old), comparesRaw: false)
    } else if let members {
      compare(fields: members, at: element)
    }
  }

  /// Notes a change of a field's type.
  private mutating func noteType(
    _ rule: ReviewRule, _ fields: FieldPair, at element: ComparedElement
  ) {
    let isLost = isVital(fields.old) && fields.trial?.losesSome != false
    noteChange(
      isLost ? rule.ofVitalField : rule, of: "type of \"\(fields.old.wire)\"",
      at: element,
      (SchemaText.type(fields.old.type), fields.old.range),
      (SchemaText.type(fields.new.type), fields.new.range),
      samples: samples(fields.old, fields.new),
      content: [fields.old, fields.new].map(SchemaContent.field))
  }

  /// The rule of a changed type, by what the old code does with values of the new one.
  private func rule(
    for first: FieldType, _ second: FieldType, _ trial: ValueTrial?, _ fields: FieldPair
  ) -> ReviewRule {
    let scalars = (first.scalar(in: old), second.scalar(in: new))
    let areNumbers = scalars.0?.isNumber == true && scalars.1?.isNumber == true
    if let trial {
      if trial.findings.contains(.wrongType) { return areNumbers ? .integerWidened : .typeChanged }
      if trial.isRounded { return .integerRounded }
      if trial.findings.contains(.otherType) { return .typeAccepted }
      if trial.findings.contains(.missing) { return .objectReplaced }
      // The integer type of a time bounds it.
      if trial.findings.contains(.range), fields.old.impliedBounds != nil { return .rangeWidened }
    }
    if first.isDependent != second.isDependent, first.isCode, second.isCode {
      return .dependencyReplaced
    }
    let found = trial?.findings ?? []
    switch (first.isCode, second.isCode) {
    case (true, false) where found.contains(.unknownCode): return .tableDetached
    case (true, false) where found.contains(.unknownBits): return .maskDetached
    case (false, true): return .tableAttached
    default: break
    }
    if let before = scalars.0, let after = scalars.1, areNumbers, before != after,
      after.fits(in: before)
    {
      return .integerNarrowed
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
  func renamed(_ type: FieldType) -> FieldType {
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
    if first.selector.value != second.selector.value { return .dependencyMoved }
    let isReplaced =
      first.otherwise != second.otherwise
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
    case .list(let element), .map(let element): element.isCode
    case .union(let members): members.contains(where: \.isCode)
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
