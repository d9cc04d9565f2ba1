public import CallbackSchema
import SchemaReview

extension PageRevision {
  /// Compares two states of a page.
  ///
  /// - Parameters:
  ///   - old: what the old page declares.
  ///   - new: what the new page declares.
  ///   - service: the service whose schema gives the changes their verdicts; nil without a schema.
  ///   - edition: the edition of the page; nil if its headings name the editions.
  public init(
    from old: PageFacts, to new: PageFacts, of service: Service? = nil, edition: String? = nil
  ) {
    var comparison = RevisionComparison(old, new, labels: EventLabels(service))
    comparison.compareScopes()
    comparison.compareEvents()
    var revision = PageRevision(
      oldPath: old.path, newPath: new.path, service: service?.name,
      changes: comparison.merged, unread: (old.unread, new.unread))
    if let service {
      revision.review(old, new, of: service, edition: edition, moved: comparison.movedMeanings)
    }
    self = revision
  }

  /// Adds the changes of the schema as each state of the page would have it.
  private mutating func review(
    _ old: PageFacts, _ new: PageFacts, of service: Service, edition: String?,
    moved: Set<[String]>
  ) {
    let base = edition.flatMap { Review.edition($0, of: service) } ?? service
    func model(_ facts: PageFacts, beside other: PageFacts) -> Service {
      var model = PageModel(facts, over: base, of: service)
      model.movedMeanings = moved
      return model.service(beside: other)
    }
    for effect in Review(model(old, beside: new), model(new, beside: old)).changes {
      // The name of a field's own type is listed under the field.
      let field = effect.path.split(separator: " ").first.map(String.init) ?? effect.path
      let path = PagePath.components(of: field)
      let places = changes.indices.filter { place in
        let paths = changes[place].sharedBy + [changes[place].path]
        return paths.contains { path.starts(with: PagePath.components(of: $0)) }
      }
      // The change with the longest path is the nearest one.
      let nearest = places.max {
        PagePath.components(of: changes[$0].path).count
          < PagePath.components(of: changes[$1].path).count
      }
      if let nearest {
        changes[nearest].effects.append(effect)
      } else if !effect.rule.isHarmless {
        otherEffects.append(effect)
      }
    }
  }
}

/// The names of events in paths: the keys of a schema, and without one what the page calls them.
struct EventLabels {
  private let service: Service?

  init(_ service: Service?) { self.service = service }

  /// The event of the schema that a section describes; nil if it has none.
  func known(_ event: PageEvent) -> Event? {
    service?.events.first { $0.id.value.text == event.id }
      ?? service?.events.first { known in
        [event.name, event.constant].contains {
          $0 != nil && [known.key, known.constant].contains($0)
        }
      }
  }

  func label(_ event: PageEvent) -> String {
    let name = known(event)?.key ?? event.name ?? event.constant ?? event.id ?? "?"
    return event.version.map { "\(name)(\($0))" } ?? name
  }
}

/// The state of the comparison of two states of a page.
private struct RevisionComparison {
  let old: PageFacts
  let new: PageFacts
  let labels: EventLabels
  private let comparison: FieldComparison
  private var found: [(change: PageChange, key: [String])] = []
  /// The paths of the fields whose codes have meanings that other codes had.
  private(set) var movedMeanings: Set<[String]> = []

  init(_ old: PageFacts, _ new: PageFacts, labels: EventLabels) {
    self.old = old
    self.new = new
    self.labels = labels
    var comparison = FieldComparison()
    comparison.comparesMeanings = old.script == new.script
    self.comparison = comparison
  }

  /// The changes in the order of the new page; those of one shared declaration are one.
  var merged: [PageChange] {
    var places: [[String]: Int] = [:]
    var merged: [PageChange] = []
    for (change, key) in found {
      if let place = places[key] {
        if merged[place].sharedBy.isEmpty { merged[place].sharedBy = [merged[place].path] }
        merged[place].sharedBy.append(change.path)
      } else {
        places[key] = merged.count
        merged.append(change)
      }
    }
    return merged
  }

  private mutating func add(
    _ kind: PageChange.Kind, at path: String, _ message: String, old: PagePosition?,
    new: PagePosition?, isCertain: Bool = true, doubts: Set<Doubt> = []
  ) {
    let change = PageChange(
      kind: kind, path: path, message: message, old: old, new: new, isCertain: isCertain,
      doubts: doubts.sorted())
    func text(_ position: PagePosition?) -> String {
      position.map { "\($0.line):\($0.column)" } ?? ""
    }
    found.append((change, [kind.rawValue, message, text(old), text(new)]))
  }

