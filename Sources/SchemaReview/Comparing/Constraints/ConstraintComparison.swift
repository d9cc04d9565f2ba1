import CallbackRuntime
import CallbackSchema
import PayloadValidation
import SchemaSource

extension Comparison {
  mutating func compareConstraints(_ first: Field, _ second: Field, at spot: Spot) {
    for key in Constraint.Key.allCases {
      switch key {
      case .unit: compareUnits(first, second, at: spot)
      case .range:
        compareBounds(
          "range", first.bounds, second.bounds, (.rangeWidened, .rangeNarrowed), first, second,
          at: spot)
      case .length:
        compareBounds(
          "length", first.length, second.length, (.lengthWidened, .lengthNarrowed), first, second,
          at: spot)
      case .characters: compareCharacters(first, second, at: spot)
      case .pattern: comparePatterns(first, second, at: spot)
      case .format: compareFormats(first, second, at: spot)
      // `comparePresence` compares it with what else says when a field is there.
      case .when: break
      case .values: compareListed(first, second, at: spot)
      case .const: compareConstants(first, second, at: spot)
      }
    }
  }

  private mutating func compareCharacters(_ first: Field, _ second: Field, at spot: Spot) {
    guard first.characters?.value != second.characters?.value else { return }
    let isWider = !Self.covers(first.characters?.value, second.characters?.value)
    let isSame = !isWider && Self.covers(second.characters?.value, first.characters?.value)
    guard !isSame else { return }
    let texts = (first.characters?.value ?? "any", second.characters?.value ?? "any")
    note(
      isWider ? .charactersWidened : .charactersNarrowed, at: spot,
      "characters of \(first.wire): \(texts.1), before \(texts.0)",
      old: (texts.0, first.characters?.range ?? first.range),
      new: (texts.1, second.characters?.range ?? second.range))
  }

  private mutating func comparePatterns(_ first: Field, _ second: Field, at spot: Spot) {
    guard first.pattern?.value != second.pattern?.value else { return }
    let (before, after) = (first.compiledPattern, second.compiledPattern)
    let isNarrower = Self.isCovered(after, by: before)
    guard !isNarrower || !Self.isCovered(before, by: after) else { return }
    let texts = (first.pattern?.value ?? "any", second.pattern?.value ?? "any")
    note(
      isNarrower ? .patternNarrowed : .patternWidened, at: spot,
      "pattern of \(first.wire): \(texts.1), before \(texts.0)",
      old: (texts.0, first.pattern?.range ?? first.range),
      new: (texts.1, second.pattern?.range ?? second.range))
  }

  /// Whether every text that matches a pattern matches the other one, as far as that can be told; nil matches any.
  private static func isCovered(_ first: _Pattern?, by second: _Pattern?) -> Bool {
    guard let second else { return true }
    return first?.isCovered(by: second) ?? false
  }

  private mutating func compareListed(_ first: Field, _ second: Field, at spot: Spot) {
    let (before, after) = (Set(first.listed.map(\.value)), Set(second.listed.map(\.value)))
    guard before != after else { return }
    let isWider = after.isEmpty || (!before.isEmpty && !after.isSubset(of: before))
    let texts = (
      before.isEmpty ? "any" : before.map(Facets.value).sorted().joined(separator: ", "),
      after.isEmpty ? "any" : after.map(Facets.value).sorted().joined(separator: ", ")
    )
    note(
      isWider ? .listingWidened : .listingNarrowed, at: spot,
      "codes of \(first.wire): \(texts.1), before \(texts.0)",
      old: (texts.0, first.listed.first?.range ?? first.range),
      new: (texts.1, second.listed.first?.range ?? second.range))
  }

  private mutating func compareConstants(_ first: Field, _ second: Field, at spot: Spot) {
    guard first.constant?.value != second.constant?.value else { return }
    let values = (
      first.constant.map { Facets.value($0.value) }, second.constant.map { Facets.value($0.value) }
    )
    let rule: ReviewRule =
      values.0 == nil
      ? .constantAdded
      : values.1 != nil
        ? .constantChanged : second.isRequired ? .requiredConstantRemoved : .constantRemoved
    note(
      rule, at: spot,
      "\(first.wire) is \(values.1.map { "always \($0)" } ?? "any value"), was \(values.0.map { "always \($0)" } ?? "any value")",
      old: (values.0 ?? "any value", first.constant?.range ?? first.range),
      new: (values.1 ?? "any value", second.constant?.range ?? second.range),
      samples: (samples.old.member(first), samples.new.member(second)))
  }

  private mutating func compareUnits(_ first: Field, _ second: Field, at spot: Spot) {
    guard first.unit != second.unit else { return }
    // A time that is no integer has no type of its own, and nobody tells its unit by its size.
    let isInteger = first.isInteger && second.isInteger
    let isTime = isInteger && (first.unit?.isTime == true || second.unit?.isTime == true)
    let isRead = isTime && second.unit != nil && first.otherTimeUnit == second.unit
    let rule: ReviewRule =
      switch (first.unit, second.unit) {
      case (nil, _): isTime ? .timeUnitAdded : .unitAdded
      case (_, nil): isTime ? .timeUnitRemoved : .unitRemoved
      default: isRead ? .timeUnitRead : isTime ? .timeUnitChanged : .unitChanged
      }
    let names = (first.unit?.rawValue ?? "none", second.unit?.rawValue ?? "none")
    note(
      rule, at: spot, "the unit of \(first.wire) is \(names.1), was \(names.0)",
      old: (names.0, first.range), new: (names.1, second.range),
      samples: (samples.old.member(first), samples.new.member(second)))
  }

