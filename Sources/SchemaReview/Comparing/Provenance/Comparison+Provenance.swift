import CallbackSchema
import SchemaSource

extension Comparison {
  /// Compares which editions and page sections document an element.
  ///
  /// Considers the editions that both states have, and the added ones that document what contains the element.
  ///
  /// - Parameter isExpected: whether validation of the old code reports the absence of the element.
  mutating func compareProvenance(
    _ first: Provenance, _ second: Provenance, at element: ComparedElement, _ ranges: Ranges,
    isExpected: Bool = false
  ) {
    guard !isOfEditions else { return }
    // An element without sources of its own has those of what contains it.
    guard !first.sources.isEmpty || !second.sources.isEmpty else { return }
    let known = (Set(old.editions.map(\.name)), Set(new.editions.map(\.name)))
    let (common, other) = (known.0.intersection(known.1), known.0.symmetricDifference(known.1))
    func names(_ provenance: Provenance, _ service: Service) -> [String] {
      service.editionNames(of: provenance).filter(common.contains).sorted()
        + service.otherSources(of: provenance).filter { text in
          !other.contains { text == $0 || text.hasPrefix($0 + " ") }
        }.sorted()
    }
    let (before, after) = (names(first, old), names(second, new))
    // An edition that was partial, or did not document what contains the element, said nothing about what it omits.
    let silent = element.addedEditions.subtracting(new.names(of: second.editions)).sorted()
    guard before != after || !silent.isEmpty else { return }
    let isNarrower = !silent.isEmpty || !Set(before).intersection(common).isSubset(of: after)
    let omitting = silent.isEmpty ? "" : "; not documented by \(list(silent))"
    note(
      isExpected && isNarrower ? .provenanceNarrowed : .provenanceChanged, at: element,
      "\"\(element.name)\" is documented by \(list(after)), previously by \(list(before))\(omitting)",
      old: (list(before), ranges.old), new: (list(after), ranges.new))
  }

  /// Notes the fields of the objects that an event uses which the editions do not document that document the event as well now.
  mutating func compareEditions(ofObjectsIn event: Event, at element: ComparedElement) {
    guard !isOfEditions, !element.addedEditions.isEmpty else { return }
    for (path, field) in new.membersOfObjects(in: new.fields(of: event)) {
      let silent = element.addedEditions.subtracting(new.names(of: field.provenance.editions))
      guard !silent.isEmpty, !field.expectedEditions.isEmpty, field.condition == nil else {
        continue
      }
      let below = element.child(path)
      note(
        .provenanceNarrowed, at: below,
        "\"\(path)\" is not documented by \(list(silent.sorted())), which document the event as well",
        old: nil, new: (path, field.range))
    }
  }

  /// The full editions that document an element in the new state, and did not in the old one.
  func addedEditions(_ first: Provenance, _ second: Provenance) -> Set<String> {
    Set(new.names(of: second.editions)).subtracting(old.names(of: first.editions))
  }

  /// Some names on one line.
  func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}

extension Service {
  /// The fields of the objects that some fields use, directly or indirectly, each object once.
  fileprivate func membersOfObjects(in fields: [Field]) -> [(path: String, field: Field)] {
    var found: [(path: String, field: Field)] = []
    var seen: Set<String> = []
    func add(_ fields: [Field], _ path: String, isOfObject: Bool) {
      for field in fields {
        let place = path.isEmpty ? field.wire : "\(path).\(field.wire)"
        if isOfObject { found.append((place, field)) }
        if case .nested(let members) = field.type {
          add(members, place, isOfObject: isOfObject)
        }
        for name in field.type.names where seen.insert(name).inserted {
          guard let object = object(named: name) else { continue }
          add(self.fields(of: object), place, isOfObject: true)
        }
      }
    }
    add(fields, "", isOfObject: false)
    return found
  }
}
