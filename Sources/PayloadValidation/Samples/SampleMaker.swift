public import CallbackSchema

/// Generates documented bodies: for every event a complete one, and one for each code, bound and form of each field.
public struct SampleMaker {
  let service: Service
  let seed: UInt64

  /// - Parameter seed: the seed of the generated values; equal seeds give equal bodies.
  public init(_ service: Service, seed: UInt64) {
    self.service = service
    self.seed = seed
  }

  /// The samples of an event.
  ///
  /// - Parameter withEnvelope: whether to vary the fields of the envelope too, which are the same for all events.
  public func samples(of event: Event, withEnvelope: Bool = false) -> [Sample] {
    var builder = SampleBuilder(service, seed: seed)
    var samples = [sample(event, "", builder.body(of: event))]
    for edition in event.provenance.editions.places.dropLast() {
      var other = SampleBuilder(service, seed: seed)
      other.preferredEdition = edition
      samples.append(
        sample(event, "as documented in \(service.editions[edition].name)", other.body(of: event)))
    }
    let edition = builder.edition(of: event)
    var sites = FieldSite.sites(of: event, in: service, edition: edition)
    if withEnvelope {
      let fixed =
        event.constants.map(\.path.value) + service.guards.map(\.path.value)
      sites += FieldSite.envelopeSites(in: service, edition: edition).filter { site in
        !fixed.contains { $0.joined(separator: ".") == site.path }
      }
    }
    for site in sites {
      for (note, value) in variations(of: site, in: builder.edition(of: event)) {
        var other = SampleBuilder(service, seed: seed)
        other.overrides = satisfied(site, event)
        other.overrides[site.path] = value
        samples.append(sample(event, "\(site.path) \(note)", other.body(of: event)))
      }
    }
    for site in FieldSite.mentioned(by: event, in: service, edition: builder.edition(of: event)) {
      var other = SampleBuilder(service, seed: seed)
      other.overrides[site.path] = other.value(
        of: site.field, at: site.path, in: builder.edition(of: event))
      samples.append(
        sample(event, "\(site.path), which no edition documents", other.body(of: event)))
    }
    var seen: Set<[UInt8]> = []
    return samples.filter { seen.insert($0.body).inserted }
  }

  private func sample(_ event: Event, _ note: String, _ body: JSONTree) -> Sample {
    Sample(event: event.key, note: note, body: Array("\(body)".utf8))
  }

  /// The documented values of a field, with a note each; nil for absence.
  private func variations(of site: FieldSite, in edition: Int) -> [(String, JSONTree?)] {
    let field = site.field
    guard field.constant == nil else { return [] }
    var found: [(String, JSONTree?)] = []
    let (isOptional, condition) = field.effective(in: edition)
    // A body does not show whether a condition in words holds.
    let isUnknowable = if case .text? = condition { true } else { false }
    if isOptional || isUnknowable { found.append(("absent", .none)) }
    if let table = field.codeTable(in: service), table.otherwise != nil, field.listed.isEmpty {
      found.append(("any other", table.raw == .string ? .string("any other") : .number("98765")))
    }
    found += codes(of: field, in: edition).map { ("= \($0.text)", JSONTree($0)) }
    if case .dependent(let dependency) = field.type {
      // Codes of the table that the selector of the unchanged body selects.
      found += dependentCodes(dependency, site, in: edition)
    }
    switch field.type {
    case .scalar(.bool): found += [("true", .bool(true)), ("false", .bool(false))]
    case .stringOrInteger: found += [("a number", .number("20015")), ("a string", .string("room"))]
    case .list where field.length?.value.lower ?? "0" == "0": found.append(("empty", .list([])))
    default: break
    }
    if let bounds = field.bounds?.value {
      found += [bounds.lower, bounds.upper].compactMap { $0 }.map { ("= \($0)", .number($0)) }
    } else if case .scalar(let scalar) = field.type, field.unit?.isTime != true {
      found += scalar.limits.map { ("= \($0)", .number($0)) }
    }
    found += lengths(of: field)
    if case .text(let name)? = field.format, let format = service.format(named: name.value) {
      for place in format.forms.indices {
        var builder = SampleBuilder(service, seed: seed)
        guard let text = builder.text(of: format, form: place) else { continue }
        found.append(("form \(format.forms[place].name.value)", .string(text)))
      }
    }
    return found
  }

  private func lengths(of field: Field) -> [(String, JSONTree?)] {
    guard let length = field.length?.value, field.type == .scalar(.string) else { return [] }
    let character = field.characters?.value.unicodeScalars.first.map(String.init) ?? "a"
    return [length.lower, length.upper].compactMap { $0.flatMap { Int($0) } }.map { count in
      ("of \(count) characters", .string(String(repeating: character, count: count)))
    }
  }

  /// The codes of a field that an edition documents.
  func codes(of field: Field, in edition: Int) -> [WireValue] {
    if !field.listed.isEmpty { return field.listed.map(\.value) }
    guard let table = field.codeTable(in: service) else { return [] }
    let values = table.rows.filter { $0.provenance.editions.contains(edition: edition) }.map(
      \.value)
    guard table.kind == .flags, values.count > 1 else { return values }
    // A mask can have several bits.
    let sum = values.compactMap { Int64($0.text) }.reduce(0) { $0 | $1 }
    return values + [.number("\(sum)")]
  }

  private func dependentCodes(
    _ dependency: Dependency, _ site: FieldSite, in edition: Int
  ) -> [(String, JSONTree?)] {
    var builder = SampleBuilder(service, seed: seed)
    let object = builder.object(site.siblings, at: site.parent, in: edition)
    let selector = object[dependency.selector.value[0]]
    let choice = dependency.choices.first { JSONTree($0.value) == selector }
    let rows = choice.flatMap { service.table(named: $0.table.value) }?.rows ?? []
    return rows.filter { $0.provenance.editions.contains(edition: edition) }.map {
      ("= \($0.value.text)", JSONTree($0.value))
    }
  }

  /// The values of other fields with which the condition of a field holds.
  func satisfied(_ site: FieldSite, _ event: Event) -> [String: JSONTree?] {
    let builder = SampleBuilder(service, seed: seed)
    let edition = builder.edition(of: event)
    var overrides: [String: JSONTree?] = [:]
    for clause in site.field.effective(in: edition).condition?.clauses ?? [] {
      let selector = site.siblings.first { $0.wire == clause.path.value[0] }
      let known = selector.map { codes(of: $0, in: edition) } ?? []
      let value =
        clause.isNegated
        ? known.first { !clause.values.contains($0) } : clause.values.first
      let path = "\(site.parent).\(clause.path.value[0])"
      overrides[path] = value.map { JSONTree($0) } ?? .number("77")
    }
    return overrides
  }
}

extension Scalar {
  /// The smallest and the largest integer of the type.
  fileprivate var limits: [String] {
    switch self {
    case .int, .int64: ["\(Int64.min)", "\(Int64.max)"]
    case .int32: ["\(Int32.min)", "\(Int32.max)"]
    case .uint32: ["0", "\(UInt32.max)"]
    case .uint64: ["0", "\(UInt64.max)"]
    default: []
    }
  }
}
