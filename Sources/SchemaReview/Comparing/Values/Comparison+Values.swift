import CallbackRuntime
import CallbackSchema
import PayloadValidation
import SchemaSource

extension Comparison {
  /// Compares the value that an absent field implies.
  mutating func compareDefaults(_ first: Field, _ second: Field, at element: ComparedElement) {
    guard !isSame(first.defaultValue?.value, second.defaultValue?.value) else { return }
    let values = (
      first.defaultValue.map { SchemaText.value($0.value) },
      second.defaultValue.map { SchemaText.value($0.value) }
    )
    noteChange(
      values.0 == nil ? .defaultAdded : values.1 == nil ? .defaultRemoved : .defaultChanged,
      of: "default of \"\(first.wire)\"", at: element,
      (values.0 ?? "none", first.defaultValue?.range ?? first.range),
      (values.1 ?? "none", second.defaultValue?.range ?? second.range))
  }

  /// Whether two values are the same; numbers are compared exactly, so that `1`, `1.0` and `1e0` are the same.
  private func isSame(_ first: WireValue?, _ second: WireValue?) -> Bool {
    guard case .number(let first)? = first, case .number(let second)? = second,
      let first = try? RawJSON(first), let second = try? RawJSON(second)
    else { return first == second }
    return first == second
  }

  /// Compares the descriptions of true and false: they mean something else if they are exchanged.
  mutating func compareMeanings(_ first: Field, _ second: Field, at element: ComparedElement) {
    for value in [true, false] where first.meanings[value] != second.meanings[value] {
      let (before, after) = (first.meanings[value], second.meanings[value])
      let below = element.child("\(value)", isOnWire: false)
      guard let before, let after, after == first.meanings[!value] else {
        compareDocumentation("description", before, after, at: below, (first.range, second.range))
        continue
      }
      note(
        .codeDescriptionChanged, at: below,
        "description of \(value): that of \(!value) before",
        old: (before, first.range), new: (after, second.range),
        samples: (
          samples.old.member(first.wire, .bool(value)),
          samples.new.member(second.wire, .bool(value))
        ))
    }
  }
}
