/// Gives each change the effect that the opposite change has.
enum HistoryMatching {
  /// The changes, with what the new code does with bodies of the old state.
  ///
  /// - Parameter backward: the changes from the new state to the old one.
  static func changes(_ forward: [Change], _ backward: [Change]) -> [Change] {
    let places = ChangePlaces(forward)
    var changes = forward
    for other in backward where other.rule.wire != .safe && other.rule.isAboutBodies {
      guard let place = places.opposite(of: other) else { continue }
      changes[place].history.add(other.rule.wire)
    }
    return changes
  }
}

/// The places of changes by the elements that they are about.
private struct ChangePlaces {
  private let changes: [Change]
  /// The places by the paths in both states.
  private var byElement: [[String]: [Int]] = [:]
  /// The first place for each path in the old state, in the new one, and of something inside.
  private var byPath: [String: Int] = [:]
  private var byNewPath: [String: Int] = [:]
  private var inside: [String: Int] = [:]
  private var byGroup: [String: Int] = [:]

  init(_ changes: [Change]) {
    self.changes = changes
    for (place, change) in changes.enumerated().reversed() {
      byElement[[change.path, change.newPath], default: []].append(place)
      byPath[change.path] = place
      byNewPath[change.newPath] = place
      byGroup[change.group] = place
      for outer in Self.enclosing(change.path) { inside[outer] = place }
    }
  }

  /// The place of the change whose opposite is a change from the new state to the old one: the one of the opposite rule at the same
  /// element, or else the nearest one.
  func opposite(of other: Change) -> Int? {
    if let same = byElement[[other.newPath, other.path]] {
      // The places descend.
      return same.last { isOpposite(changes[$0], other) } ?? same.last
    }
    if let place = Self.first([byPath[other.newPath], byNewPath[other.path]]) { return place }
    let around = Self.enclosing(other.newPath).map { byPath[$0] }
    if let place = Self.first(around + [inside[other.newPath]]) { return place }
    return byGroup[other.group] ?? changes.indices.first
  }

  private func isOpposite(_ change: Change, _ other: Change) -> Bool {
    change.rule.opposite == .rule(other.rule.id) || other.rule.opposite == .rule(change.rule.id)
  }

  private static func first(_ places: [Int?]) -> Int? { places.compactMap { $0 }.min() }

  /// The paths of what encloses an element: its beginnings before a dot.
  private static func enclosing(_ path: String) -> [String] {
    path.indices.filter { path[$0] == "." }.map { String(path[..<$0]) }
  }
}
