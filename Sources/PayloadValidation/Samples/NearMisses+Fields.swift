import CallbackRuntime
import CallbackSchema
import SchemaSource

extension NearMissMaker {
  /// Adds all deviations of one field.
  mutating func add(_ site: FieldSite) {
    if site.isExpected(by: event, in: service, edition: edition) == false {
      return addMisplaced(site, [:], "in this event")
    }
    alternatives = site.alternatives
    around = samples.around(site, event)
    defer { (alternatives, around) = ([:], [:]) }
    addAbsence(site)
    addKinds(site)
    addInside(site)
    // Another value than a guard's is another product's.
    if !service.guards.contains(where: { $0.path.value.joined(separator: ".") == site.path }) {
      addCodes(site)
      for constraint in site.field.constraints { add(constraint, site) }
    }
    addSpellings(site)
    addCondition(site)
    addFlattened(site)
    if isFirstOfItsObject(site) { addStrangers(site) }
  }

  private func isFirstOfItsObject(_ site: FieldSite) -> Bool {
    site.siblings.first { $0.provenance.editions.contains(edition: edition) }?.wire
      == site.field.wire
  }

  /// The findings about a field that fails to decode; nil if they depend on the rest of the body.
  ///
  /// - Parameter path: the path of the value that fails, if it is a part of the field's.
  private func failure(at site: FieldSite, _ path: String? = nil) -> [Expectation]? {
    let path = path ?? site.path
    guard let holder = site.holder else { return [Expectation(path, .malformedEvent)] }
    guard !holder.isExpectedBySome else { return nil }
    return [Expectation(path, .wrongType)]
  }

  // MARK: - Absence

  private mutating func addAbsence(_ site: FieldSite) {
    let path = site.path
    if site.field.isRequired, site.field.constant == nil {
      guard let failure = failure(at: site) else { return }
      miss(site, "absent", nil, failure)
      if service.encoding != .form { miss(site, "null", .null, failure) }
      return
    }
    guard !site.isExpectedBySome else { return }
    let missing = site.isExpectedByAll ? [Expectation(path, .missing)] : []
    if site.field.canBeNull {
      if !missing.isEmpty { miss(site, "absent", nil, missing) }
      // Where no edition that documents the object documents null, it counts as absence.
      if !missing.isEmpty, site.field.valueEditions.isSuperset(of: site.candidates) {
        miss(site, "null", .null, missing)
      }
      return
    }
    if !missing.isEmpty { miss(site, "absent", nil, missing) }
    // A form has no null.
    guard service.encoding != .form else { return }
    // The null of a constant is present.
    let isConstant = site.field.constant != nil
    miss(site, "null", .null, [Expectation(path, .null)] + (isConstant ? [] : missing))
  }

  // MARK: - JSON kinds

  private mutating func addKinds(_ site: FieldSite) {
    let field = site.field
    guard field.constant == nil, let own = field.type.kinds(in: service) else { return }
    guard service.encoding != .form else {
      // A form has no types, but not every text is a number or a boolean.
      if own == [.number] || own == [.bool] { unreadable(site, "another text", .string("?")) }
      return
    }
    let others = field.otherKinds(in: service)
    for kind in others {
      guard let value = value(of: field, as: kind) else { continue }
      var expected = [Expectation(site.path, .otherType)]
      // The digits of a number are not a documented string code.
      if kind == .number, let table = field.codeTable(in: service) {
        guard table.otherwise == nil,
          field.listingEditions(in: service, within: site.candidates).isEmpty
        else { continue }
        expected.append(Expectation(site.path, .unknownCode))
      }
      miss(site, "a \(kind.rawValue)", value, expected)
    }
    guard let (kind, value) = Self.value(ofOtherKindThan: own.union(others)) else { return }
    unreadable(site, "a \(kind.rawValue)", value)
  }

