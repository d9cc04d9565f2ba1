import CallbackRuntime
import CallbackSchema
import SchemaSource

/// What the near misses of an event must show, read off the schema: which rules, at which path, how often.
struct NearMissDemands {
  struct Demand {
    var path: String
    /// One of them.
    var rules: [Finding.Rule]
    var count = 1
    /// The place in the schema of the field.
    var field: SourceRange?

    /// Whether it is one of the field at a path: of its value, or of an element of it.
    func isOf(_ place: String) -> Bool {
      guard path.hasPrefix(place) else { return false }
      var rest = path.dropFirst(place.count)
      while !rest.isEmpty {
        guard let step = ["[0]", ".key"].first(where: rest.hasPrefix) else { return false }
        rest = rest.dropFirst(step.count)
      }
      return true
    }
  }

  let service: Service
  let event: Event
  /// The edition that samples follow.
  let edition: Int
  private(set) var found: [Demand] = []
  /// The place in the schema of the field whose demands are added.
  private var field: SourceRange?
  /// The names of the objects around a field, to end recursion.
  private var open: [String] = []

  init(_ service: Service, _ event: Event) {
    self.service = service
    self.event = event
    edition = event.provenance.editions.places.last ?? 0
    add(
      service.fields(of: event), at: service.payloadLocation(of: event).text,
      event.provenance.editions, depth: 0)
    add(service.envelope, at: "", service.fullEditions, depth: 0)
  }

  private mutating func add(
    _ fields: [Field], at parent: String, _ candidates: EditionSet, depth: Int
  ) {
    let own = (service.discriminators + [service.payload]).map {
      $0.value.path.joined(separator: ".")
    }
    for field in fields {
      let path = parent.isEmpty ? field.wire : "\(parent).\(field.wire)"
      guard !own.contains(path) else { continue }
      self.field = field.range
      let isDocumented = field.provenance.editions.contains(edition: edition)
      // Another value than a guard's is another product's.
      let isGuard = service.guards.contains { $0.path.value.joined(separator: ".") == path }
      if isDocumented, misplaced(field, parent) { demand(path, .condition) }
      if isDocumented, !isGuard, !misplaced(field, parent) {
        for constraint in field.constraints { add(constraint, field, fields, path) }
        addType(field, path, candidates)
        if field.isRequired, field.constant == nil { demand(path, .malformedEvent, .wrongType) }
      }
      if isDocumented || field.provenance.editions.isEmpty {
        addInside(field.type, path, candidates, depth)
        self.field = field.range
      }
      if isDocumented, !isGuard { addValues(field, path, candidates) }
    }
  }

  private mutating func addInside(
    _ type: FieldType, _ path: String, _ candidates: EditionSet, _ depth: Int
  ) {
    guard depth < 4 else { return }
    switch type {
    case .nested(let fields): add(fields, at: path, candidates, depth: depth + 1)
    case .object(let name):
      guard !open.contains(name), let object = service.object(named: name) else { return }
      open.append(name)
      defer { open.removeLast() }
      let narrowed = object.provenance.editions.intersection(candidates)
      add(
        service.fields(of: object), at: path, narrowed.isEmpty ? candidates : narrowed,
        depth: depth + 1)
    case .list(let element): addInside(element, "\(path)[0]", candidates, depth)
    case .map(let element): addInside(element, "\(path).key", candidates, depth)
    case .union(let members):
      for member in members { addInside(member, path, candidates, depth + 1) }
    case .choice(let choice):
      // Each object is demanded separately, though a member may have the same path in several; another value of the
      // selecting member is another object.
      let before = found
      found = []
      for option in choice.options {
        addInside(.object(option.object.value), path, candidates, depth + 1)
      }
      let inside = found.filter { $0.path != "\(path).\(choice.member)" }
      found = before
      for one in inside { add(one) }
    case .scalar, .table, .ownTable, .stringOrInteger, .dependent: break
    }
  }

  /// Demands of the values of a field that lists, maps and unions contain.
  private mutating func addValues(_ field: Field, _ path: String, _ candidates: EditionSet) {
    // Whether the loss of the field is a finding depends on the rest of the body.
    let isLossClear =
      field.isRequired || field.expectedEditions.isSuperset(of: candidates)
      || field.expectedEditions.intersection(candidates).isEmpty
    walk(field.type, path, of: field, isElement: false, isLossClear)
  }

