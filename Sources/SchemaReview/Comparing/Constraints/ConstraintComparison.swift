@_spi(Generated) import CallbackRuntime
@_spi(Generated) import CallbackSchema
import PayloadValidation
import SchemaSource

extension Comparison {
  /// Compares what the schema states about the values of a field.
  mutating func compareConstraints(_ first: Field, _ second: Field, at element: ComparedElement) {
    for key in Constraint.Key.allCases {
      switch key {
      case .unit: compareUnits(first, second, at: element)
      case .range:
        compareLimit(
          key, \.bounds, (.rangeWidened, .rangeNarrowed), first, second, at: element,
          text: SchemaText.bounds, covers: Self.contains)
      case .length:
        compareLimit(
          key, \.length, (.lengthWidened, .lengthNarrowed), first, second, at: element,
          text: SchemaText.bounds, covers: Self.contains)
      case .characters:
        compareLimit(
          key, \.characters, (.charactersWidened, .charactersNarrowed), first, second, at: element,
          text: \.self, covers: { CharacterRanges($0).covers(CharacterRanges($1)) })
      case .pattern:
        compareLimit(
          key, \.pattern, (.patternWidened, .patternNarrowed), first, second, at: element,
          text: \.self, covers: Self.covers)
      case .format: compareFormats(first, second, at: element)
      // `comparePresence` compares it with what else states when a field is present.
      case .when: break
      case .values: compareListed(first, second, at: element)
      case .const: compareConstants(first, second, at: element)
      }
    }
  }

  /// Compares a limit of a field by the values that it allows.
  ///
  /// - Parameter covers: whether the first limit allows everything that the second one does. Two notations may allow the
  ///   same, such as `0...1` and `0.0...1.0`.
  private mutating func compareLimit<Value>(
    _ key: Constraint.Key, _ limit: (Field) -> Located<Value>?,
    _ rules: (wider: ReviewRule, narrower: ReviewRule), _ first: Field, _ second: Field,
    at element: ComparedElement, text: (Value) -> String, covers: (Value, Value) -> Bool
  ) {
    /// A field without the limit allows everything.
    func allows(_ limit: Located<Value>?, _ other: Located<Value>?) -> Bool {
      guard let limit else { return true }
      return other.map { covers(limit.value, $0.value) } ?? false
    }
    let (before, after) = (limit(first), limit(second))
    let isNarrower = allows(before, after)
    guard !isNarrower || !allows(after, before) else { return }
    noteChange(
      isNarrower ? rules.narrower : rules.wider, of: "\(key.rawValue) of \(first.wire)",
      at: element,
      (before.map { text($0.value) } ?? "any", before?.range ?? first.range),
      (after.map { text($0.value) } ?? "any", after?.range ?? second.range))
  }

  /// Whether the first pattern matches every text that the second one matches.
  private static func covers(_ first: String, _ second: String) -> Bool {
    guard first != second else { return true }
    guard let first = try? Pattern(parsing: first), let second = try? Pattern(parsing: second)
    else { return false }
    return second.isCovered(by: first) ?? false
  }

  /// Compares the codes that a field may have among those of its table.
  private mutating func compareListed(
    _ first: Field, _ second: Field, at element: ComparedElement
  ) {
    let (before, after) = (Set(first.listed.map(\.value)), Set(second.listed.map(\.value)))
    guard before != after else { return }
    let isWider = after.isEmpty || (!before.isEmpty && !after.isSubset(of: before))
    func text(_ values: Set<WireValue>) -> String {
      values.isEmpty ? "any" : values.map(SchemaText.value).sorted().joined(separator: ", ")
    }
    noteChange(
      isWider ? .listingWidened : .listingNarrowed, of: "codes of \(first.wire)", at: element,
      (text(before), first.listed.first?.range ?? first.range),
      (text(after), second.listed.first?.range ?? second.range))
  }