  /// A value of another JSON type.
  static func value(ofOtherKindThan kinds: Set<JSONKind>) -> (kind: JSONKind, value: JSONValue)? {
    let values: [(JSONKind, JSONValue)] = [
      (.list, .array([])), (.bool, .bool(true)), (.number, .number("1")), (.string, .string("?")),
      (.object, .object([])),
    ]
    return values.first { !kinds.contains($0.0) }
  }

  /// A value that the field cannot be read from.
  ///
  /// - Parameter path: the path of the value, if it is a part of the field's.
  mutating func unreadable(
    _ site: FieldSite, at path: String? = nil, _ note: String, _ value: JSONValue
  ) {
    let path = path ?? site.path
    // A required field takes the event along, or the value of the envelope that it is in.
    if site.field.isRequired {
      if let failure = failure(at: site, path) { miss(site, at: path, note, value, failure) }
      return
    }
    guard !site.isExpectedBySome else { return }
    miss(site, at: path, note, value, [Expectation(path, .wrongType)])
  }

  /// A documented value of a field in another JSON kind.
  private func value(of field: Field, as kind: JSONKind) -> JSONValue? {
    var builder = SampleBuilder(service, seed: samples.seed)
    let value = builder.value(of: field, at: "?", in: edition)
    if field.spelled != nil {
      // The value itself instead of its spelling.
      switch (value, kind) {
      case (.string(let digits), .number): return .number(digits)
      case (_, .bool): return .bool(true)
      default: return nil
      }
    }
    switch (value, kind) {
    case (.number(let digits), .string): return .string(digits)
    case (.string, .number): return .number("7")
    case (.bool(let value), .string): return .string(value ? "true" : "false")
    case (.object, .string): return .string(value.compact)
    default: return nil
    }
  }

  // MARK: - Codes

  private mutating func addCodes(_ site: FieldSite) {
    let field = site.field
    guard field.constant == nil else { return }
    if case .dependent(let dependency) = field.type { return addDependentCode(dependency, site) }
    guard let table = field.codeTable(in: service) else { return }
    // An unlisted code is a finding only if every candidate edition lists codes.
    let isListed = field.listingEditions(in: service, within: site.candidates).isEmpty
    guard table.kind == .flags || isListed && !isEventConstant(site) else { return }
    addCodes(table, at: site.path, site)
  }

  /// Adds codes, or bits, that a table does not have.
  mutating func addCodes(_ table: CallbackSchema.CodeTable, at path: String, _ site: FieldSite) {
    guard table.otherwise == nil else { return }
    switch table.kind {
    case .flags:
      let known = table.rows.reduce(0) { $0 | $1.value.bits }
      let unknown = (0..<table.raw.bitWidth).map { UInt64(1) << UInt64($0) }.filter {
        known & $0 == 0
      }
      guard let first = unknown.first, let last = unknown.last else { return }
      for bit in first == last ? [first] : [first, last] {
        let value = JSONValue.number(table.raw.digits(of: bit))
        miss(site, at: path, "with an unknown bit", value, [Expectation(path, .unknownBits)])
      }
    case .codes:
      let unknown: JSONValue =
        table.raw == .string ? .string("unknown code") : .number("98765")
      miss(site, at: path, "of no code", unknown, [Expectation(path, .unknownCode)])
    }
  }

  /// Adds a code that no table of a dependent type has; without a selected table any code is allowed.
  private mutating func addDependentCode(_ dependency: Dependency, _ site: FieldSite) {
    let choice = dependency.choices.first { choice in
      let table = service.table(named: choice.table.value)
      return table?.kind == .codes && table?.otherwise == nil
    }
    guard let choice else { return }
    let selector = site.path(of: dependency.selector.value[0])
    let body = body([selector: choice.value.json], changing: site.parent) { members in
      guard let place = members.firstIndex(where: { $0.name == site.field.wire }) else { return }
      members[place].value =
        dependency.otherwise == .string ? .string("unknown code") : .number("987654")
    }
    miss("\(site.path) of no code", [Expectation(site.path, .unknownCode)], body)
  }

