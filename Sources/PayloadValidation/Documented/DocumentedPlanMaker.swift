@_spi(Generated) import CallbackRuntime
import CallbackSchema

/// Builds the plan of a service.
struct DocumentedPlanMaker {
  let shape: ServiceShape
  var plan = DocumentedPlan.Tables()
  /// The objects of the service that are in the plan, or are being added to it, by name; nil for one that the plan leaves out.
  var named: [String: Int?] = [:]
  /// The names in `named`, in the order in which they were added.
  var namedInOrder: [String] = []
  /// The slots of the members of the envelope to which events and guards refer, by path.
  private var slots: [[String]: Int] = [:]

  /// A construct that the plan leaves out.
  struct LeftOut: Error {}

  /// The plan of a service; nil if no body of it can be recognized.
  static func plan(_ shape: ServiceShape) -> DocumentedPlan? {
    guard shape.hasOnePayload, shape.encoding == .json else { return nil }
    var maker = DocumentedPlanMaker(shape)
    return (try? maker.make()).map(DocumentedPlan.init)
  }

  private init(_ shape: ServiceShape) { self.shape = shape }

  private mutating func make() throws -> DocumentedPlan.Tables {
    plan.editions = shape.editions.all
    plan.isEmbedded = shape.embedding != nil
    let events = shape.service.events.compactMap { shape.events[$0.id.value] }
    for path in shape.guards.map(\.path.value)
      + events.flatMap({ $0.event.constants.map(\.path.value) }) where slots[path] == nil
    {
      slots[path] = slots.count
    }
    plan.slots = slots.count
    plan.envelope = try object(shape.envelope, at: [])
    // A path that is not a member of the envelope's objects.
    guard slots.values.allSatisfy({ slot in plan.fields.contains { $0.slot == slot } }) else {
      throw LeftOut()
    }
    plan.guards = try shape.guards.map { clause in
      try self.clause(clause, place: slots[clause.path.value] ?? 0, isPlainText: true)
    }
    for event in events { plan.events.append(try self.event(event)) }
    let ids = events.map(\.event.id.value)
    if shape.idType == .string {
      plan.eventNames = FieldNames(ids.map(\.text))
    } else {
      for (index, id) in ids.enumerated() {
        guard case .integer(let number) = try value(id) else { throw LeftOut() }
        plan.eventNumbers[number] = index
      }
    }
    return plan
  }

  private mutating func event(_ event: EventShape) throws -> DocumentedPlan.Event {
    let constants = try event.event.constants.map { constant in
      let isOfEvent =
        constant.provenance.sources.isEmpty
        && constant.provenance.editions == event.event.provenance.editions
      return (
        slot: slots[constant.path.value] ?? 0, value: try value(constant.value.value),
        editions: isOfEvent ? 0 : shape.service.mask(of: constant.provenance.editions)
      )
    }
    let (before, known) = (plan.counts, namedInOrder.count)
    let object: Int
    do { object = try self.object(event.object) } catch {
      // What the event added is removed: a copy of the plan for each event would take quadratic time.
      plan.remove(after: before)
      for name in namedInOrder[known...] { named[name] = nil }
      namedInOrder.removeSubrange(known...)
      return DocumentedPlan.Event(key: event.event.key, object: -1, constants: [])
    }
    return DocumentedPlan.Event(key: event.event.key, object: object, constants: constants)
  }

  // MARK: - Objects

  /// Adds an object.
  ///
  /// - Parameter path: the path of an object of the envelope; nil for any other object.
  mutating func object(_ shape: ObjectShape, at path: [String]? = nil) throws -> Int {
    guard shape.fields.count <= 64, shape.required.count == 1 else { throw LeftOut() }
    let index = plan.objects.count
    // Its place is taken before its members are added, which may contain it.
    plan.objects.append(
      DocumentedPlan.Object(
        names: shape.names, first: 0, count: shape.fields.count,
        required: shape.required[0] | shape.constants[0], expected: 0,
        documented: path == nil ? shape.documented : .max, rules: 0..<0, comparesMembers: false))
    var fields: [DocumentedPlan.Field] = []
    for field in shape.fields {
      let place = path.map { $0 + [field.field.wire] }
      fields.append(try self.field(field, at: place))
    }
    var rules: [DocumentedPlan.Rule] = []
    for (place, field) in shape.fields.enumerated() where field.constant == nil {
      for rule in try self.rules(of: field, at: place, in: shape) {
        rules.append(rule)
        for member in rule.members { fields[member].isCompared = true }
      }
    }
    plan.objects[index].first = plan.fields.count
    plan.objects[index].rules = plan.rules.count..<plan.rules.count + rules.count
    plan.objects[index].comparesMembers = !rules.isEmpty
    for (place, field) in fields.enumerated() where field.expected != 0 {
      plan.objects[index].expected |= 1 << UInt64(place)
    }
    for field in fields where field.isCompared || field.slot >= 0 {
      guard field.check.operation.hasComparableValue else { throw LeftOut() }
    }
    plan.fields += fields
    plan.rules += rules
    return index
  }

