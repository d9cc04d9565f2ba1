import CallbackSchema
import PayloadValidation

/// The removed and the added fields of a comparison, among which moved fields are found.
struct FieldMoves {
  struct Entry {
    var field: Field
    var element: ComparedElement
    /// Whether the field was removed or added as part of the field that contains it.
    var isNested: Bool
  }

  var removed: [Entry] = []
  var added: [Entry] = []

  /// Pairs of a removed and an added field that are the same field.
  ///
  /// They have the same name and description and belong to the same group.
  func pairs() -> [(removed: Entry, added: Entry)] {
    var (removed, added) = (removed, added)
    return removed.takePairs(with: &added) { entry, other in
      other.field.wire == entry.field.wire && other.element.group == entry.element.group
        && other.field.doc == entry.field.doc
        && (entry.field.doc != nil
          || SchemaText.type(other.field.type) == SchemaText.type(entry.field.type))
        && !(entry.isNested && other.isNested)
    }
  }

  /// The field at an element and all fields that it contains.
  static func entries(
    _ field: Field, at element: ComparedElement, isNested: Bool = false
  ) -> [Entry] {
    var entries = [Entry(field: field, element: element, isNested: isNested)]
    if case .nested(let members) = field.type {
      for member in members {
        entries += Self.entries(member, at: element.child(member.wire), isNested: true)
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
        samples: samples(before, after))
      compare(field: before, after, at: element)
    }
  }
}
