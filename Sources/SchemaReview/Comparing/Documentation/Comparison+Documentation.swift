import CallbackSchema

extension Comparison {
  /// Notes a difference in a text that only documentation contains.
  ///
  /// - Parameter what: the kind of text: `doc`, `title`.
  mutating func compareDocumentation(
    _ what: String, _ first: String?, _ second: String?, at element: ComparedElement,
    _ ranges: Ranges
  ) {
    guard first != second else { return }
    let verb = first == nil ? "added" : second == nil ? "removed" : "changed"
    note(
      .documentationChanged, at: element, "\(what) of \"\(element.name)\" \(verb)",
      old: (first ?? "", ranges.old), new: (second ?? "", ranges.new))
  }

  /// Notes a difference in the statement that an element should no longer be used.
  mutating func compareDeprecations(
    _ first: Deprecation?, _ second: Deprecation?, at element: ComparedElement, _ ranges: Ranges
  ) {
    guard let first, let second else {
      guard let deprecation = first ?? second else { return }
      return note(
        second == nil ? .deprecationRemoved : .deprecationAdded, at: element,
        "deprecation of \"\(element.name)\" \(second == nil ? "removed" : "added"): \(deprecation.text)",
        old: (first?.text ?? "none", first?.range ?? ranges.old),
        new: (second?.text ?? "none", second?.range ?? ranges.new))
    }
    let own = (first.range, second.range)
    compareDocumentation("deprecation", first.text, second.text, at: element, own)
    compareProvenance(first.provenance, second.provenance, at: element, own)
  }

  /// Compares the descriptions of an event or a field, which may exchange them with another one.
  ///
  /// - Parameters:
  ///   - isOld: whether an event, or a field of the object, has a description in the old state.
  ///   - isNew: whether one has it in the new state.
  mutating func compareDescriptions(
    _ first: String?, _ second: String?, isOld: (String) -> Bool, isNew: (String) -> Bool,
    at element: ComparedElement, _ ranges: Ranges
  ) {
    guard let first, let second, first != second, isOld(second) || isNew(first) else {
      return compareDocumentation("doc", first, second, at: element, ranges)
    }
    let message =
      isOld(second)
      ? "doc of \"\(element.name)\" was that of another event or field"
      : "the old doc of \"\(element.name)\" is that of another event or field"
    note(
      .descriptionMoved, at: element, message, old: (first, ranges.old), new: (second, ranges.new))
  }
}
