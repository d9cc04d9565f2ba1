import CallbackSchema
import PayloadValidation

/// Fields that went from one place of an event or object, and fields that came to another.
struct FieldMoves {
  struct Entry {
    var field: Field
    var spot: Spot
    /// It went or came with what holds it.
    var isInside: Bool
  }

  var gone: [Entry] = []
  var come: [Entry] = []

  /// Takes pairs that are one field: of one spelling and description, within one group.
  mutating func takePairs() -> [(gone: Entry, come: Entry)] {
    var pairs: [(Entry, Entry)] = []
    var free = come
    for entry in gone {
      let target = free.firstIndex { other in
        other.field.wire == entry.field.wire && other.spot.group == entry.spot.group
          && other.field.doc == entry.field.doc
          && (entry.field.doc != nil
            || Facets.type(other.field.type) == Facets.type(entry.field.type))
          && !(entry.isInside && other.isInside)
      }
      if let target { pairs.append((entry, free.remove(at: target))) }
    }
    return pairs
  }
}

extension Comparison {
  /// Notes that a field is gone; what lies inside of it may turn up elsewhere.
  mutating func noteGone(_ field: Field, at spot: Spot, isInside: Bool = false) {
    moves.gone.append(.init(field: field, spot: spot, isInside: isInside))
    if case .nested(let members) = field.type {
      for member in members { noteGone(member, at: spot.below(member.wire), isInside: true) }
    }
  }

  /// Notes that a field has come, with what lies inside of it.
  mutating func noteCome(_ field: Field, at spot: Spot, isInside: Bool = false) {
    moves.come.append(.init(field: field, spot: spot, isInside: isInside))
    if case .nested(let members) = field.type {
      for member in members { noteCome(member, at: spot.below(member.wire), isInside: true) }
    }
  }

  /// Puts a field that went from one place to another in one change, and compares what it was with what it is.
  mutating func recogniseMoves() {
    for (gone, come) in moves.takePairs() {
      let (before, after) = (gone.field, come.field)
      let removals: [ReviewRule] = [
        .fieldRemoved, .optionalFieldRemoved, .requiredFieldRemoved, .constantFieldRemoved,
      ]
      changes.removeAll { removals.contains($0.rule) && $0.path == gone.spot.path }
      let additions: [ReviewRule] = [.fieldAdded, .requiredFieldAdded]
      changes.removeAll { additions.contains($0.rule) && $0.path == come.spot.path }
      var spot = gone.spot.inside(after.range)
      spot.newPath = come.spot.newPath
      note(
        .fieldMoved, at: spot, "\(spot.path) is \(spot.newPath)",
        old: (Facets.type(before.type), before.range), new: (Facets.type(after.type), after.range),
        samples: (samples.old.member(before), samples.new.member(after)))
      compare(field: before, after, at: spot)
    }
  }
}
