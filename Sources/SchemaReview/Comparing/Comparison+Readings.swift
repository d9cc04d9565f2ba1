import CallbackSchema
import SchemaSource

extension Comparison {
  /// Compares what sources say differently, source by source.
  mutating func compareReadings(
    _ first: Readings?, _ second: Readings?, _ fields: FieldPair?, at spot: Spot, _ ranges: Ranges
  ) {
    let before = first?.entries ?? []
    let after = second?.entries ?? []
    for reading in before {
      let other = after.first { isSame(reading.source, $0.source) }
      let text = Facets.reading(reading)
      guard let other else {
        note(
          .readingRemoved, at: spot, "\(reading.source.text) says nothing else of \(spot.name)",
          old: ("\(reading.source.text): \(text)", reading.source.range), new: nil)
        continue
      }
      guard text != Facets.reading(other) else { continue }
      note(
        rule(for: other, reading, fields), at: spot,
        "\(other.source.text) says of \(spot.name): \(Facets.reading(other)); before: \(text)",
        old: ("\(reading.source.text): \(text)", reading.source.range),
        new: ("\(other.source.text): \(Facets.reading(other))", other.source.range))
    }
    for reading in after where !before.contains(where: { isSame($0.source, reading.source) }) {
      let text = Facets.reading(reading)
      note(
        rule(for: reading, nil, fields), at: spot,
        "\(reading.source.text) says of \(spot.name): \(text)", old: nil,
        new: ("\(reading.source.text): \(text)", reading.source.range))
    }
    let isReadingGone = before.isEmpty || after.isEmpty
    if !isReadingGone {
      compareWords(
        "because", first?.because, second?.because, at: spot,
        (first?.range ?? ranges.old, second?.range ?? ranges.new))
    }
  }

  /// What yesterday's code makes of bodies as a source has them.
  ///
  /// - Parameter earlier: what the source said yesterday; nil where it said nothing else.
  private func rule(
    for reading: Reading, _ earlier: Reading?, _ fields: FieldPair?
  ) -> ReviewRule {
    guard let fields else { return .readingAdded }
    if let wire = reading.wire?.value, wire != fields.old.wire,
      !fields.old.otherSpellings.contains(wire)
    {
      return .readingUnread
    }
    if let kinds = reading.type?.kinds(in: new) {
      let read = Set(fields.old.otherKinds(in: old)).union(fields.old.type.kinds(in: old) ?? kinds)
      if !kinds.isSubset(of: read) { return .readingUnread }
    }
    if let unit = reading.unit, unit != fields.old.unit, earlier?.unit != unit {
      return .readingUnread
    }
    if reading.isFlattened, fields.old.flattening == nil { return .readingUnread }
    if let constant = reading.constant?.value, constant != fields.old.constant?.value,
      constant != earlier?.constant?.value
    {
      return .readingConstant
    }
    // A source that always has the field, or has no condition, asks for nothing that was not foreseen.
    let isLoose = reading.isOptional == true && earlier?.isOptional != true
    if case .to? = reading.condition, reading.condition != earlier?.condition {
      return .readingPresence
    }
    return isLoose && !fields.old.isOptional ? .readingPresence : .readingAdded
  }

  /// Whether two sources are one, however they are written.
  private func isSame(_ first: Source, _ second: Source) -> Bool {
    guard first.text != second.text else { return true }
    func names(_ source: Source, _ service: Service) -> [String] {
      source.editions.compactMap {
        service.editions.indices.contains($0) ? service.editions[$0].name : nil
      }
    }
    let names = (names(first, old), names(second, new))
    return !names.0.isEmpty && first.part == second.part && Set(names.0) == Set(names.1)
  }
}
