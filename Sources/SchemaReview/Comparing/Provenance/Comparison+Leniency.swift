import CallbackSchema

extension Comparison {
  /// Compares what a field accepts although no source documents it.
  ///
  /// Names and JSON types that belong to a renamed field or a changed type are part of that change.
  mutating func compareLeniency(_ first: Field, _ second: Field, at element: ComparedElement) {
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
      let isMore = !after.subtracting(before).isEmpty
      noteChange(
        isMore ? .leniencyAdded : .leniencyRemoved, of: "\(what) of \(first.wire)", at: element,
        (list(before.sorted()), first.range), (list(after.sorted()), second.range))
    }
  }
}
