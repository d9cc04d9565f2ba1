import CallbackSchema

/// A field as it occurs in the bodies of an event.
struct FieldSite {
  var field: Field
  /// The path from the root of the body: `payload.details.fileList[0].fileName`.
  var path: String
  /// The path of the enclosing object.
  var parent: String
  var siblings: [Field]
  /// The editions that document the enclosing object, which a body with it may follow.
  var candidates: EditionSet
  var isInEnvelope: Bool
  /// The alternatives of the unions and choices around the field, by path.
  var alternatives: [String: Int] = [:]
  /// The fields around it that have conditions on other members, outermost first.
  var enclosing: [FieldSite] = []
  /// The member of the envelope that is lost if the field fails to decode; nil in an event, which is then malformed.
  var holder: Holder?

  struct Holder {
    var path: String
    var isExpectedBySome: Bool
  }

  /// The number of objects around the field, the body included.
  var depth: Int { path.utf8.count { $0 == UInt8(ascii: ".") } + 1 }

  /// The path of another member of the enclosing object.
  func path(of sibling: String) -> String { parent.isEmpty ? sibling : "\(parent).\(sibling)" }

  /// Whether the id of an event satisfies the clauses of the condition that name discriminators; nil without such a clause.
  func isExpected(by event: Event, in service: Service, edition: Int) -> Bool? {
    let clauses = field.effective(in: edition).condition?.clauses ?? []
    let results = clauses.compactMap { clause -> Bool? in
      let value = service.idValue(at: path(of: clause.path.value[0]), of: event)
      return value.map { clause.values.contains($0) != clause.isNegated }
    }
    return results.isEmpty ? nil : results.allSatisfy(\.self)
  }

  /// Whether every candidate expects the field, so that its absence is a finding in any body.
  var isExpectedByAll: Bool {
    !candidates.isEmpty && field.expectedEditions.isSuperset(of: candidates)
  }

  /// Whether only some candidates expect it, so that the rest of the body decides about a finding.
  var isExpectedBySome: Bool {
    !isExpectedByAll && !field.expectedEditions.intersection(candidates).isEmpty
  }

  /// Every field in an event's payload that an edition documents, in order; of arrays, the first element.
  static func sites(of event: Event, in service: Service, edition: Int) -> [FieldSite] {
    let own = service.discriminators.map(\.value.path)
    let walk = FieldWalk(service: service, edition: edition)
    return walk.limited { $0.payload(of: event) }.filter { site in
      site.field.provenance.editions.contains(edition: edition)
        && !own.contains { !$0.isEmpty && $0.joined(separator: ".") == site.path }
    }
  }

  /// Every field of the payload and the envelope that only examples, prose or traffic document.
  static func mentioned(by event: Event, in service: Service, edition: Int) -> [FieldSite] {
    let walk = FieldWalk(service: service, edition: edition)
    let sites = walk.limited { $0.payload(of: event) } + walk.limited { $0.envelope() }
    return sites.filter { $0.field.provenance.editions.isEmpty }
  }

  /// Every leaf of the envelope that an edition documents, except the discriminator and the payload.
  static func envelopeSites(in service: Service, edition: Int) -> [FieldSite] {
    let own = (service.discriminators + [service.payload]).map {
      $0.value.path.joined(separator: ".")
    }
    return FieldWalk(service: service, edition: edition).limited { $0.envelope() }.filter {
      !own.contains($0.path) && $0.field.provenance.editions.contains(edition: edition)
    }
  }
}

extension Service {
  /// The value of the discriminator at a path in an event; nil if the event can have any, and for any other path.
  fileprivate func idValue(at path: String, of event: Event) -> WireValue? {
    let place = discriminators.firstIndex { place in
      !place.value.path.isEmpty && place.value.path.joined(separator: ".") == path
    }
    guard let place else { return nil }
    guard isListed else { return event.id.value }
    return event.idParts.indices.contains(place) ? .string(event.idParts[place]) : nil
  }
}

/// The fields that an edition documents, or none.
private struct FieldWalk {
  /// The number of places above which each object is shown at its first place only: objects inside each other multiply.
  static let maximum = 2000