  // MARK: Events

  mutating func compareEvents() {
    let alignment = EventAlignment(
      old.events.map(ComparedEvent.init), new.events.map(ComparedEvent.init))
    for (first, second) in alignment.pairs {
      guard let before = first.page, let after = second.page else { continue }
      let path = "events.\(labels.label(before))"
      var parts: [String] = []
      if let id = before.id, let other = after.id, id != other {
        parts.append("ID \(other), previously \(id)")
      }
      if !first.names.isEmpty, !second.names.isEmpty, !first.isNamed(like: second),
        alignment.comparesNames
      {
        parts.append("name `\(second.names[0])`, previously `\(first.names[0])`")
      }
      if !parts.isEmpty {
        add(
          .eventRenamed, at: path, "event \(first.title): \(parts.joined(separator: ", "))",
          old: before.position, new: after.position)
      }
      if first.hasSection != second.hasSection {
        let verb = second.hasSection ? "added" : "removed; the index still lists it"
        add(
          second.hasSection ? .sectionAdded : .sectionRemoved, at: path,
          "section about event \(first.title) \(verb)", old: before.position, new: after.position)
        continue
      }
      let place = RevisionPlace(path: path, old: before.position, new: after.position)
      for difference in differences(before.fields, after.fields) { note(difference, at: place) }
    }
    for event in alignment.removed {
      guard let page = event.page else { continue }
      add(
        .eventRemoved, at: "events.\(labels.label(page))", "event \(event.title) removed",
        old: page.position, new: nil)
    }
    for event in alignment.added {
      guard let page = event.page else { continue }
      let count = page.fields.count
      let fields = count == 0 ? "" : ", with \(count) field\(count == 1 ? "" : "s")"
      add(
        .eventAdded, at: "events.\(labels.label(page))", "event \(event.title) added\(fields)",
        old: nil, new: page.position, isCertain: page.doubts.isEmpty, doubts: page.doubts)
    }
  }

  // MARK: Fields

  mutating func compareScopes() {
    var places: [String] = []
    for scope in old.scopes + new.scopes where !places.contains(scope.place) {
      places.append(scope.place)
    }
    var found: [(FieldDifference, RevisionPlace)] = []
    for place in places {
      let before = old.scopes.filter { $0.place == place }
      let after = new.scopes.filter { $0.place == place }
      // A place that one of the pages does not describe may be on another page.
      guard let first = before.first, let second = after.first else { continue }
      let isBody = place == "." || place.isEmpty
      let path = place == "headers" ? place : isBody ? "envelope" : "envelope.\(place)"
      let at = RevisionPlace(path: path, old: first.position, new: second.position)
      let united = differences(before.flatMap(\.fields), after.flatMap(\.fields))
      let groups = (ScopeGroups.alternatives(before), ScopeGroups.alternatives(after))
      // Alternatives are paired by their order; of other numbers of them only the union is compared.
      let pairs = groups.0.count == groups.1.count ? Array(zip(groups.0, groups.1)) : []
      let joined = ScopeGroups.joined(united, pairs.map { differences($0.fields, $1.fields) })
      found += joined.united.map { ($0, at) }
      for (pair, differences) in zip(pairs, joined.groups) {
        let own = RevisionPlace(path: path, old: pair.0.position, new: pair.1.position)
        found += differences.map { ($0, own) }
      }
    }
    for (difference, place) in ScopeMoves.joined(found) { note(difference, at: place) }
  }

  /// Where fields are compared: the path, and the positions of the sections.
  private struct RevisionPlace: ComparedPlace {
    var path: String
    var old: PagePosition
    var new: PagePosition
  }

  private func differences(_ before: [PageField], _ after: [PageField]) -> [FieldDifference] {
    comparison.differences(ComparedField.tree(of: before), ComparedField.tree(of: after))
  }

