import CallbackSchema
import SchemaSource

/// Decides the Swift names and types of a service.
struct Planner {
  let service: Service
  let options: GenerationOptions
  var naming = Naming()
  var tableNames: [String: SwiftName] = [:]
  var objectNames: [String: SwiftName] = [:]
  var formatNames: [String: SwiftName] = [:]
  var typeScope = NameScope()
  let uses: TypeUses

  init(_ service: Service, _ options: GenerationOptions) {
    self.service = service
    self.options = options
    uses = TypeUses(service)
    typeScope = NameScope(
      capacity: service.events.count + service.objects.count + service.tables.count)
    naming.acronyms = options.acronyms
  }

  mutating func plan() -> Plan {
    let namespace = naming.name(
      service.namespace.value, as: .namespace, at: service.namespace.range)
    for own in ["Callback", "Event", "Header"] {
      typeScope.reserve(own, "the generated '\(own)'")
    }
    nameTypes()
    let callback = planCallback()
    var headerScope = NameScope()
    let headers = service.delivery.headers.map { header in
      let name = propertyName(header)
      headerScope.add(name, "header", header.wire, at: header.range, &naming)
      let doc = Documentation(header, service, name: SwiftName(text: header.wire))
      return (name: name, wire: header.wire, doc: doc)
    }
    return Plan(
      namespace: namespace, service: service, editions: service.names(of: service.fullEditions),
      callback: callback, headers: headers,
      types: planTypes(callback.events))
  }

  /// Reports the invalid and colliding names that planning found.
  ///
  /// Other errors may be of references to parts that failed to load; names are wrong in any case.
  func reportNames(into diagnostics: inout Diagnostics) {
    let codes: [DiagnosticCode] = [
      .badName, .nameTaken, .nameCollision, .tooManyFields, .unreadableSpelling,
    ]
    for diagnostic in naming.diagnostics.all where codes.contains(diagnostic.code) {
      diagnostics.report(diagnostic)
    }
  }

  /// Names all types declared directly in the namespace.
  private mutating func nameTypes() {
    for table in service.tables {
      tableNames[table.name] = typeName(table.name, as: .table, "table", at: table.range)
    }
    for format in service.formats {
      formatNames[format.name] = typeName(format.name, as: .table, "format", at: format.range)
    }
    // An object that is only included in others needs no type.
    for object in service.objects where uses.names.contains(object.name) || object.isProtocol {
      objectNames[object.name] = typeName(object.name, as: .object, "object", at: object.range)
    }
  }

  private mutating func typeName(
    _ wire: String, as role: Naming.Role, _ kind: String, at range: SourceRange
  ) -> SwiftName {
    let name = naming.name(wire, as: role, at: range)
    typeScope.add(name, kind, wire, at: range, &naming)
    return name
  }

  /// Plans the types of each file: events first, then objects, tables and string formats.
  private mutating func planTypes(_ events: [EventPlan]) -> [String: [TypePlan]] {
    var types: [String: [TypePlan]] = [:]
    for event in events where !event.hasSharedType {
      types[event.event.stem, default: []].append(.object(event.type))
    }
    for (object, plan) in zip(service.objects, plan(service.objects) { $0.planNamed($1) }) {
      if let plan { types[object.stem, default: []].append(plan) }
    }
    let tables = plan(service.tables) { planner, table in
      planner.tableNames[table.name].map { TypePlan.table(planner.planTable(table, [$0])) }
    }
    for (table, plan) in zip(service.tables, tables) {
      if let plan { types[table.stem, default: []].append(plan) }
    }
    for format in service.formats {
      guard let name = formatNames[format.name] else { continue }
      types[format.stem, default: []].append(.text(planTextFormat(format, [name])))
    }
    return types
  }

  /// Plans the type of an object; nil for one that is only included in others.
  private mutating func planNamed(_ object: ObjectType) -> TypePlan? {
    guard let name = objectNames[object.name] else { return nil }
    if object.isProtocol { return .protocol(planProtocol(object, name)) }
    var plan = planObject(
      [name], service.fields(of: object), object.provenance.editions,
      Documentation(object.doc, about: object.provenance, service),
      protocols: service.protocols(included: object.includes), at: object.range)
    plan.isFlattened = uses.flattenedObjects.contains(object.name)
    return .object(plan)
  }

  /// Plans declarations on all processors, each without the others.
  mutating func plan<Declaration: Sendable, Plan: Sendable>(
    _ declarations: [Declaration], _ plan: @Sendable (inout Planner, Declaration) -> Plan
  ) -> [Plan] {
    var fresh = self
    fresh.naming.diagnostics = Diagnostics()
    let (plans, parts) = declarations.concurrentMap(from: fresh, plan)
    for part in parts { naming.diagnostics.report(part.naming.diagnostics) }
    return plans
  }

