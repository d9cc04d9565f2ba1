import CallbackSchema
import SchemaSource

extension Comparison {
  /// Compares what the schema states about the service as a whole, and the envelope.
  mutating func compareService() {
    let service = ComparedElement("service")
    let ranges = (old.range, new.range)
    if old.name != new.name {
      note(
        .serviceRenamed, at: service, "service \(old.name) renamed to \(new.name)",
        old: (old.name, old.range), new: (new.name, new.range))
    } else if old.namespace.value != new.namespace.value {
      note(
        .namespaceChanged, at: service,
        "namespace \(old.namespace.value) renamed to \(new.namespace.value)",
        old: (old.namespace.value, old.namespace.range),
        new: (new.namespace.value, new.namespace.range))
    }
    compareDocumentation("title", old.title, new.title, at: service, ranges)
    compareDocumentation("doc", old.doc, new.doc, at: service, ranges)
    compareGuards(at: service)
    comparePlaces(at: service)
    if !isOfEditions { compareEditions() }
    let omissions = (old.omissions.map(Self.omission), new.omissions.map(Self.omission))
    if Set(omissions.0) != Set(omissions.1) {
      note(
        .omissionChanged, at: service, "list of sections that are not modelled changed",
        old: (omissions.0.joined(separator: " "), old.omissions.first?.range ?? old.range),
        new: (omissions.1.joined(separator: " "), new.omissions.first?.range ?? new.range))
    }
    var envelope = ComparedElement("envelope")
    envelope.addedEditions = Set(new.names(of: new.fullEditions))
      .subtracting(old.names(of: old.fullEditions))
    compare(fields: (old.envelope, new.envelope), at: envelope)
  }

  private static func omission(_ omission: Omission) -> String {
    "\(omission.section): \(omission.because)"
  }

  /// Compares which bodies belong to the service.
  private mutating func compareGuards(at service: ComparedElement) {
    let guards = old.guards.map(renamed)
    let (before, after) = (SchemaText.clauses(guards), SchemaText.clauses(new.guards))
    guard before != after else { return }
    // Narrower if each old clause has a new one on the same member that excludes at least as much.
    let wider = guards.filter { clause in
      !new.guards.contains { other in
        other.path.value == clause.path.value && other.isNegated == clause.isNegated
          && (clause.isNegated
            ? Set(clause.values).isSubset(of: other.values)
            : Set(other.values).isSubset(of: clause.values))
      }
    }
    let rule: ReviewRule =
      guards.isEmpty
      ? .guardAdded
      : new.guards.isEmpty
        ? .guardRemoved
        : wider.isEmpty
          ? .guardNarrowed : wider.allSatisfy(holdsForKnownEvents) ? .guardExtended : .guardWidened
    noteChange(
      rule, of: "accepted bodies", at: service,
      (before.isEmpty ? "all" : before, old.guards.first?.path.range ?? old.range),
      (after.isEmpty ? "all" : after, new.guards.first?.path.range ?? new.range))
  }

  /// Whether an old clause holds for every event that both states have, because the events have constants on its member.
  private func holdsForKnownEvents(_ clause: Condition.Clause) -> Bool {
    let known = Set(matching.events.values)
    return new.events.filter { known.contains($0.key) }.allSatisfy { event in
      event.constants.contains { constant in
        constant.path.value == clause.path.value
          && constant.provenance.editions.isSuperset(of: event.provenance.editions)
          && clause.values.contains(constant.value.value) != clause.isNegated
      }
    }
  }

  /// A place with the names of the new envelope.
  func renamed(_ place: Place) -> Place {
    switch place {
    case .member(let path): return .member(renamed(path))
    case .key(let path): return .key(path.isEmpty ? [] : renamed(path))
    case .body, .header: return place
    }
  }

  /// A path in the envelope with the names of the new state.
  func renamed(_ path: [String]) -> [String] {
    envelopeRenames[path.joined(separator: ".")].map { $0.split(separator: ".").map(String.init) }
      ?? path
  }

  /// A clause about the envelope with the names of the new state.
  func renamed(_ clause: Condition.Clause) -> Condition.Clause {
    var clause = clause
    clause.path.value = renamed(clause.path.value)
    return clause
  }

  /// Compares where a body has the event's ID and its payload.
  private mutating func comparePlaces(at service: ComparedElement) {
    func compare(
      _ rule: ReviewRule, _ what: String, _ first: Located<Place>, _ second: Located<Place>
    ) {
      guard renamed(first.value) != second.value else { return }
      noteChange(
        rule, of: what, at: service, (first.value.text, first.range),
        (second.value.text, second.range))
    }
    let before = old.discriminators.map { renamed($0.value).text }.joined(separator: ", ")
    if before != new.discriminatorText || old.isListed != new.isListed {
      noteChange(
        .discriminatorMoved, of: "event discriminator", at: service,
        (old.discriminatorText, old.discriminator.range),
        (new.discriminatorText, new.discriminator.range))
    }
    // The payload is the value of the key, which the discriminator tells.
    if old.keyPath == nil || new.keyPath == nil {
      compare(.payloadMoved, "event payload", old.payload, new.payload)
    }
    if old.encoding != new.encoding {
      noteChange(
        old.encoding == .json ? .bodyEncodingAdded : .bodyEncodingRemoved,
        of: "encoding of the body", at: service,
        (old.encoding.rawValue, old.range), (new.encoding.rawValue, new.range))
    }
  }
}
