import CallbackSchema
import SchemaSource

extension Comparison {
  /// Compares how sources differ from the schema, source by source.
  mutating func compareReadings(
    _ first: Readings?, _ second: Readings?, _ fields: FieldPair?, at element: ComparedElement,
    _ ranges: Ranges
  ) {
    let before = first?.entries ?? []
    let after = second?.entries ?? []
    for reading in before {
      let other = after.first { isSame(reading.source, $0.source) }
      let text = SchemaText.reading(reading)
      guard let other else {
        note(
          .readingRemoved, at: element,
          "reading of \"\(element.name)\" in \(reading.source.text) removed",
          old: ("\(reading.source.text): \(text)", reading.source.range), new: nil)
        continue
      }
      guard text != SchemaText.reading(other) else { continue }
      note(
        rule(for: other, reading, fields), at: element,
        "reading of \"\(element.name)\" in \(other.source.text): \(SchemaText.reading(other)); previously \(text)",
        old: ("\(reading.source.text): \(text)", reading.source.range),
        new: ("\(other.source.text): \(SchemaText.reading(other))", other.source.range))
    }
    for reading in after where !before.contains(where: { isSame($0.source, reading.source) }) {
      let text = SchemaText.reading(reading)
      note(
        rule(for: reading, nil, fields), at: element,
        "reading of \"\(element.name)\" in \(reading.source.text): \(text)", old: nil,
        new: ("\(reading.source.text): \(text)", reading.source.range))
    }
    if !before.isEmpty, !after.isEmpty {
      compareDocumentation(
        "because", first?.because, second?.because, at: element,
        (first?.range ?? ranges.old, second?.range ?? ranges.new))
    }
  }

  /// The rule of an added or changed reading, by what the old code does with bodies that follow it.
  ///
  /// - Parameter earlier: the reading of the same source in the old state; nil if there was none.
  private func rule(
    for reading: Reading, _ earlier: Reading?, _ fields: FieldPair?
  ) -> ReviewRule {
    guard let fields else { return .readingAdded }
    let isMisread =
      reading.unit.map {
        $0 != fields.old.unit && $0 != fields.old.otherTimeUnit && earlier?.unit != $0
      } ?? false
    if reading.isFlattened, !fields.old.isFlattened { return .readingUnsupported }
    if isMisread { return fields.old.timeUnit == nil ? .readingUnit : .readingTimeUnit }
    if let wire = reading.wire?.value, wire != fields.old.wire,
      !fields.old.otherSpellings.contains(wire)
    {
      return .readingUnsupported
    }
    if let kinds = reading.type?.kinds(in: new) {
      let accepted = Set(fields.old.otherKinds(in: old)).union(
        fields.old.type.kinds(in: old) ?? kinds)
      if !kinds.isSubset(of: accepted) {
        return isVital(fields.old) ? .readingUnsupported : .readingTypeUnsupported
      }
    }
    if let constant = reading.constant?.value, constant != fields.old.constant?.value,
      constant != earlier?.constant?.value
    {
      return .readingConstant
    }
    // A source that states that the field is always present, or has no condition, causes no new finding.
    let isLoose = reading.isOptional == true && earlier?.isOptional != true
    if let condition = text(of: reading), condition != earlier.flatMap(text(of:)) {
      return .readingPresence
    }
    if reading.isNullable == true, earlier?.isNullable != true {
      if !fields.old.canBeNull { return .readingNull }
      if !fields.old.isNullable { return .readingPresence }
    }
    return isLoose && !fields.old.isOptional ? .readingPresence : .readingAdded
  }

  /// The condition that a reading states.
  private func text(of reading: Reading) -> String? {
    if case .to(let condition)? = reading.condition { SchemaText.condition(condition) } else { nil }
  }

  /// Whether two sources name the same editions and page section.
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