  mutating func planObject(
    _ path: [SwiftName], _ fields: [Field], _ editions: EditionSet, _ doc: Documentation,
    outcome: Outcome? = nil, protocols: [ObjectType] = [], at range: SourceRange
  ) -> ObjectPlan {
    let flattened = fields.contains(where: \.isFlattened) ? members(ofFlattened: fields) : []
    check(flattened.isEmpty ? fields : fields + flattened, at: range)
    let ordered = fields.constantsFirst
    var scope = NameScope(capacity: ordered.count + 1)
    if options.keepsUnknown { scope.reserve("unknownFields", "the generated 'unknownFields'") }
    var nestedScope = NameScope()
    var nested: [TypePlan] = []
    var nulls = NullNumbers()
    let properties = ordered.map {
      planProperty(
        $0, path, editions, siblings: ordered, nullNumber: nulls.next($0), &nested)
    }
    nulls.reserve(in: &scope)
    for (field, property) in zip(ordered, properties) {
      if property.constant == nil {
        scope.add(property.name, "field", field.wire, at: field.range, &naming)
      }
      addStorage(of: property, &scope)
      nameDependency(of: property, &scope, &nestedScope)
    }
    if outcome != nil || properties.contains(where: \.hasOutcome) {
      scope.add(SwiftName(text: "outcome"), "the generated", "outcome", at: range, &naming)
    }
    for type in nested {
      nestedScope.add(type.name, "type", type.name.text, at: type.range, &naming)
    }
    return ObjectPlan(
      path: path, doc: doc, properties: properties, nested: nested, editions: compact(editions),
      isDocumentedByAll: editions == service.fullEditions, declaredOutcome: outcome,
      protocols: names(of: protocols), range: range)
  }

  /// The members that may be found beside the fields that contain them.
  private func members(ofFlattened fields: [Field]) -> [Field] {
    fields.filter(\.isFlattened).flatMap(service.members(of:))
  }

  /// Names the array in which a property is stored, if it is.
  mutating func addStorage(of property: PropertyPlan, _ scope: inout NameScope) {
    guard property.isIndirect else { return }
    scope.add(
      property.storage, "the storage of", property.field.wire, at: property.field.range, &naming
    )
  }

  /// Names the computed property of a dependent type, and its type.
  mutating func nameDependency(
    of property: PropertyPlan, _ scope: inout NameScope, _ types: inout NameScope
  ) {
    guard let dependency = property.dependency else { return }
    let (wire, range) = (dependency.property.text, property.field.range)
    scope.add(dependency.property, "the computed", wire, at: range, &naming)
    types.add(dependency.type, "the type of the computed", wire, at: range, &naming)
  }

  /// Reports more fields than the runtime can record, and names that the separators of its name table would split.
  mutating func check(_ fields: [Field], at range: SourceRange) {
    if fields.count > Self.maximumFields {
      naming.diagnostics.error(
        .tooManyFields, "\(fields.count) fields in one object", at: range,
        fix: "at most \(Self.maximumFields)")
    }
    for field in fields {
      check(field.wire, at: field.range)
      for spelling in field.otherSpellings { check(spelling, at: field.range) }
    }
  }

  private mutating func check(_ spelling: String, at range: SourceRange) {
    guard spelling.isEmpty || spelling.withBytes({ $0.contains { $0 == 0x20 || $0 == 0x7C } })
    else { return }
    naming.diagnostics.error(
      .unreadableSpelling, "'\(spelling)' cannot be the name of a member", at: range)
  }

  /// The maximum number of fields in an object: the runtime records the fields found in four words of 64 bits.
  static let maximumFields = 256

  /// A mask over the full editions only, as the runtime uses it.
  func compact(_ editions: EditionSet) -> EditionSet {
    EditionSet(rawValue: service.mask(of: editions))
  }

  mutating func propertyName(_ field: Field) -> SwiftName {
    let name = naming.name(field.wire, given: field.name, as: .property, at: field.range)
    guard field.name == nil else { return name }
    let isOwn =
      Self.callbackMembers.contains(name.text) && service.envelope.contains(field)
      || options.keepsUnknown && name.text == "unknownFields"
      || service.encoding == .form && name.text == "form" && service.envelope.contains(field)
    return isOwn ? SwiftName(text: name.text + "Field") : name
  }

  /// The members of the generated callback that no member of the envelope can have as its name.
  static let callbackMembers: Set = [
    "event", "faults", "deduplicationKey", "isHealthCheck", "outcome", "deliveryKey",
    "deliverySequence", "deliveryContent",
  ]
}

extension TypePlan {
  /// The position of the type in the schema.
  var range: SourceRange {
    switch self {
    case .object(let object): object.range
    case .table(let table): table.table.range
    case .text(let text): text.format.range
    case .alternatives(let alternatives): alternatives.range
    case .protocol(let plan): plan.range
    }
  }

  var name: SwiftName {
    switch self {
    case .object(let object): object.path[object.path.count - 1]
    case .table(let table): table.path[table.path.count - 1]
    case .text(let text): text.path[text.path.count - 1]
    case .alternatives(let alternatives): alternatives.path[alternatives.path.count - 1]
    case .protocol(let plan): plan.name
    }
  }
}
