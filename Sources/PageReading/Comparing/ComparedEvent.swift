import CallbackSchema
import SchemaSource

/// An event in the form in which a page is compared with a schema, or with another page.
struct ComparedEvent {
  /// The value of the discriminator; nil if a page does not show it.
  var id: String?
  /// The names: of a schema the key, the constant and the ID, of a page what it calls the event.
  var names: [String]
  var constant: String?
  var version: String?
  /// The name of the event in paths.
  var label: String
  /// Whether the page has a section about it.
  var hasSection = true
  /// The names of its fields, by which a renamed event is recognized.
  var fieldNames: Set<String> = []
  var page: PageEvent?
  var schema: Event?
  /// The editions for which the section speaks; only for an event of a schema.
  var editions: Set<Int> = []
  /// Whether its absence from the page is a difference.
  var isDemanded = true

  /// An event of a page.
  init(_ event: PageEvent) {
    id = event.id
    names = [event.name, event.constant].compactMap { $0 }
    constant = event.constant
    version = event.version
    label = event.label
    hasSection = event.hasSection
    fieldNames = Set(event.fields.map(\.name))
    page = event
  }

  /// An event of a schema, as a section of a page describes it.
  init(_ event: Event, of service: Service, version: String?, editions: Set<Int>) {
    id = event.id.value.text
    names = [event.key, event.constant, event.id.value.text].compactMap { $0 }
    constant = event.constant
    self.version = version
    label = version.map { "\(event.key)(\($0))" } ?? event.key
    fieldNames = Set(service.fields(of: event).map(\.wire))
    schema = event
    self.editions = editions
  }
}

/// The pairs of events that are the same on both sides.
struct EventAlignment {
  private(set) var pairs: [(first: ComparedEvent, second: ComparedEvent)] = []
  private(set) var removed: [ComparedEvent] = []
  private(set) var added: [ComparedEvent] = []

  /// Whether the names of a pair are compared: pages that call events by a title have no names of the vendor.
  private(set) var comparesNames = true

  init(_ first: [ComparedEvent], _ second: [ComparedEvent]) {
    var partner: [Int?] = Array(repeating: nil, count: first.count)
    var taken: Set<Int> = []
    let (firstPlaces, places) = (Places(first), Places(second))
    func match(
      sections: Bool, _ candidates: (ComparedEvent) -> [Int],
      _ isSame: (ComparedEvent, ComparedEvent) -> Bool
    ) {
      for place in first.indices where partner[place] == nil {
        let other = candidates(first[place]).filter {
          !taken.contains($0) && second[$0].hasSection == sections
            && isSame(first[place], second[$0])
        }.min()
        guard let other else { continue }
        partner[place] = other
        taken.insert(other)
      }
    }
    for sections in [true, false] {
      match(sections: sections, places.named(like:)) { $0.id == $1.id && $0.version == $1.version }
      match(sections: sections, places.identified(like:)) { $0.version == $1.version }
      match(sections: sections, places.named(like:)) { $0.version == $1.version }
      if sections {
        matchRenamed(first, second, &partner, &taken)
      }
    }
    // A row of the index for an event whose section has a new name.
    for place in second.indices where !taken.contains(place) && !second[place].hasSection {
      let event = second[place]
      let others = firstPlaces.named(like: event) + firstPlaces.identified(like: event)
      let isKnown = others.contains {
        partner[$0] != nil && first[$0].version == event.version
      }
      if isKnown { taken.insert(place) }
    }
    for place in first.indices {
      if let other = partner[place] { pairs.append((first[place], second[other])) }
    }
    removed = first.indices.filter { partner[$0] == nil }.map { first[$0] }
    added = second.indices.filter { !taken.contains($0) }.map { second[$0] }
    let named = pairs.filter { !$0.first.names.isEmpty && !$0.second.names.isEmpty }
    let same = named.filter { $0.first.isNamed(like: $0.second) }.count
    comparesNames = named.count == 1 || same * 2 >= named.count
  }

  /// The places of events by their names and by their ids.
  private struct Places {
    private var byName: [String: [Int]] = [:]
    private var byID: [String: [Int]] = [:]

    init(_ events: [ComparedEvent]) {
      for (place, event) in events.enumerated() {
        for name in Set(event.names) { byName[name, default: []].append(place) }
        if let id = event.id { byID[id, default: []].append(place) }
      }
    }

    /// The events that have a name of another one.
    func named(like event: ComparedEvent) -> [Int] { event.names.flatMap { byName[$0] ?? [] } }

    /// The events that have the id of another one.
    func identified(like event: ComparedEvent) -> [Int] { event.id.flatMap { byID[$0] } ?? [] }
  }

  /// Pairs sections without a counterpart that have the same fields, and the same events before and after them.
  ///
  /// One neighbor is enough where both sides lack as many events: a schema with many more events than the page has some
  /// with the same fields.
  private func matchRenamed(
    _ first: [ComparedEvent], _ second: [ComparedEvent], _ partner: inout [Int?],
    _ taken: inout Set<Int>
  ) {
    let sections = second.indices.filter { second[$0].hasSection }
    let missing = partner.filter { $0 == nil }.count
    let isBalanced = missing == sections.filter { !taken.contains($0) }.count
    for place in first.indices where partner[place] == nil && !first[place].fieldNames.isEmpty {
      let before = place > 0 ? partner[place - 1] : nil
      let after = place + 1 < first.count ? partner[place + 1] : nil
      let other = sections.enumerated().first { position, index in
        guard !taken.contains(index), first[place].version == second[index].version else {
          return false
        }
        let names = (first[place].fieldNames, second[index].fieldNames)
        guard names.0.intersection(names.1).count * 5 >= names.0.union(names.1).count * 4 else {
          return false
        }
        let isAfter = position > 0 ? sections[position - 1] == before : before == nil
        let isBefore =
          position + 1 < sections.count ? sections[position + 1] == after : after == nil
        return isBalanced ? isAfter || isBefore : isAfter && isBefore
      }
      guard let other else { continue }
      partner[place] = other.element
      taken.insert(other.element)
    }
  }
}

extension ComparedEvent {
  /// Whether the names have one in common.
  func isNamed(like other: ComparedEvent) -> Bool {
    names.contains { other.names.contains($0) }
  }
}