  private mutating func compareFormats(_ first: Field, _ second: Field, at spot: Spot) {
    func text(_ field: Field, _ names: [String: String]) -> String? {
      if case .text(let name)? = field.format { return names[name.value] ?? name.value }
      return field.format.map(Facets.format)
    }
    let (before, after) = (text(first, matching.types), text(second, [:]))
    guard before != after else { return }
    let rule: ReviewRule =
      before == "json" || after == "json"
      ? isFormRead(first, second) ? .payloadFormRead : .payloadFormChanged
      : before == nil ? .formatAdded : after == nil ? .formatRemoved : .formatChanged
    note(
      rule, at: spot, "the form of \(first.wire) is \(after ?? "any"), was \(before ?? "any")",
      old: (before ?? "any", first.range), new: (after ?? "any", second.range),
      samples: (samples.old.member(first), samples.new.member(second)))
  }

  /// Whether yesterday's code reads the payload in its other form too.
  private func isFormRead(_ first: Field, _ second: Field) -> Bool {
    second.type.kind(in: new).map { first.otherKinds(in: old).contains($0) } ?? false
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
    at spot: Spot
  ) {
    let isNarrower = Self.holds(before?.value, after?.value)
    // `0...1` and `0.0...1.0` are one.
    guard !isNarrower || !Self.holds(after?.value, before?.value) else { return }
    let texts = (
      before.map { Facets.bounds($0.value) } ?? "any",
      after.map { Facets.bounds($0.value) } ?? "any"
    )
    note(
      isNarrower ? rules.narrower : rules.wider, at: spot,
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

extension Field {
  fileprivate var isInteger: Bool {
    if case .scalar(let scalar) = type { scalar.isInteger } else { false }
  }
}

// MARK: - Rules

extension ReviewRule {
  static let rangeWidened = ReviewRule(
    "range-widened", "A number may lie where it could not before.",
    wire: .degrades(finding: "range"),
    why: "It is read; yesterday's validate() has the old range.",
    advice: "Look for code that relies on the range.", mirror: .to("range-narrowed"))
  static let rangeNarrowed = ReviewRule(
    "range-narrowed", "A number lies within a smaller range.",
    why: "All that may come now was foreseen.", advice: "Nothing.", mirror: .to("range-widened"))
  static let lengthWidened = ReviewRule(
    "length-widened", "A text or a list may have a length that it could not have before.",
    wire: .degrades(finding: "length"),
    why: "It is read; yesterday's validate() has the old length.",
    advice: "Look at the column of the database that it goes to.", mirror: .to("length-narrowed"))
  static let lengthNarrowed = ReviewRule(
    "length-narrowed", "A text or a list has fewer lengths.",
    why: "All that may come now was foreseen.", advice: "Nothing.", mirror: .to("length-widened"))
  static let charactersWidened = ReviewRule(
    "characters-widened", "A text may have characters that it could not have before.",
    wire: .degrades(finding: "characters"),
    why: "It is read; yesterday's validate() has the old characters.",
    advice: "Look where the text is put into addresses, paths or queries.",
    mirror: .to("characters-narrowed"))
  static let charactersNarrowed = ReviewRule(
    "characters-narrowed", "A text has fewer characters to consist of.",
    why: "All that may come now was foreseen.", advice: "Nothing.",
    mirror: .to("characters-widened"))
  static let patternWidened = ReviewRule(
    "pattern-widened", "A text may have a form that did not match its pattern before.",
    wire: .degrades(finding: "pattern"),
    why: "It is read; yesterday's validate() has the old pattern.",
    advice: "Look for code that takes the text apart.", mirror: .to("pattern-narrowed"))
  static let patternNarrowed = ReviewRule(
    "pattern-narrowed", "A text matches a pattern that fewer texts match.",
    why: "All that may come now was foreseen.", advice: "Nothing.",
    mirror: .to("pattern-widened"))
  static let listingWidened = ReviewRule(
    "listing-widened", "A field may have further codes of its table.",
    wire: .degrades(finding: "value"),
    why: "The codes have names already; yesterday's validate() did not expect them here.",
    advice: "Look at the switch over this field.", mirror: .to("listing-narrowed"))
  static let listingNarrowed = ReviewRule(
    "listing-narrowed", "A field has fewer codes of its table.",
    why: "All that may come now was foreseen.", advice: "Nothing.",
    mirror: .to("listing-widened"))

  static let limitRules = [
    rangeWidened, rangeNarrowed, lengthWidened, lengthNarrowed, charactersWidened,
    charactersNarrowed, patternWidened, patternNarrowed, listingWidened, listingNarrowed,
  ]
}
