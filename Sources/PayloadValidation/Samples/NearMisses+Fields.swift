import CallbackRuntime
import CallbackSchema

extension NearMissMaker {
  /// Adds all deviations of one field.
  mutating func add(_ site: FieldSite) {
    addAbsence(site)
    addKinds(site)
    addCodes(site)
    addLimits(site)
    addSpellings(site)
    addCondition(site)
    addFlattened(site)
    if isFirstOfItsObject(site) { addStrangers(site) }
  }

  private func isFirstOfItsObject(_ site: FieldSite) -> Bool {
    site.siblings.first { $0.provenance.editions.contains(edition: edition) }?.wire
      == site.field.wire
  }

  // MARK: - Absence

  private mutating func addAbsence(_ site: FieldSite) {
    let path = site.path
    if site.field.isRequired, site.field.constant == nil {
      miss(site, "absent", nil, [Expectation(path, .malformedEvent)])
      miss(site, "null", .null, [Expectation(path, .malformedEvent)])
      return
    }
    guard !site.isExpectedBySome else { return }
    let missing = site.isExpectedByAll ? [Expectation(path, .missing)] : []
    if !missing.isEmpty { miss(site, "absent", nil, missing) }
    // The null of a constant is present.
    let isConstant = site.field.constant != nil
    miss(site, "null", .null, [Expectation(path, .null)] + (isConstant ? [] : missing))
  }

  // MARK: - JSON kinds

  private mutating func addKinds(_ site: FieldSite) {
    let field = site.field
    if let constant = field.constant {
      let other: JSONTree =
        if case .string = constant.value { .string("other") } else { .number("98765") }
      miss(site, "another constant", other, [Expectation(site.path, .constant)])
      return
    }
    guard let own = field.type.kinds(in: service) else { return }
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
    let strange: [(JSONKind, JSONTree)] = [(.list, .list([])), (.bool, .bool(true))]
    guard
      let (kind, value) = strange.first(where: { !own.contains($0.0) && !others.contains($0.0) })
    else { return }
    guard site.isInEnvelope else {
      return miss(site, "a \(kind.rawValue)", value, [Expectation(site.path, .malformedEvent)])
    }
    guard !site.isExpectedBySome else { return }
    let missing = site.isExpectedByAll ? [Expectation(site.path, .missing)] : []
    miss(site, "a \(kind.rawValue)", value, [Expectation(site.path, .wrongType)] + missing)
  }

  /// A documented value of a field in another JSON kind.
  private func value(of field: Field, as kind: JSONKind) -> JSONTree? {
    var builder = SampleBuilder(service, seed: samples.seed)
    let value = builder.value(of: field, at: "?", in: edition)
    switch (value, kind) {
    case (.number(let digits), .string): return .string(digits)
    case (.string, .number): return .number("7")
    case (.bool(let value), .string): return .string(value ? "true" : "false")
    case (.object, .string): return .string("\(value)")
    default: return nil
    }
  }

  // MARK: - Codes

  private mutating func addCodes(_ site: FieldSite) {
    let field = site.field
    guard field.constant == nil else { return }
    if case .dependent(let dependency) = field.type {
      // No table of the dependent type lists the code; without a selected table any code is allowed.
      guard let choice = dependency.choices.first else { return }
      let selector = "\(site.parent).\(dependency.selector.value[0])"
      let body = body([selector: JSONTree(choice.value)], changing: site.parent) { members in
        guard let place = members.firstIndex(where: { $0.name == field.wire }) else { return }
        members[place].value = .number("987654")
      }
      return miss("\(site.path) of no code", [Expectation(site.path, .unknownCode)], body)
    }
    guard let table = field.codeTable(in: service), table.otherwise == nil else { return }
    switch table.kind {
    case .flags:
      let known = table.rows.reduce(Int64(0)) { $0 | (Int64($1.value.text) ?? 0) }
      guard let bit = (0..<31).map({ Int64(1) << $0 }).first(where: { known & $0 == 0 }) else {
        return
      }
      miss(site, "with an unknown bit", .number("\(bit)"), [Expectation(site.path, .unknownBits)])
    case .codes:
      // An unlisted code is a finding only if every candidate edition lists codes.
      guard field.listingEditions(in: service, within: site.candidates).isEmpty,
        !isEventConstant(site)
      else { return }
      let unknown: JSONTree = table.raw == .string ? .string("unknown code") : .number("98765")
      miss(site, "of no code", unknown, [Expectation(site.path, .unknownCode)])
      let listed = field.listed.map(\.value)
      guard !listed.isEmpty, let other = table.rows.first(where: { !listed.contains($0.value) })
      else { return }
      miss(site, "of another place", JSONTree(other.value), [Expectation(site.path, .value)])
    }
  }

