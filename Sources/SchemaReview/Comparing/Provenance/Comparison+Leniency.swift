import CallbackRuntime
import CallbackSchema

extension Comparison {
  /// Compares what a field accepts although no source documents it.
  ///
  /// Names and JSON types that belong to a renamed field or a changed type are part of that change.
  mutating func compareLeniency(_ fields: FieldPair, at element: ComparedElement) {
    let (first, second) = (fields.old, fields.new)
    let wires = Set([first.wire, second.wire])
    let aliases = (
      Set(first.aliases.map(\.value)).subtracting(wires),
      Set(second.aliases.map(\.value)).subtracting(wires)
    )
    let own = Set(
      (first.type.kinds(in: old) ?? []).union(second.type.kinds(in: new) ?? []).map(\.rawValue))
    let kinds = (
      Set(first.accepts.map(\.rawValue)).subtracting(own),
      Set(second.accepts.map(\.rawValue)).subtracting(own)
    )
    for (what, before, after) in [
      ("aliases", aliases.0, aliases.1), ("accepts", kinds.0, kinds.1),
    ] where before != after {
      let more = after.subtracting(before)
      noteChange(
        more.isEmpty
          ? .leniencyRemoved : sendsAccepted ? rule(forSent: more, what, fields) : .leniencyAdded,
        of: "\(what) of \"\(first.wire)\"", at: element,
        (list(before.sorted()), first.range), (list(after.sorted()), second.range))
    }
  }

  /// The rule of names or JSON types that are sent, by what the old code does with them.
  private func rule(forSent names: Set<String>, _ what: String, _ fields: FieldPair) -> ReviewRule {
    if what == "aliases" {
      return names.isSubset(of: fields.old.otherSpellings) ? .leniencyAdded : .readingUnsupported
    }
    // Another type has a change of its own, but of two objects the members are compared.
    let areObjects =
      old.members(of: fields.old.type) != nil && new.members(of: fields.new.type) != nil
    guard fields.old.type == fields.new.type || areObjects,
      fields.trial?.findings.contains(.wrongType) == true
    else { return .leniencyAdded }
    return isVital(fields.old) ? .readingUnsupported : .readingTypeUnsupported
  }
}
