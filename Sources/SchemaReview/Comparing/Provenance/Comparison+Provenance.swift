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
    // An edition that was partial said nothing about what it omits.
    let silent = element.editions.subtracting(old.names(of: old.fullEditions))
      .subtracting(new.names(of: second.editions)).sorted()
    guard before != after || !silent.isEmpty else { return }
    let isNarrower = !silent.isEmpty || !Set(before).intersection(common).isSubset(of: after)
    let omitting = silent.isEmpty ? "" : "; not documented by \(list(silent))"
    note(
      isExpected && isNarrower ? .provenanceNarrowed : .provenanceChanged, at: element,
      "\"\(element.name)\" is documented by \(list(after)), previously by \(list(before))\(omitting)",
      old: (list(before), ranges.old), new: (list(after), ranges.new))
  }

  /// Some names on one line.
  func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
