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
      .documentationChanged, at: element, "\(what) of \(element.name) \(verb)",
      old: (first ?? "", ranges.old), new: (second ?? "", ranges.new))
  }
}
