import CallbackRuntime
import CallbackSchema
import SchemaSource

extension Comparison {
  mutating func compareLimits(_ first: Field, _ second: Field, at element: ComparedElement) {
    compareBounds(
      "range", first.bounds, second.bounds, (.rangeWidened, .rangeNarrowed), first, second,
      at: element
    )
    compareBounds(
      "length", first.length, second.length, (.lengthWidened, .lengthNarrowed), first, second,
      at: element)
    if first.characters?.value != second.characters?.value {
      let isWider = !Self.covers(first.characters?.value, second.characters?.value)
      let isSame = !isWider && Self.covers(second.characters?.value, first.characters?.value)
      let texts = (first.characters?.value ?? "any", second.characters?.value ?? "any")
      if !isSame {
        note(
          isWider ? .charactersWidened : .charactersNarrowed, at: element,
          "characters of \(first.wire): \(texts.1), before \(texts.0)",
          old: (texts.0, first.characters?.range ?? first.range),
          new: (texts.1, second.characters?.range ?? second.range))
      }
    }
    let (before, after) = (Set(first.listed.map(\.value)), Set(second.listed.map(\.value)))
    guard before != after else { return }
    let isWider = after.isEmpty || (!before.isEmpty && !after.isSubset(of: before))
    let texts = (
      before.isEmpty ? "any" : before.map(SchemaText.value).sorted().joined(separator: ", "),
      after.isEmpty ? "any" : after.map(SchemaText.value).sorted().joined(separator: ", ")
    )
    note(
      isWider ? .listingWidened : .listingNarrowed, at: element,
      "codes of \(first.wire): \(texts.1), before \(texts.0)",
      old: (texts.0, first.listed.first?.range ?? first.range),
      new: (texts.1, second.listed.first?.range ?? second.range))
  }

  /// Whether all that the second set of characters allows is allowed by the first; nil allows any.
  private static func covers(_ first: String?, _ second: String?) -> Bool {
    guard let first else { return true }
    guard let second else { return false }
    return CharacterRanges(first).covers(CharacterRanges(second))
  }

  private mutating func compareBounds(
    _ what: String, _ before: Located<Bounds>?, _ after: Located<Bounds>?,
    _ rules: (wider: ReviewRule, narrower: ReviewRule), _ first: Field, _ second: Field,
    at element: ComparedElement
  ) {
    let isNarrower = Self.holds(before?.value, after?.value)
    // `0...1` and `0.0...1.0` are one.
    guard !isNarrower || !Self.holds(after?.value, before?.value) else { return }
    let texts = (
      before.map { SchemaText.bounds($0.value) } ?? "any",
      after.map { SchemaText.bounds($0.value) } ?? "any"
    )
    note(
      isNarrower ? rules.narrower : rules.wider, at: element,
      "\(what) of \(first.wire): \(texts.1), before \(texts.0)",
      old: (texts.0, before?.range ?? first.range), new: (texts.1, after?.range ?? second.range))
  }

  /// Whether all that lies within the second bounds lies within the first.
  private static func holds(_ first: Bounds?, _ second: Bounds?) -> Bool {
    /// Large integers have no exact double.
    func isAtMost(_ small: String, _ large: String) -> Bool {
      if let a = Int64(small), let b = Int64(large) { return a <= b }
      return (Double(small) ?? 0) <= (Double(large) ?? 0)
    }
    if let lower = first?.lower {
      guard let other = second?.lower, isAtMost(lower, other) else { return false }
    }
    if let upper = first?.upper {
      guard let other = second?.upper, isAtMost(other, upper) else { return false }
    }
    return true
  }
}
