public import CallbackSchema
package import SchemaSource

/// Generates documented bodies: for every event a complete one, and one for each code, bound and form of each field.
public struct SampleMaker {
  let service: Service
  let seed: UInt64
  /// The fields that are varied, each at the place in an event that the fewest objects surround; nil for all fields at all places.
  let variedFields: Set<SourceRange>?

  /// - Parameter seed: the seed of the generated values; equal seeds give equal bodies.
  public init(_ service: Service, seed: UInt64) {
    self.init(service, seed: seed, varying: nil)
  }

  /// - Parameters:
  ///   - seed: the seed of the generated values; equal seeds give equal bodies.
  ///   - fields: the source ranges of the fields that are varied, each at the place in an event that the fewest objects surround;
  ///     nil for all fields at all places. Events with large objects have thousands of places, and each varied place takes a
  ///     whole body.
  package init(_ service: Service, seed: UInt64, varying fields: Set<SourceRange>?) {
    self.service = service
    self.seed = seed
    variedFields = fields
  }

  /// The places that are varied, in order.
  func varied(_ sites: [FieldSite]) -> [FieldSite] {
    guard let variedFields else { return sites }
    var depths: [SourceRange: Int] = [:]
    for site in sites {
      depths[site.field.range] = min(site.depth, depths[site.field.range] ?? .max)
    }
    var rest = variedFields
    return sites.filter { site in
      site.depth == depths[site.field.range] && rest.remove(site.field.range) != nil
    }
  }

  /// The places in the bodies of an event that are varied, with their fields.
  package func variedPlaces(of event: Event) -> [(path: String, field: Field, depth: Int)] {
    let edition = SampleBuilder(service, seed: seed).edition(of: event)
    let sites = [
      FieldSite.sites(of: event, in: service, edition: edition),
      FieldSite.envelopeSites(in: service, edition: edition),
    ]
    return sites.flatMap { varied($0) }.map { ($0.path, $0.field, $0.depth) }
  }

  /// A complete body of an event.
  public func plainSample(of event: Event) -> Sample {
    var builder = SampleBuilder(service, seed: seed)
    return sample(event, "", builder.body(of: event))
  }

  /// The samples of an event, the plain one first.
  ///
  /// - Parameter withEnvelope: whether to vary the fields of the envelope too, which are the same for all events.
  public func samples(of event: Event, withEnvelope: Bool = false) -> [Sample] {
    let builder = SampleBuilder(service, seed: seed)
    var samples = [plainSample(of: event)]
    for edition in event.provenance.editions.places.dropLast() {
      var other = SampleBuilder(service, seed: seed)
      other.preferredEdition = edition
      samples.append(
        sample(event, "as documented in \(service.editions[edition].name)", other.body(of: event)))
    }
    let edition = builder.edition(of: event)
    var sites = FieldSite.sites(of: event, in: service, edition: edition)
    if withEnvelope {
      let fixed = event.constants.map(\.path.value) + service.guards.map(\.path.value)
      sites += FieldSite.envelopeSites(in: service, edition: edition).filter { site in
        !fixed.contains { $0.joined(separator: ".") == site.path }
      }
    }
    for site in varied(sites) {
      for (note, value) in variations(of: site, in: edition) {
        var other = SampleBuilder(service, seed: seed)
        other.alternatives = site.alternatives
        other.overrides = around(site, event).merging(satisfied(site, event)) { $1 }
        other.overrides[site.path] = value
        samples.append(sample(event, "\(site.path) \(note)", other.body(of: event)))
      }
    }
    for site in FieldSite.mentioned(by: event, in: service, edition: edition) {
      var other = SampleBuilder(service, seed: seed)
      other.alternatives = site.alternatives
      other.overrides[site.path] = other.value(of: site.field, at: site.path, in: edition)
      samples.append(
        sample(event, "\(site.path), which no edition documents", other.body(of: event)))
    }
    var seen: Set<[UInt8]> = []
    return samples.filter { seen.insert($0.body).inserted }
  }

  /// The documented values of a field: a plain one, and one for each code, bound and form.
  package func values(of field: Field) -> [JSONValue] {
    let edition = field.provenance.editions.places.last ?? 0
    var builder = SampleBuilder(service, seed: seed)
    let plain = builder.value(of: field, at: field.wire, in: edition)
    let site = FieldSite(
      field: field, path: field.wire, parent: "", siblings: [field],
      candidates: service.fullEditions, isInEnvelope: false)
    return [plain] + variations(of: site, in: edition).compactMap(\.1)
  }

  private func sample(_ event: Event, _ note: String, _ body: JSONValue) -> Sample {
    Sample(
      event: event.key, note: note, body: body.encoded(as: service.encoding),
      headers: service.headers(of: event))
  }