  private mutating func field(
    _ field: FieldShape, at path: [String]?
  ) throws -> DocumentedPlan.Field {
    let isUnchecked = field.isRequired || field.clauses != nil || field.constant != nil
    var expected = isUnchecked ? 0 : field.expected
    let check = try self.check(field, at: path)
    switch field.content {
    case .discriminator, .payload: expected = 0
    case .object(let inner) where inner.isEnvelope: expected = absence(of: check.index)
    default: break
    }
    return DocumentedPlan.Field(
      check: check, expected: expected, expectedValue: field.expectedValue,
      canBeNull: field.canBeNull, isCompared: false, slot: path.flatMap { slots[$0] } ?? -1)
  }

  /// The editions that miss a member if an object of the envelope is absent: its members are then missed one by one.
  private func absence(of object: Int) -> UInt64 {
    let object = plan.objects[object]
    return plan.fields[object.first..<object.first + object.count].reduce(0) { $0 | $1.expected }
  }

  private mutating func rules(
    of field: FieldShape, at place: Int, in object: ObjectShape
  ) throws -> [DocumentedPlan.Rule] {
    var rules: [DocumentedPlan.Rule] = []
    if let clauses = field.clauses {
      guard !field.canBeNull else { throw LeftOut() }
      let clauses = try clauses.map { clause in
        guard let other = object.place(of: clause.path.value[0]) else { throw LeftOut() }
        return try self.clause(
          clause, place: other, isPlainText: object.fields[other].isPlainText)
      }
      rules.append(
        DocumentedPlan.Rule(
          place: place,
          kind: .condition(clauses, expected: field.expected, isPlainText: field.isPlainText)))
    }
    if case .dependent(let dependency) = field.field.type {
      guard let selector = object.place(of: dependency.selector.value[0]) else { throw LeftOut() }
      let choices = try dependency.choices.map { choice in
        guard let table = shape.service.table(named: choice.table.value), table.kind == .codes,
          table.otherwise == nil
        else { throw LeftOut() }
        return (
          value: try value(choice.value), codes: Set(try table.rows.map { try value($0.value) })
        )
      }
      rules.append(DocumentedPlan.Rule(place: place, kind: .table(selector: selector, choices)))
    }
    return rules
  }

  // MARK: - Values

  private func clause(
    _ clause: Condition.Clause, place: Int, isPlainText: Bool
  ) throws -> DocumentedPlan.Clause {
    DocumentedPlan.Clause(
      place: place, values: try clause.values.map(value), isNegated: clause.isNegated,
      isPlainText: isPlainText)
  }

  func value(_ value: WireValue) throws -> DocumentedPlan.Value {
    switch value {
    case .string(let text): return .text(text)
    case .bool(let flag): return .boolean(flag)
    case .number(let digits):
      guard let number = Int(digits), "\(number)" == digits else { throw LeftOut() }
      return .integer(number)
    case .null: throw LeftOut()
    }
  }
}

extension DocumentedPlan.Rule {
  /// The members whose values the rule needs, its own included.
  fileprivate var members: [Int] {
    switch kind {
    case .condition(let clauses, _, let isPlainText):
      clauses.map(\.place) + (isPlainText ? [place] : [])
    case .table(let selector, _): [selector, place]
    }
  }
}

extension DocumentedPlan.Check.Operation {
  /// Whether the reader can return the value to compare it.
  fileprivate var hasComparableValue: Bool {
    switch self {
    case .text, .limitedText, .integer, .time, .boolean, .textOrInteger, .textCode, .integerCode:
      true
    default: false
    }
  }
}
