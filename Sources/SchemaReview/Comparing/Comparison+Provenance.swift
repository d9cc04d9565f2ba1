import CallbackSchema
import SchemaSource

extension Comparison {
  /// Notes a difference in who documents a thing: among the editions that both states know, and those that came and
  /// document what is around it.
  ///
  /// - Parameter isExpected: yesterday's code misses the thing where it is not.
  mutating func compareProvenance(
    _ first: Provenance, _ second: Provenance, at spot: Spot, _ ranges: Ranges,
    isExpected: Bool = false
  ) {
    guard !isOfEditions else { return }
    // What nobody wrote follows from what is around it, and is told there.
    guard !first.sources.isEmpty || !second.sources.isEmpty else { return }
    let known = (Set(old.editions.map(\.name)), Set(new.editions.map(\.name)))
    let (common, other) = (known.0.intersection(known.1), known.0.symmetricDifference(known.1))
    func names(_ provenance: Provenance, _ service: Service) -> [String] {
      service.names(of: provenance.editions).filter(common.contains).sorted()
        + provenance.sources.filter { $0.part != nil }.map(\.text).filter { text in
          !other.contains { text.hasPrefix($0 + " ") }
        }.sorted()
    }
    let (before, after) = (names(first, old), names(second, new))
    let silent = spot.editions.subtracting(known.0)
      .subtracting(new.names(of: second.editions)).sorted()
    guard before != after || !silent.isEmpty else { return }
    let isNarrower = !silent.isEmpty || !Set(before).intersection(common).isSubset(of: after)
    let quiet = silent.isEmpty ? "" : "; \(list(silent)) leaves it out"
    note(
      isExpected && isNarrower ? .provenanceNarrowed : .provenanceChanged, at: spot,
      "\(spot.name) is documented by \(list(after)), before by \(list(before))\(quiet)",
      old: (list(before), ranges.old), new: (list(after), ranges.new))
  }
}