  /// Whether the event has a constant for the field, so that another code produces two findings.
  private func isEventConstant(_ site: FieldSite) -> Bool {
    event.constants.contains { $0.path.value.joined(separator: ".") == site.path }
  }

  // MARK: - Limits

  private mutating func addLimits(_ site: FieldSite) {
    let field = site.field
    let path = site.path
    if let bounds = field.checkedBounds {
      if let lower = bounds.lower.flatMap({ Int($0) }), lower > .min {
        miss(site, "below its range", .number("\(lower - 1)"), [Expectation(path, .range)])
      }
      if let upper = bounds.upper.flatMap({ Int($0) }), upper < .max {
        miss(site, "above its range", .number("\(upper + 1)"), [Expectation(path, .range)])
      }
    }
    if field.type == .scalar(.string), let length = field.length?.value {
      if let lower = length.lower.flatMap({ Int($0) }), lower > 0 {
        let text = String(repeating: "a", count: lower - 1)
        miss(site, "too short", .string(text), [Expectation(path, .length)])
      }
      if let upper = length.upper.flatMap({ Int($0) }) {
        let text = String(repeating: "a", count: upper + 1)
        miss(site, "too long", .string(text), [Expectation(path, .length)])
      }
    }
    if let characters = field.characters, !CharacterRanges(characters.value).contains("\u{7}") {
      miss(site, "with a strange character", .string("a\u{7}"), [Expectation(path, .characters)])
    }
    switch field.format {
    case .rfc3339?:
      miss(site, "no time", .string("yesterday"), [Expectation(path, .format)])
    case .text(let name)?:
      guard let format = service.format(named: name.value),
        !TextMatcher(format, service).fits("?")
      else { break }
      miss(site, "of no form", .string("?"), [Expectation(path, .format)])
    default: break
    }
    if case .scalar = field.type, let unit = field.unit, unit.isTime {
      let (name, time) =
        unit == .unixSeconds ? ("milliseconds", "1709181296123") : ("seconds", "1709181296")
      // A time in a unit that another source documents is converted; in any other unit it is only reported.
      let isRead = field.otherTimeUnit == (unit == .unixSeconds ? .unixMilliseconds : .unixSeconds)
      miss(
        site, "in \(name)", .number(time), [Expectation(path, isRead ? .otherUnit : .unit)])
    }
  }

  // MARK: - Names

  private mutating func addSpellings(_ site: FieldSite) {
    for spelling in site.field.otherSpellings {
      let path = site.parent.isEmpty ? spelling : "\(site.parent).\(spelling)"
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
    let path = site.parent.isEmpty ? stranger : "\(site.parent).\(stranger)"
    let unknown = body([:], changing: site.parent) { members in
      members.append(.init(name: stranger, value: .object([])))
    }
    miss("\(path)", [Expectation(path, .unknownField)], unknown)
    let twice = body(samples.satisfied(site, event), changing: site.parent) { members in
      guard let first = members.first(where: { $0.name == site.field.wire }) else { return }
      members.append(.init(name: first.name, value: .null))
    }
    miss("\(site.path) twice", [Expectation(site.path, .duplicateKey)], twice)
  }

  // MARK: - Conditions and places

  /// Adds the field although its condition does not hold.
  private mutating func addCondition(_ site: FieldSite) {
    guard let clauses = site.field.effective(in: edition).condition?.clauses,
      clauses.count == 1, let clause = clauses.first,
      let selector = site.siblings.first(where: { $0.wire == clause.path.value[0] })
    else { return }
    let known = samples.codes(of: selector, in: edition)
    let other =
      clause.isNegated ? clause.values.first : known.first { !clause.values.contains($0) }
    guard let other else { return }
    var builder = SampleBuilder(service, seed: samples.seed)
    let value = builder.value(of: site.field, at: site.path, in: edition)
    let path = "\(site.parent).\(selector.wire)"
    let body = body([path: JSONTree(other)], changing: site.parent) { members in
      members.append(.init(name: site.field.wire, value: value))
    }
    miss("\(site.path) out of place", [Expectation(site.path, .condition)], body)
  }

  /// Adds the members of an object to the enclosing object.
  private mutating func addFlattened(_ site: FieldSite) {
    guard site.field.flattening != nil else { return }
    var first = ""
    let body = body([:], changing: site.parent) { members in
      guard let place = members.firstIndex(where: { $0.name == site.field.wire }),
        case .object(let inner) = members[place].value
      else { return }
      members.replaceSubrange(place...place, with: inner)
      first = inner.first?.name ?? ""
    }
    miss("\(site.path) flat", [Expectation("\(site.parent).\(first)", .flattened)], body)
  }
}
