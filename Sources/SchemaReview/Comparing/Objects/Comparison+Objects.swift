import CallbackSchema
import SchemaSource
import SwiftGeneration

extension Comparison {
  /// Compares the objects of the service.
  mutating func compareObjects() {
    compareTypes("object", in: "objects", old.objects, new.objects) {
      comparison, first, second, element in
      var element = element
      element.addedEditions = comparison.addedEditions(first.provenance, second.provenance)
      comparison.compareEditions(of: first, second, at: element)
      comparison.compareProtocols(first, second, at: element)
      let count = comparison.changes.count
      let moved = (comparison.moves.removed.count, comparison.moves.added.count)
      comparison.compare(
        members: (first.includes, first.fields), (second.includes, second.fields), at: element)
      if comparison.usage.old.interface[element.path] == nil {
        comparison.dropUnchangedFields(from: count, moved, first, second)
      }
    }
  }

  /// Compares the editions that document an object.
  private mutating func compareEditions(
    of first: ObjectType, _ second: ObjectType, at element: ComparedElement
  ) {
    let isIncluded = usage.old.included.contains(first.name)
    // Members without sources of their own have those of the object. An event that includes the object lacks them in bodies of an
    // edition that does not document it. A member with the object as its type tells the edition, which then documents them.
    let isExpected = old.fields(of: first).contains {
      $0.provenance.sources.isEmpty && !$0.expectedEditions.isEmpty && $0.condition == nil
    }
    let count = changes.count
    compareProvenance(
      first.provenance, second.provenance, at: element, (first.range, second.range),
      isExpected: isIncluded && isExpected)
    guard changes.count > count, changes[count].rule == .provenanceChanged,
      tellsEditions(first, among: element.addedEditions)
    else { return }
    changes[count].rule = .objectEditionAdded
  }

  /// Whether the old code takes a body of one of some editions, if it has an object, for a body of an edition that expects more.
  private func tellsEditions(_ object: ObjectType, among added: Set<String>) -> Bool {
    let own = Set(old.names(of: object.provenance.editions))
    return !added.isEmpty
      && index.old.expects(outside: object.name) { editions in
        let expecting = Set(old.names(of: editions))
        return !expecting.isDisjoint(with: own) && !added.isSubset(of: expecting)
      }
  }

  /// Removes changes of fields that left or entered an object that events include, and that these events have anyway.
  ///
  /// - Parameters:
  ///   - count: the number of changes before the object was compared.
  ///   - moved: the number of removed and added fields before the object was compared.
  private mutating func dropUnchangedFields(
    from count: Int, _ moved: (removed: Int, added: Int), _ first: ObjectType,
    _ second: ObjectType
  ) {
    let names = (Set(old.fields(of: first).map(\.wire)), Set(new.fields(of: second).map(\.wire)))
    let users = usage.old.events(using: first.name)
    guard names.0 != names.1 else { return }
    let before = users.compactMap { index.old.events[$0] }
    let after = users.compactMap { matching.events[$0].flatMap { index.new.events[$0] } }
    /// Whether there are such events, and all of them have the field.
    func have(_ wire: String, _ events: [Event], _ service: Service) -> Bool {
      !events.isEmpty
        && events.allSatisfy { service.fields(of: $0).contains { $0.wire == wire } }
    }
    let unchanged =
      names.0.subtracting(names.1).filter { have($0, after, new) }
      + names.1.subtracting(names.0).filter { have($0, before, old) }
    let paths = Set(
      unchanged.map {
        "objects.\(SchemaPath.component(first.name)).\(SchemaPath.component($0))"
      })
    let rules = ReviewRule.fieldRemovals + ReviewRule.fieldAdditions
    changes[count...].removeAll { paths.contains($0.path) && rules.contains($0.rule) }
    moves.removed[moved.removed...].removeAll { paths.contains($0.element.path) }
    moves.added[moved.added...].removeAll { paths.contains($0.element.path) }
  }
}