  /// Compares the constant value of a field.
  private mutating func compareConstants(
    _ first: Field, _ second: Field, at element: ComparedElement
  ) {
    guard first.constant?.value != second.constant?.value else { return }
    let values = (
      first.constant.map { "always \(SchemaText.value($0.value))" },
      second.constant.map { "always \(SchemaText.value($0.value))" }
    )
    let rule: ReviewRule =
      values.0 == nil
      ? .constantAdded
      : values.1 != nil
        ? .constantChanged : second.isRequired ? .requiredConstantRemoved : .constantRemoved
    noteChange(
      rule, of: "value of \(first.wire)", at: element,
      (values.0 ?? "any", first.constant?.range ?? first.range),
      (values.1 ?? "any", second.constant?.range ?? second.range), samples: samples(first, second))
  }

  /// Compares the unit of a number.
  private mutating func compareUnits(_ first: Field, _ second: Field, at element: ComparedElement) {
    guard first.unit != second.unit else { return }
    // Only integers have a timestamp type, which detects another unit by the magnitude.
    let isInteger = first.isInteger && second.isInteger
    let isTime = isInteger && (first.unit?.isTime == true || second.unit?.isTime == true)
    let isAccepted = isTime && second.unit != nil && first.otherTimeUnit == second.unit
    let rule: ReviewRule =
      switch (first.unit, second.unit) {
      case (nil, _): isTime ? .timeUnitAdded : .unitAdded
      case (_, nil): isTime ? .timeUnitRemoved : .unitRemoved
      default: isAccepted ? .timeUnitAccepted : isTime ? .timeUnitChanged : .unitChanged
      }
    noteChange(
      rule, of: "unit of \(first.wire)", at: element,
      (first.unit?.rawValue ?? "none", first.range),
      (second.unit?.rawValue ?? "none", second.range), samples: samples(first, second))
  }

  /// Compares the format of a field.
  private mutating func compareFormats(_ first: Field, _ second: Field, at element: ComparedElement)
  {
    func text(_ field: Field, _ names: [String: String]) -> String? {
      if case .text(let name)? = field.format { return names[name.value] ?? name.value }
      return field.format.map(SchemaText.format)
    }
    let (before, after) = (text(first, matching.types), text(second, [:]))
    guard before != after else { return }
    let rule: ReviewRule =
      before == "json" || after == "json"
      ? isAccepted(first, second) ? .payloadFormAccepted : .payloadFormChanged
      : isSpelling(first, of: second)
        ? before == nil ? .formatAdded : after == nil ? .formatRemoved : .formatChanged
        : isVital(first) ? .requiredTypeChanged : .typeChanged
    noteChange(
      rule, of: "format of \(first.wire)", at: element, (before ?? "none", first.range),
      (after ?? "none", second.range), samples: samples(first, second))
  }

  /// Whether the old code reads the strings or integers of the new field: a number or a boolean that they spell is all that it
  /// reads of them.
  private func isSpelling(_ first: Field, of second: Field) -> Bool {
    first.spelled == nil || first.spelled == second.spelled
  }

  /// Whether the old code accepts the payload as the new schema has it.
  private func isAccepted(_ first: Field, _ second: Field) -> Bool {
    second.type.kind(in: new).map { first.otherKinds(in: old).contains($0) } ?? false
  }

  /// Whether the first bounds contain the second.
  private static func contains(_ first: Bounds, _ second: Bounds) -> Bool {
    func isAtMost(_ small: String, _ large: String) -> Bool {
      // Large integers have no exact double.
      if let small = Int64(small), let large = Int64(large) { return small <= large }
      if let small = UInt64(small), let large = UInt64(large) { return small <= large }
      return (Double(small) ?? 0) <= (Double(large) ?? 0)
    }
    if let lower = first.lower {
      guard let other = second.lower, isAtMost(lower, other) else { return false }
    }
    if let upper = first.upper {
      guard let other = second.upper, isAtMost(other, upper) else { return false }
    }
    return true
  }
}

extension Field {
  fileprivate var isInteger: Bool {
    if case .scalar(let scalar) = type { scalar.isInteger } else { false }
  }
}
