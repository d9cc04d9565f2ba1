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
    let near = removed.takePairs(with: &added) { entry, other in
      other.element.group == entry.element.group && isSame(entry, other)
        && (entry.field.doc != nil || hasSameType(entry, other))
    }
    let far = removed.takePairs(with: &added) { entry, other in
      entry.field.doc != nil && isSame(entry, other) && hasSameType(entry, other)
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
}

extension Comparison {
  /// Replaces the removal and the addition of a moved field by one change, and compares its two states.
  mutating func mergeMoves() {
    for (removed, added) in moves.pairs() {
      changes.removeAll {
        ReviewRule.fieldRemovals.contains($0.rule) && $0.path == removed.element.path
          || ReviewRule.fieldAdditions.contains($0.rule) && $0.path == added.element.path
      }
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
    var candidates: [(likeness: Double, removed: Int, added: Int)] = []
    for (first, before) in removed.enumerated() {
      for (second, after) in added.enumerated()
      where before.parent == after.parent && isLike(before.field, after.field) {
        candidates.append((FieldMatching.likeness(before.field, after.field), first, second))
      }
    }
    var taken: (removed: Set<Int>, added: Set<Int>) = ([], [])
    // The words only order the candidates.
    for pair in candidates.sorted(by: {
      ($1.likeness, $0.removed, $0.added) < ($0.likeness, $1.removed, $1.added)
    })
    where !taken.removed.contains(pair.removed) && !taken.added.contains(pair.added) {
      taken.removed.insert(pair.removed)
      taken.added.insert(pair.added)
      mergeRename(removed[pair.removed], added[pair.added])
    }
  }

  /// Whether values of one field can be those of the other.
  private func isLike(_ first: Field, _ second: Field) -> Bool {
    SchemaText.type(renamed(first.type)) == SchemaText.type(second.type)
      && first.unit == second.unit && first.format == second.format
      && first.constant?.value == second.constant?.value
  }

  private mutating func mergeRename(_ removed: FieldMoves.Entry, _ added: FieldMoves.Entry) {
    changes.removeAll {
      ReviewRule.fieldAdditions.contains($0.rule) && $0.path == added.element.path
    }
    guard
      let place = changes.firstIndex(where: {
        ReviewRule.fieldRemovals.contains($0.rule) && $0.path == removed.element.path
      })
    else { return }
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
  }
}
