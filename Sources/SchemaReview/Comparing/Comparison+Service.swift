import CallbackSchema
import SchemaSource

extension Comparison {
  private var whole: Spot { Spot("service") }
  private var ranges: Ranges { (old.range, new.range) }

  mutating func compareService() {
    if old.name != new.name {
      note(
        .serviceRenamed, at: whole, "module \(old.name) is \(new.name)",
        old: (old.name, old.range), new: (new.name, new.range))
    } else if old.namespace.value != new.namespace.value {
      note(
        .namespaceChanged, at: whole,
        "namespace \(old.namespace.value) is \(new.namespace.value)",
        old: (old.namespace.value, old.namespace.range),
        new: (new.namespace.value, new.namespace.range))
    }
    compareWords("title", old.title, new.title, at: whole, ranges)
    compareWords("doc", old.doc, new.doc, at: whole, ranges)
    compareGuards()
    comparePlaces()
    if !isOfEditions { compareEditions() }
    let omissions = (old.omissions.map(Self.omission), new.omissions.map(Self.omission))
    if Set(omissions.0) != Set(omissions.1) {
      note(
        .omissionChanged, at: whole, "other parts of the pages are left out",
        old: (omissions.0.joined(separator: " "), old.omissions.first?.range ?? old.range),
        new: (omissions.1.joined(separator: " "), new.omissions.first?.range ?? new.range))
    }
    compare(
      fields: (old.envelope, new.envelope), at: envelopeSpot)
  }

  private var envelopeSpot: Spot {
    var spot = Spot("envelope")
    spot.editions = Set(new.names(of: new.fullEditions))
    return spot
  }

  private static func omission(_ omission: Omission) -> String {
    "\(omission.section): \(omission.because)"
  }

  private mutating func compareGuards() {
    let guards = old.guards.map(renamed)
    let (before, after) = (Facets.clauses(guards), Facets.clauses(new.guards))
    guard before != after else { return }
    // Every clause of tomorrow's keeps out at least what yesterday's did.
    let isNarrower = guards.allSatisfy { clause in
      new.guards.contains { other in
        other.path.value == clause.path.value && other.isNegated == clause.isNegated
          && (clause.isNegated
            ? Set(clause.values).isSubset(of: other.values)
            : Set(other.values).isSubset(of: clause.values))
      }
    }
    note(
      isNarrower ? .guardNarrowed : .guardWidened, at: whole,
      "only bodies with \(after.isEmpty ? "anything" : after)",
      old: (before, old.guards.first?.path.range ?? old.range),
      new: (after, new.guards.first?.path.range ?? new.range))
  }

  /// A place as tomorrow's envelope spells it.
  func renamed(_ place: Place) -> Place {
    guard case .member(let path) = place else { return place }
    return .member(renamed(path))
  }

  /// A path of the envelope as tomorrow spells it.
  func renamed(_ path: [String]) -> [String] {
    envelopeRenames[path.joined(separator: ".")].map { $0.split(separator: ".").map(String.init) }
      ?? path
  }

  func renamed(_ clause: Condition.Clause) -> Condition.Clause {
    var clause = clause
    clause.path.value = renamed(clause.path.value)
    return clause
  }

  private mutating func comparePlaces() {
    func compare(
      _ rule: ReviewRule, _ what: String, _ first: Located<Place>, _ second: Located<Place>
    ) {
      guard renamed(first.value) != second.value else { return }
      note(
        rule, at: whole, "\(what) \(second.value.text), not \(first.value.text)",
        old: (first.value.text, first.range), new: (second.value.text, second.range))
    }
    compare(.discriminatorMoved, "events are told by", old.discriminator, new.discriminator)
    compare(.payloadMoved, "the event's own fields lie in", old.payload, new.payload)
  }

  private mutating func compareEditions() {
    for edition in old.editions {
      let spot = Spot("editions", edition.name, isGroup: false)
      guard let other = new.editions.first(where: { $0.name == edition.name }) else {
        note(
          .editionRemoved, at: spot, "edition \(edition.name)", old: (edition.name, edition.range),
          new: nil)
        continue
      }
      let ranges = (edition.range, other.range)
      let (before, after) = (Self.nature(edition), Self.nature(other))
      if before != after {
        note(
          .editionChanged, at: spot, "\(edition.name) is a \(after), was a \(before)",
          old: (before, edition.range), new: (after, other.range))
      }
      compareWords("title", edition.title, other.title, at: spot, ranges)
      compareWords("date", edition.date, other.date, at: spot, ranges)
      compareWords("url", edition.url, other.url, at: spot, ranges)
    }
    for edition in new.editions where !old.editions.contains(where: { $0.name == edition.name }) {
      note(
        .editionAdded,
        at: Spot("editions", edition.name, isGroup: false),
        "edition \(edition.name)", old: nil, new: (edition.name, edition.range))
    }
  }

  private static func nature(_ edition: Edition) -> String {
    "\(edition.isPartial ? "partial " : "")\(edition.kind.rawValue)"
  }
}
