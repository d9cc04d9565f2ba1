import CallbackSchema
import PayloadValidation

/// The removed and the added fields of a comparison, among which moved fields are found.
struct FieldMoves {
  struct Entry {
    var field: Field
    var element: ComparedElement
    /// Whether the field was removed or added as part of the field that contains it.
    var isNested: Bool
    /// The path of the object that contained it in the old state.
    var parent: String
  }

  var removed: [Entry] = []
  var added: [Entry] = []

  /// Pairs of a removed and an added field that are the same field.
  ///
  /// They have the same name and description and belong to the same group; or to two objects that an event uses, with the same type
  /// too.
  func pairs() -> [(removed: Entry, added: Entry)] {
    var (removed, added) = (removed, added)
    func isSame(_ entry: Entry, _ other: Entry) -> Bool {
      other.field.wire == entry.field.wire && other.field.doc == entry.field.doc
        && !(entry.isNested && other.isNested)
    }
    func hasSameType(_ entry: Entry, _ other: Entry) -> Bool {
      SchemaText.type(other.field.type) == SchemaText.type(entry.field.type)
    }
    // The keys name what is the same anyway, so that few pairs are compared.
    let near = removed.takePairs(with: &added) { entry in
      [entry.element.group, entry.field.wire, entry.field.doc ?? ""]
    } where: { entry, other in
      isSame(entry, other) && (entry.field.doc != nil || hasSameType(entry, other))
    }
    let far = removed.takePairs(with: &added) { entry in
      entry.field.doc.map { [entry.field.wire, $0, SchemaText.type(entry.field.type)] }
    } where: { entry, other in
      isSame(entry, other)
        && !Set(entry.element.events).isDisjoint(with: other.element.events)
    }
    return near + far
  }

  /// The field at an element and all fields that it contains.
  static func entries(
    _ field: Field, at element: ComparedElement, in parent: String, isNested: Bool = false
  ) -> [Entry] {
    var entries = [Entry(field: field, element: element, isNested: isNested, parent: parent)]
    if case .nested(let members) = field.type {
      for member in members {
        entries += Self.entries(
          member, at: element.child(member.wire), in: element.path, isNested: true)
      }
    }
    return entries
  }
}

extension ReviewRule {
  /// The rules of a removed field.
  static let fieldRemovals = [
    fieldRemoved, optionalFieldRemoved, requiredFieldRemoved, constantFieldRemoved,
  ]
  /// The rules of an added field.
  static let fieldAdditions = [fieldAdded, requiredFieldAdded]

  fileprivate var isFieldRemoval: Bool { Self.fieldRemovals.contains(self) }
  fileprivate var isFieldAddition: Bool { Self.fieldAdditions.contains(self) }
}

extension Comparison {
  /// Replaces the removal and the addition of a moved field by one change, and compares its two states.
  mutating func mergeMoves() {
    // A pair replaces what was noted before it; the comparison of a pair may note the fields of another one.
    var replacing: (removed: [String: Int], added: [String: Int]) = ([:], [:])
    var starts: [Int] = []
    for (pair, (removed, added)) in moves.pairs().enumerated() {
      replacing.removed[removed.element.path] = pair
      replacing.added[added.element.path] = pair
      starts.append(changes.count)
      let (before, after) = (removed.field, added.field)
      var element = removed.element.enclosed(by: after.range)
      element.newPath = added.element.newPath
      note(
        .fieldMoved, at: element, "\(element.path) moved to \(element.newPath)",
        old: (SchemaText.type(before.type), before.range),
        new: (SchemaText.type(after.type), after.range),
        samples: samples(before, after), content: [before, after].map(SchemaContent.field))
      compare(field: before, after, at: element)
    }
    guard !starts.isEmpty else { return }
    var next = 0
    changes = changes.enumerated().filter { place, change in
      while next < starts.count, starts[next] <= place { next += 1 }
      let pair =
        change.rule.isFieldRemoval
        ? replacing.removed[change.path]
        : change.rule.isFieldAddition ? replacing.added[change.path] : nil
      return pair.map { $0 < next } ?? true
    }.map(\.element)
  }

  /// Replaces the removal of a field and the addition of one of like type to the same object by one change: it may be the same
  /// field under another name, which the old code does not find.
  mutating func mergeRenames() {
    var moved = Set<String>()
    for (removed, added) in moves.pairs() {
      moved.formUnion([removed.element.path, added.element.path])
    }
    func left(_ entries: [FieldMoves.Entry]) -> [FieldMoves.Entry] {
      entries.filter { !$0.isNested && !moved.contains($0.element.path) }
    }
    let (removed, added) = (left(moves.removed), left(moves.added))
    let siblings = Dictionary(grouping: added.enumerated(), by: \.element.parent)
    var candidates: [(likeness: Double, removed: Int, added: Int)] = []
    for (first, before) in removed.enumerated() {
      for (second, after) in siblings[before.parent] ?? []
      where isLike(before.field, after.field) {
        candidates.append((FieldMatching.likeness(before.field, after.field), first, second))
      }
    }
    guard !candidates.isEmpty else { return }
    var taken: (removed: Set<Int>, added: Set<Int>) = ([], [])
    var places = FieldChangePlaces(changes)
    var replaced: Set<Int> = []
    // The words only order the candidates.
    for pair in candidates.sorted(by: {
      ($1.likeness, $0.removed, $0.added) < ($0.likeness, $1.removed, $1.added)
    })
    where !taken.removed.contains(pair.removed) && !taken.added.contains(pair.added) {
      taken.removed.insert(pair.removed)
      taken.added.insert(pair.added)
      replaced.formUnion(mergeRename(removed[pair.removed], added[pair.added], &places))
    }
    changes = changes.enumerated().filter { !replaced.contains($0.offset) }.map(\.element)
  }

  /// Whether values of one field can be those of the other.
  private func isLike(_ first: Field, _ second: Field) -> Bool {
    SchemaText.type(renamed(first.type)) == SchemaText.type(second.type)
      && first.unit == second.unit && first.format == second.format
      && first.constant?.value == second.constant?.value
  }

  /// Replaces the removal by a change of both.
  ///
  /// - Returns: the places of the additions, which the change replaces too.
  private mutating func mergeRename(
    _ removed: FieldMoves.Entry, _ added: FieldMoves.Entry, _ places: inout FieldChangePlaces
  ) -> [Int] {
    let additions = places.added[added.element.path] ?? []
    guard let place = places.removed[removed.element.path]?.popLast() else { return additions }
    let (before, after) = (removed.field, added.field)
    var element = removed.element.enclosed(by: after.range)
    element.newPath = added.element.path
    element.wire = (before.wire, after.wire)
    note(
      .fieldPerhapsRenamed, at: element,
      "\"\(before.wire)\" perhaps renamed to \"\(after.wire)\", \(SchemaText.type(after.type))",
      old: (SchemaText.type(before.type), before.range),
      new: (SchemaText.type(after.type), after.range), samples: samples(before, after),
      content: [before, after].map(SchemaContent.field))
    changes[place] = changes.removeLast()
    return additions
  }
}

/// The places of the removals and the additions of fields among changes, by path.
private struct FieldChangePlaces {
  /// The last one first.
  var removed: [String: [Int]] = [:]
  var added: [String: [Int]] = [:]

  init(_ changes: [Change]) {
    for (place, change) in changes.enumerated().reversed() {
      if change.rule.isFieldRemoval { removed[change.path, default: []].append(place) }
      if change.rule.isFieldAddition { added[change.path, default: []].append(place) }
    }
  }
}