  private mutating func walk(
    _ type: FieldType, _ path: String, of field: Field, isElement: Bool, _ isLossClear: Bool
  ) {
    if isElement, isLossClear, let kinds = type.kinds(in: service), kinds.count < 5 {
      demand(path, .wrongType, .malformedEvent)
    }
    if let table = type.table(in: service), table.otherwise == nil, type != field.type {
      demand(path, table.kind == .codes ? .unknownCode : .unknownBits)
    }
    switch type {
    case .list(let element):
      walk(element, "\(path)[0]", of: field, isElement: true, isLossClear)
    case .map(let element):
      if element != .scalar(.json), element != .scalar(.object) { demand("\(path).key", .null) }
      walk(element, "\(path).key", of: field, isElement: true, isLossClear)
    case .union(let members):
      for member in members { walk(member, path, of: field, isElement: false, isLossClear) }
    default: break
    }
  }

  private mutating func demand(_ path: String, _ rules: Finding.Rule..., count: Int = 1) {
    if count > 0 { add(Demand(path: path, rules: rules, count: count, field: field)) }
  }

  /// Adds a demand, or its number to that of an equal one in another object of a union or a choice.
  private mutating func add(_ demand: Demand) {
    let place = found.firstIndex { $0.path == demand.path && $0.rules == demand.rules }
    if let place { found[place].count += demand.count } else { found.append(demand) }
  }

  private mutating func add(
    _ constraint: Constraint, _ field: Field, _ siblings: [Field], _ path: String
  ) {
    switch constraint {
    case .unit:
      if field.timeUnit != nil { demand(path, .unit, .otherUnit) }
      if field.impliedBounds != nil { demand(path, .range) }
    case .range(let bounds):
      // The ends of a type are no limits of its own.
      let ends = [bounds.value.lower, bounds.value.upper].compactMap { $0 }.filter { end in
        field.timeUnit != nil
          || !(["0", "4294967295"].contains(end) && field.type == .scalar(.uint32))
            && !(["0", "\(UInt64.max)"].contains(end) && field.type == .scalar(.uint64))
      }
      demand(path, .range, count: ends.count)
    case .length(let length):
      let isShort = length.value.lower.map { $0 != "0" && $0 != "1" } ?? false
      demand(path, .length, count: (isShort ? 1 : 0) + (length.value.upper == nil ? 0 : 1))
    case .characters: demand(path, .characters)
    case .pattern: demand(path, .pattern)
    case .format(.rfc3339), .format(.text), .format(.standard): demand(path, .format)
    case .format(.integer), .format(.number), .format(.boolean):
      demand(path, .malformedEvent, .wrongType)
    case .format(.list), .format(.json), .format(.base64): break
    case .condition(.clauses(let clauses, _)):
      // Readings may take the condition away.
      guard field.readings == nil else { break }
      let own = clauses.filter { discriminator($0, of: path) == nil }
      demand(path, .condition, count: own.count)
    case .condition(.text): break
    case .listed(let listed):
      let rows = field.codeTable(in: service)?.rows.count ?? 0
      if rows > listed.count { demand(path, .value) }
    case .constant: demand(path, .constant)
    }
  }

  /// The value that the event gives the discriminator that a clause names; nil for a clause about another member.
  private func discriminator(_ clause: Condition.Clause, of path: String) -> WireValue? {
    let parent = path.split(separator: ".").dropLast().map(String.init)
    let place = service.discriminators.firstIndex {
      $0.value.path == parent + [clause.path.value[0]]
    }
    guard let place else { return nil }
    if !service.isListed { return event.id.value }
    return place < event.idParts.count ? .string(event.idParts[place]) : nil
  }

  /// Whether the condition of a field does not hold in any body of the event.
  private func misplaced(_ field: Field, _ parent: String) -> Bool {
    let path = parent.isEmpty ? field.wire : "\(parent).\(field.wire)"
    return field.constraints.contains { constraint in
      guard case .condition(.clauses(let clauses, _)) = constraint else { return false }
      return clauses.contains { clause in
        discriminator(clause, of: path).map { clause.values.contains($0) == clause.isNegated }
          ?? false
      }
    }
  }

  private mutating func addType(_ field: Field, _ path: String, _ candidates: EditionSet) {
    if case .dependent = field.type { demand(path, .unknownCode) }
    guard field.constant == nil, let table = field.codeTable(in: service), table.otherwise == nil
    else { return }
    switch table.kind {
    case .flags: demand(path, .unknownBits, count: 2)
    case .codes:
      let isFixed = event.constants.contains { $0.path.value.joined(separator: ".") == path }
      guard !isFixed, field.listingEditions(in: service, within: candidates).isEmpty else { return }
      demand(path, .unknownCode)
    }
  }
}