  /// The documented values of a field, with a note each; nil for absence.
  private func variations(of site: FieldSite, in edition: Int) -> [(String, JSONValue?)] {
    let field = site.field
    guard field.constant == nil else { return [] }
    var found: [(String, JSONValue?)] = []
    let (isOptional, condition) = field.effective(in: edition)
    // A body does not show whether a condition in words holds.
    let isUnknowable = if case .text? = condition { true } else { false }
    if isOptional || isUnknowable { found.append(("absent", .none)) }
    if field.canBeNull(in: edition) { found.append(("null", .some(.null))) }
    if field.hasNullElements, field.lengths.lower <= 1, field.lengths.upper > 0 {
      found.append(("[null]", .array([.null])))
    }
    if let table = field.codeTable(in: service), table.otherwise != nil, field.listed.isEmpty {
      found.append(("any other", table.raw == .string ? .string("any other") : .number("98765")))
    }
    found += codes(of: field, in: edition).map { ("= \($0.text)", $0.json) }
    if case .dependent(let dependency) = field.type {
      // Codes of the table that the selector of the unchanged body selects.
      found += dependentCodes(dependency, site, in: edition)
    }
    switch field.type {
    case .scalar(.bool): found += [("true", .bool(true)), ("false", .bool(false))]
    case .stringOrInteger: found += [("a number", .number("20015")), ("a string", .string("room"))]
    case .list where field.lengths.lower == 0: found.append(("empty", .array([])))
    case .map: found.append(("empty", .object([])))
    case .union(let members):
      var builder = SampleBuilder(service, seed: seed)
      found += members.map { type in
        ("\(type.phrase)", builder.value(type, field, at: site.path, in: edition))
      }
    case .choice(let choice):
      var builder = SampleBuilder(service, seed: seed)
      found += choice.options.map { option in
        let value = builder.object(option, of: choice, field, at: site.path, in: edition)
        return ("\(choice.member) = \(option.value.text)", value)
      }
      found.append(("of another kind", .object([.init(choice.member, .string("another kind"))])))
    default: break
    }
    if case .scalar(let scalar) = field.type, let type = scalar.integerType, field.bounds == nil,
      field.unit?.isTime != true, field.spelled == nil
    {
      found += ["\(type.min)", "\(type.max)"].map { ("= \($0)", .number($0)) }
    }
    if field.spelled == .bool {
      found += [true, false].map { ("\($0)", field.spelling(of: .bool($0))) }
    }
    for constraint in field.constraints {
      found += boundaries(of: constraint, field, at: site.path, in: edition)
    }
    return found
  }

  /// The codes of a field that an edition documents.
  func codes(of field: Field, in edition: Int) -> [WireValue] {
    if !field.listed.isEmpty { return field.listed.map(\.value) }
    guard let table = field.codeTable(in: service) else { return [] }
    let values = table.rows.filter { $0.provenance.editions.contains(edition: edition) }.map(
      \.value)
    guard table.kind == .flags, values.count > 1 else { return values }
    // A mask can have several bits.
    return values + [.number(table.raw.digits(of: values.reduce(0) { $0 | $1.bits }))]
  }

  private func dependentCodes(
    _ dependency: Dependency, _ site: FieldSite, in edition: Int
  ) -> [(String, JSONValue?)] {
    var builder = SampleBuilder(service, seed: seed)
    let object = builder.object(site.siblings, at: site.parent, in: edition)
    let selector = object[dependency.selector.value[0]]
    let choice = dependency.choices.first { $0.value.json == selector }
    let rows = choice.flatMap { service.table(named: $0.table.value) }?.rows ?? []
    return rows.filter { $0.provenance.editions.contains(edition: edition) }.map {
      ("= \($0.value.text)", $0.value.json)
    }
  }

  /// The values of other members under which the fields around a site are there.
  func around(_ site: FieldSite, _ event: Event) -> [String: JSONValue?] {
    site.enclosing.reduce(into: [:]) { $0.merge(satisfied($1, event)) { $1 } }
  }

  /// The values of other fields with which the condition of a field holds.
  func satisfied(_ site: FieldSite, _ event: Event) -> [String: JSONValue?] {
    let builder = SampleBuilder(service, seed: seed)
    let edition = builder.edition(of: event)
    var overrides: [String: JSONValue?] = [:]
    for clause in site.field.effective(in: edition).condition?.clauses ?? [] {
      let selector = site.siblings.first { $0.wire == clause.path.value[0] }
      let known = selector.map { codes(of: $0, in: edition) } ?? []
      let value =
        clause.isNegated
        ? known.first { !clause.values.contains($0) } : clause.values.first
      overrides[site.path(of: clause.path.value[0])] = value.map { $0.json } ?? .number("77")
    }
    return overrides
  }
}
