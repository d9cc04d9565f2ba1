/// Gives each change the effect that the opposite change has.
enum HistoryMatching {
  /// The changes, with what the new code does with bodies of the old state.
  ///
  /// - Parameter backward: the changes from the new state to the old one.
  static func changes(_ forward: [Change], _ backward: [Change]) -> [Change] {
    var changes = forward
    for other in backward where other.rule.wire != .safe && other.rule.isAboutBodies {
      guard let place = place(of: other, in: forward) else { continue }
      changes[place].history.add(other.rule.wire)
    }
    return changes
  }

  /// The change whose opposite is a change from the new state to the old one: the one of the opposite rule at the same element, or
  /// else the nearest one.
  private static func place(of other: Change, in changes: [Change]) -> Int? {
    func isOpposite(_ change: Change) -> Bool {
      change.rule.opposite == .rule(other.rule.id) || other.rule.opposite == .rule(change.rule.id)
    }
    func isSamePlace(_ change: Change) -> Bool {
      change.path == other.newPath && change.newPath == other.path
    }
    let criteria: [(Change) -> Bool] = [
      { isSamePlace($0) && isOpposite($0) }, isSamePlace,
      { $0.path == other.newPath || $0.newPath == other.path },
      { other.newPath.hasPrefix("\($0.path).") || $0.path.hasPrefix("\(other.newPath).") },
      { $0.group == other.group }, { _ in true },
    ]
    return criteria.lazy.compactMap { changes.firstIndex(where: $0) }.first
  }
}