  /// Whether the event has a constant for the field, so that another code produces two findings.
  func isEventConstant(_ site: FieldSite) -> Bool {
    event.constants.contains { $0.path.value.joined(separator: ".") == site.path }
  }

  // MARK: - Names

  private mutating func addSpellings(_ site: FieldSite) {
    for spelling in site.field.otherSpellings {
      let path = site.path(of: spelling)
      let body = body(samples.satisfied(site, event), changing: site.parent) { members in
        guard let place = members.firstIndex(where: { $0.name == site.field.wire }) else { return }
        members[place].name = spelling
      }
      miss("\(site.path) spelt \(spelling)", [Expectation(path, .alias)], body)
    }
  }

  /// Adds, once for each object, an undocumented member and a duplicate member.
  private mutating func addStrangers(_ site: FieldSite) {
    let stranger = "undocumentedMember"
    let path = site.path(of: stranger)
    let unknown = body([:], changing: site.parent) { members in
      members.append(.init(stranger, .object([])))
    }
    miss("\(path)", [Expectation(path, .unknownField)], unknown)
    let twice = body(samples.satisfied(site, event), changing: site.parent) { members in
      guard let first = members.first(where: { $0.name == site.field.wire }) else { return }
      members.append(.init(first.name, .null))
    }
    miss("\(site.path) twice", [Expectation(site.path, .duplicateKey)], twice)
  }

  // MARK: - Conditions and places

  /// The field although one clause of its condition does not hold.
  private mutating func addCondition(_ site: FieldSite) {
    for clause in site.field.effective(in: edition).condition?.clauses ?? [] {
      // Another discriminator is another event.
      guard let selector = site.siblings.first(where: { $0.wire == clause.path.value[0] }),
        !service.discriminators.contains(where: {
          $0.value.path.joined(separator: ".") == site.path(of: selector.wire)
        }),
        let other = value(of: selector, against: clause)
      else { continue }
      var overrides = samples.satisfied(site, event)
      overrides[site.path(of: selector.wire)] = other.json
      addMisplaced(site, overrides, "by \(selector.wire)")
    }
  }

  /// Adds a field to a body in which its condition does not hold.
  private mutating func addMisplaced(
    _ site: FieldSite, _ overrides: [String: JSONValue?], _ cause: String
  ) {
    var builder = SampleBuilder(service, seed: samples.seed)
    let value = builder.value(of: site.field, at: site.path, in: edition)
    let body = body(overrides, changing: site.parent) { members in
      members.append(.init(site.field.wire, value))
    }
    miss("\(site.path) out of place, \(cause)", [Expectation(site.path, .condition)], body)
  }

  /// A documented value of a field with which a clause does not hold; nil where there is none.
  private func value(of field: Field, against clause: Condition.Clause) -> WireValue? {
    if clause.isNegated { return clause.values.first }
    let known = samples.codes(of: field, in: edition)
    let others: [WireValue] =
      switch field.type {
      case .scalar(.bool): [.bool(true), .bool(false)]
      case .stringOrInteger: [.string("other"), .number("77")]
      case .scalar(.string) where field.constraints.allSatisfy(\.isCondition): [.string("other")]
      case .scalar(let scalar)
      where scalar.isInteger && field.constraints.allSatisfy(\.isCondition):
        [.number("77"), .number("78")]
      default: known
      }
    return others.first { !clause.values.contains($0) }
  }

  /// Adds the members of an object to the enclosing object.
  private mutating func addFlattened(_ site: FieldSite) {
    guard site.field.isFlattened else { return }
    var first = ""
    let body = body([:], changing: site.parent) { members in
      guard let place = members.firstIndex(where: { $0.name == site.field.wire }),
        case .object(let inner) = members[place].value
      else { return }
      members.replaceSubrange(place...place, with: inner)
      first = inner.first?.name ?? ""
    }
    miss("\(site.path) flat", [Expectation(site.path(of: first), .flattened)], body)
  }
}

extension Constraint {
  fileprivate var isCondition: Bool { if case .condition = self { true } else { false } }
}