  let service: Service
  let edition: Int
  /// The number of places that were found.
  private var count = 0
  /// The objects that were shown; nil if each is shown at all its places.
  private var shown: Set<String>?

  init(service: Service, edition: Int) {
    self.service = service
    self.edition = edition
  }

  /// The sites that a walk finds, or those of the first place of each object if there are too many.
  func limited(_ walk: (inout FieldWalk) -> [FieldSite]) -> [FieldSite] {
    var all = self
    let sites = walk(&all)
    if all.count <= Self.maximum { return sites }
    var first = self
    first.shown = []
    return walk(&first)
  }

  mutating func payload(of event: Event) -> [FieldSite] {
    let provenance = service.object(of: event)?.provenance ?? event.provenance
    return sites(
      service.fields(of: event), at: service.payloadLocation(of: event).text, provenance.editions,
      open: [event.object?.value].compactMap { $0 })
  }

  mutating func envelope() -> [FieldSite] {
    sites(service.envelope, at: "", service.fullEditions, isInEnvelope: true)
  }

  private mutating func sites(
    _ fields: [Field], at parent: String, _ candidates: EditionSet, isInEnvelope: Bool = false,
    open: [String] = [], in alternatives: [String: Int] = [:]
  ) -> [FieldSite] {
    let here = fields.filter {
      $0.provenance.editions.contains(edition: edition) || $0.provenance.editions.isEmpty
    }
    return here.flatMap { field -> [FieldSite] in
      count += 1
      guard shown != nil || count <= Self.maximum else { return [] }
      let path = parent.isEmpty ? field.wire : "\(parent).\(field.wire)"
      let site = FieldSite(
        field: field, path: path, parent: parent, siblings: fields, candidates: candidates,
        isInEnvelope: isInEnvelope, alternatives: alternatives)
      var inner = members(
        field.type, at: path, candidates, isInEnvelope: isInEnvelope, open, alternatives)
      if field.effective(in: edition).condition?.clauses != nil {
        for place in inner.indices { inner[place].enclosing.insert(site, at: 0) }
      }
      if isInEnvelope, case .nested = field.type { return inner }
      if isInEnvelope {
        // What fails to decode inside a value of the envelope costs that value.
        let holder = FieldSite.Holder(
          path: path, isExpectedBySome: site.isExpectedBySome)
        return [site]
          + inner.map { site in
            var site = site
            site.holder = holder
            return site
          }
      }
      return [site] + inner
    }
  }

  private mutating func members(
    _ type: FieldType, at path: String, _ candidates: EditionSet, isInEnvelope: Bool = false,
    _ open: [String], _ alternatives: [String: Int]
  ) -> [FieldSite] {
    guard path.utf8.count < 2000 else { return [] }
    switch type {
    case .nested(let fields):
      return sites(
        fields, at: path, candidates, isInEnvelope: isInEnvelope, open: open, in: alternatives)
    case .object(let name):
      // Of a recursive object, some levels show all.
      guard open.count(where: { $0 == name }) < SampleBuilder.maximumRecursion - 1 else {
        return []
      }
      if shown?.insert(name).inserted == false { return [] }
      guard let object = service.object(named: name) else { return [] }
      let narrowed = object.provenance.editions.intersection(candidates)
      return sites(
        service.fields(of: object), at: path, narrowed.isEmpty ? candidates : narrowed,
        open: open + [name], in: alternatives)
    case .list(let element):
      return members(element, at: "\(path)[0]", candidates, open, alternatives)
    case .map(let element):
      return members(element, at: "\(path).key", candidates, open, alternatives)
    case .union(let types):
      return types.enumerated().flatMap { place, type in
        let alternatives = alternatives.merging([path: place]) { $1 }
        return members(type, at: path, candidates, open, alternatives)
      }
    case .choice(let choice):
      return choice.options.enumerated().flatMap { place, option in
        let alternatives = alternatives.merging([path: place]) { $1 }
        // Another value of the selecting member is another object.
        return members(.object(option.object.value), at: path, candidates, open, alternatives)
          .filter { $0.path != "\(path).\(choice.member)" }
      }
    default: return []
    }
  }
}
