/// A place whose fields are compared on their own: a section of the envelope, or an event.
protocol ComparedPlace {
  /// The path before that of a field.
  var path: String { get }
}

extension ComparedPlace {
  /// The path of the object in the body; empty for the body itself.
  var object: String { path.split(separator: ".").dropFirst().joined(separator: ".") }
}

/// Moves between the sections of the envelope.
enum ScopeMoves {
  /// Replaces a field that is missing in one place and added in another by one that moved.
  static func joined<Place: ComparedPlace>(
    _ differences: [(FieldDifference, Place)]
  ) -> [(FieldDifference, Place)] {
    var joined = differences
    for (difference, place) in differences {
      guard case .removed = difference.kind, !difference.isInOtherGroup,
        let first = difference.first
      else { continue }
      let other = joined.firstIndex { candidate, target in
        guard case .added = candidate.kind, !candidate.isInOtherGroup,
          let second = candidate.second
        else { return false }
        return target.path != place.path && second.name == first.name && first.canBe(second)
      }
      guard let other, let second = joined[other].0.second,
        let own = joined.firstIndex(where: { entry, target in
          guard case .removed = entry.kind else { return false }
          return target.path == place.path && entry.path == difference.path
        })
      else { continue }
      var moved = difference
      moved.kind = .moved(
        names: [first.name], from: place.object, to: joined[other].1.object)
      moved.second = second
      moved.doubts = joined[other].0.doubts
      moved.isCertain = moved.doubts.isEmpty
      joined[own] = (moved, place)
      joined.remove(at: other)
    }
    return joined
  }
}
