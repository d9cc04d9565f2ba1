import CallbackSchema

/// The groups of fields that a page has at one place of the envelope.
///
/// Groups without a common field are parts of one list. Groups that have a field in common are alternatives, such as the
/// members for two kinds of events: each of them is compared on its own, too.
enum ScopeGroups {
  /// The groups that have a field in common with another one.
  static func alternatives(_ scopes: [PageScope]) -> [PageScope] {
    guard scopes.count > 1 else { return [] }
    let names = scopes.map { Set($0.fields.map(\.path)) }
    return scopes.indices.filter { place in
      names.indices.contains { $0 != place && !names[$0].isDisjoint(with: names[place]) }
    }.map { scopes[$0] }
  }

  /// The fields of a schema that one of several groups is expected to have: without those that have a condition and are in
  /// other groups only.
  static func expected(_ declared: [Field], in group: PageScope) -> [Field] {
    let names = Set(group.fields.map { PagePath.components(of: $0.path).first ?? $0.path })
    return declared.filter { field in
      field.condition == nil && !field.isOptional
        || ([field.wire] + field.otherSpellings).contains(where: names.contains)
    }
  }

  /// The differences of all groups together, with those that only one group shows.
  ///
  /// - Parameters:
  ///   - united: the differences of all groups together. A field counts as present if one group has it.
  ///   - groups: the differences of each alternative.
  /// - Returns: the united differences that stay, and those of each alternative that are new.
  static func joined(
    _ united: [FieldDifference], _ groups: [[FieldDifference]]
  ) -> (united: [FieldDifference], groups: [[FieldDifference]]) {
    var united = united
    let known = united
    let new = groups.map { differences in
      differences.compactMap { difference -> FieldDifference? in
        switch difference.kind {
        case .removed, .added:
          // Missing everywhere or new everywhere is one difference.
          if known.contains(where: { $0.names(difference) }) { return nil }
          var difference = difference
          difference.isInOtherGroup = true
          difference.isCertain = false
          return difference
        default:
          if known.contains(where: { $0.isAt(difference) }) { return nil }
          // A field that all groups together add is one with another name in this group.
          united.removeAll { $0.isReplaced(by: difference) }
          return difference
        }
      }
    }
    return (united, new)
  }
}

extension FieldDifference {
  /// Whether it is about the field of another difference, on either side.
  fileprivate func names(_ other: FieldDifference) -> Bool {
    path == other.path || other.second.map { second?.page?.position == $0.page?.position } == true
  }

  /// Whether it is the same difference: of one kind, at the same line of the second side.
  fileprivate func isAt(_ other: FieldDifference) -> Bool {
    switch (kind, other.kind) {
    case (.type, .type), (.values, .values), (.presence, .presence), (.moved, .moved),
      (.renamed, .renamed), (.readingGone, .readingGone):
      path == other.path && second?.page?.position == other.second?.page?.position
    default: false
    }
  }

  /// Whether it is an addition or a removal of a field that another difference pairs with one.
  fileprivate func isReplaced(by other: FieldDifference) -> Bool {
    switch kind {
    case .added: second?.page?.position == other.second?.page?.position
    case .removed: first?.page != nil && first?.page?.position == other.first?.page?.position
    default: false
    }
  }
}
