import CallbackSchema
import SchemaSource

extension Comparison {
  /// Compares whether an object is a Swift protocol, and the protocols that it includes.
  mutating func compareProtocols(
    _ first: ObjectType, _ second: ObjectType, at element: ComparedElement
  ) {
    let ranges = (first.range, second.range)
    if first.isProtocol != second.isProtocol {
      func text(_ isProtocol: Bool) -> String { isProtocol ? "a protocol" : "only included" }
      noteChange(
        second.isProtocol ? .protocolAdded : .protocolRemoved, of: "object \(first.name)",
        at: element, (text(first.isProtocol), first.range), (text(second.isProtocol), second.range))
    }
    compareConformances(of: first.name, (first.includes, second.includes), at: element, ranges)
  }

  /// Compares the protocols that two lists of objects bring, of those that are protocols in both states.
  mutating func compareConformances(
    of name: String, _ includes: (old: [Located<String>], new: [Located<String>]),
    at element: ComparedElement, _ ranges: Ranges
  ) {
    guard !protocols.isEmpty else { return }
    let before = Set(names(old, includes.old).compactMap { matching.types[$0] })
    let after = names(new, includes.new)
    for (oldName, newName) in protocols {
      switch (before.contains(newName), after.contains(newName)) {
      case (true, false):
        note(
          .conformanceRemoved, at: element, "\(name): no longer a \(oldName)",
          old: (oldName, ranges.0), new: ("none", ranges.1))
      case (false, true):
        note(
          .conformanceAdded, at: element, "\(name): a \(newName) too", old: ("none", ranges.0),
          new: (newName, ranges.1))
      default: break
      }
    }
  }

  /// The names of the protocols that some objects bring, and of those that these refine.
  private func names(_ service: Service, _ includes: [Located<String>]) -> Set<String> {
    service.allProtocols(included: includes).reduce(into: []) { $0.insert($1.name) }
  }
}