  private mutating func note(_ difference: FieldDifference, at place: RevisionPlace) {
    let path = "\(place.path).\(difference.path)"
    let (old, new) = (place.old, place.new)
    let (first, second) = (difference.first?.page, difference.second?.page)
    let name = difference.first?.name ?? difference.second?.name ?? ""
    func add(
      _ kind: PageChange.Kind, _ message: String, isAddition: Bool = false,
      isRemoval: Bool = false
    ) {
      self.add(
        kind, at: path, message, old: isAddition ? nil : first?.position ?? old,
        new: isRemoval ? nil : second?.position ?? new, isCertain: difference.isCertain,
        doubts: difference.doubts)
    }
    let others =
      difference.isInOtherGroup ? "; another group of fields at the same place has it" : ""
    switch difference.kind {
    case .added:
      add(
        .fieldAdded, "`\(name)`\(Self.summary(difference.second)) added\(others)", isAddition: true)
    case .removed:
      add(
        .fieldRemoved, "`\(name)`\(Self.summary(difference.first)) removed\(others)",
        isRemoval: true)
    case .moved(let names, let from, let to):
      func place(_ path: String) -> String { path.isEmpty ? "to the top level" : "into `\(path)`" }
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      add(
        .fieldMoved,
        "\(list) moved \(place(to)), previously \(from.isEmpty ? "at the top level" : "in `\(from)`")"
      )
    case .renamed(let from, let to): add(.fieldRenamed, "`\(from)` renamed `\(to)`")
    case .type(let from, let to, _):
      add(
        .type, "type of `\(name)`: \(second?.typeWord ?? to), previously \(first?.typeWord ?? from)"
      )
    case .values(let values):
      add(.values, "values of `\(name)`: \(values.changeWording)")
      if values.moved.contains(where: { !$0.isReworded }) {
        movedMeanings.insert(PagePath.components(of: path))
      }
    case .presence(let isRequired):
      add(
        .presence,
        "`\(name)` is \(isRequired ? "required, previously optional" : "optional, previously required")"
      )
    // Only a schema has readings.
    case .readingGone: break
    }
  }

  /// The type and the number of members in parentheses.
  private static func summary(_ field: ComparedField?) -> String {
    guard let field else { return "" }
    let count = field.memberCount
    let parts = [
      field.page?.typeWord, count == 0 ? nil : "\(count) member\(count == 1 ? "" : "s")",
    ].compactMap { $0 }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}

extension ValueDifference {
  /// The difference in words: `6` added; `3` means what `4` meant.
  fileprivate var changeWording: String {
    func list(_ values: [ComparedValue]) -> String {
      values.map { value in
        let label = isGrouped ? value.group.map { " of '\($0)'" } : nil
        return "`\(value.text)`\(label ?? "")"
      }.joined(separator: ", ")
    }
    var parts: [String] = []
    if !added.isEmpty { parts.append("\(list(added)) added") }
    if !removed.isEmpty {
      parts.append(isListGone ? "the list of \(list(removed)) removed" : "\(list(removed)) removed")
    }
    parts += moved.map {
      "`\($0.value.text)` means what `\($0.earlier.text)` meant"
        + ($0.isReworded ? ", in other words" : "")
    }
    parts += renamed.map {
      "the constant of `\($0.old.text)` is `\($0.new.constant ?? "")`, previously `\($0.old.constant ?? "")`"
    }
    return parts.joined(separator: "; ")
  }
}

extension PageFacts {
  /// The scripts of writing of a page.
  enum Script: Hashable {
    case latin, chinese, japanese, other
  }

  /// The script of the meanings of values; meanings in different scripts cannot be compared.
  var script: Script {
    let values = (events.flatMap(\.fields) + scopes.flatMap(\.fields)).flatMap(\.values)
      .map(\.meaning)
    var counts: [Script: Int] = [:]
    for scalar in values.lazy.flatMap(\.unicodeScalars) {
      switch scalar.value {
      case 0x3040...0x30FF: counts[.japanese, default: 0] += 1
      case 0x4E00...0x9FFF: counts[.chinese, default: 0] += 1
      case 0x41...0x5A, 0x61...0x7A: counts[.latin, default: 0] += 1
      case 0x400...0x4FF, 0xAC00...0xD7AF, 0x600...0x6FF: counts[.other, default: 0] += 1
      default: break
      }
    }
    // Chinese characters are also in Japanese texts, and Latin letters in both.
    let total = counts.values.reduce(0, +)
    if counts[.japanese, default: 0] * 20 > total { return .japanese }
    if counts[.chinese, default: 0] * 5 > total { return .chinese }
    return counts[.other, default: 0] * 2 > total ? .other : .latin
  }
}
