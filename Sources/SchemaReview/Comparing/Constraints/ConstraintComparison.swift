@_spi(Generated) import CallbackRuntime
@_spi(Generated) import CallbackSchema
import PayloadValidation
import SchemaSource

extension Comparison {
  /// Compares what the schema states about the values of a field.
  ///
  /// Limits of fields whose values are of different types matter as far as the old code reads such values.
  mutating func compareConstraints(_ fields: FieldPair, at element: ComparedElement) {
    let (first, second) = (fields.old, fields.new)
    for key in Constraint.Key.allCases {
      switch key {
      case .unit: compareUnits(fields, at: element)
      case .range:
        compareLimit(
          key, \.bounds, (.rangeWidened, .rangeNarrowed), fields, at: element,
          text: SchemaText.bounds, covers: Self.contains)
      case .length:
        compareLimit(
          key, \.length, (.lengthWidened, .lengthNarrowed), fields, at: element,
          text: SchemaText.bounds, covers: Self.contains)
      case .characters:
        compareLimit(
          key, \.characters, (.charactersWidened, .charactersNarrowed), fields, at: element,
          text: \.self, covers: { CharacterRanges($0).covers(CharacterRanges($1)) })
      case .pattern:
        compareLimit(
          key, \.pattern, (.patternWidened, .patternNarrowed), fields, at: element,
          text: \.self, covers: Self.covers)
      case .format: compareFormats(fields, at: element)
      // `comparePresence` compares it with what else states when a field is present.
      case .when: break
      case .values: compareListed(fields, at: element)
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
    _ rules: (wider: ReviewRule, narrower: ReviewRule), _ fields: FieldPair,
    at element: ComparedElement, text: (Value) -> String, covers: (Value, Value) -> Bool
  ) {
    /// A field without the limit allows everything.
    func allows(_ limit: Located<Value>?, _ other: Located<Value>?) -> Bool {
      guard let limit else { return true }
      return other.map { covers(limit.value, $0.value) } ?? false
    }
    let (first, second) = (fields.old, fields.new)
    let (before, after) = (limit(first), limit(second))
    var isNarrower = allows(before, after)
    guard !isNarrower || !allows(after, before) else { return }
    let isOther = first.type != second.type || first.format != second.format
    if let trial = fields.trial, isOther || first.constant != second.constant {
      isNarrower = !trial.finds(rules.wider)
      // Without a limit in the new type there is nothing to state.
      guard !isNarrower || trial.readsSome && after != nil else { return }
    }
    noteChange(
      isNarrower ? rules.narrower : rules.wider, of: "\(key.rawValue) of \"\(first.wire)\"",
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
  private mutating func compareListed(_ fields: FieldPair, at element: ComparedElement) {
    let (first, second) = (fields.old, fields.new)
    let (before, after) = (Set(first.listed.map(\.value)), Set(second.listed.map(\.value)))
    guard before != after else { return }
    var isWider = after.isEmpty || (!before.isEmpty && !after.isSubset(of: before))
    if let trial = fields.trial, first.type != second.type {
      isWider = trial.finds(.listingWidened)
      guard isWider || trial.readsSome && !after.isEmpty else { return }
    }
    func text(_ values: Set<WireValue>) -> String {
      values.isEmpty ? "any" : values.map(SchemaText.value).sorted().joined(separator: ", ")
    }
    noteChange(
      isWider ? .listingWidened : .listingNarrowed, of: "codes of \"\(first.wire)\"", at: element,
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
      rule, of: "value of \"\(first.wire)\"", at: element,
      (values.0 ?? "any", first.constant?.range ?? first.range),
      (values.1 ?? "any", second.constant?.range ?? second.range), samples: samples(first, second))
  }

  /// Compares the unit of a number.
  private mutating func compareUnits(_ fields: FieldPair, at element: ComparedElement) {
    let (first, second) = (fields.old, fields.new)
    guard first.unit != second.unit else { return }
    // Only integers have a timestamp type, which detects another unit by the magnitude.
    let isTime = first.timeUnit != nil || second.timeUnit != nil
    noteChange(
      rule(forUnits: fields, isTime: isTime), of: "unit of \"\(first.wire)\"", at: element,
      (first.unit?.rawValue ?? "none", first.range),
      (second.unit?.rawValue ?? "none", second.range), samples: samples(first, second))
  }

  /// The rule of another unit, by what the old code finds about times in it.
  private func rule(forUnits fields: FieldPair, isTime: Bool) -> ReviewRule {
    let (first, second) = (fields.old, fields.new)
    // Numbers and text have no unit in common.
    guard fields.trial?.readsSome != false else {
      return second.unit == nil ? .unitRemoved : .unitAdded
    }
    let found = fields.trial?.findings ?? []
    let isOther = first.unit != nil && second.unit != nil
    if found.contains(.unit) { return isOther ? .timeUnitChanged : .timeUnitRemoved }
    if found.contains(.otherUnit) { return isOther ? .timeUnitAccepted : .timeUnitRemoved }
    if isOther { return isTime ? .timeUnitReplaced : .unitChanged }
    // The Swift type of a time differs from that of the number.
    if first.timeUnit != nil, first.type == second.type { return .swiftTypeChanged }
    if second.unit == nil { return .unitRemoved }
    return isTime ? .timeUnitAdded : .unitAdded
  }

  /// Compares the format of a field.
  private mutating func compareFormats(_ fields: FieldPair, at element: ComparedElement) {
    let (first, second) = (fields.old, fields.new)
    func text(_ field: Field, _ names: [String: String]) -> String? {
      if case .text(let name)? = field.format { return names[name.value] ?? name.value }
      return field.format.map(SchemaText.format)
    }
    let (before, after) = (text(first, matching.types), text(second, [:]))
    guard before != after, let rule = rule(forFormats: before, after, fields) else { return }
    noteChange(
      rule, of: "format of \"\(first.wire)\"", at: element, (before ?? "none", first.range),
      (after ?? "none", second.range), samples: samples(first, second))
  }

  /// The rule of another format, by what the old code finds about values in it; nil if the type tells all.
  private func rule(
    forFormats before: String?, _ after: String?, _ fields: FieldPair
  ) -> ReviewRule? {
    let (first, second) = (fields.old, fields.new)
    if before == "json" || after == "json" {
      return isAccepted(first, second) ? .payloadFormAccepted : .payloadFormChanged
    }
    let found = fields.trial?.findings ?? []
    if found.contains(.format) { return after == nil ? .formatRemoved : .formatChanged }
    guard first.type == second.type else { return nil }
    if found.contains(.wrongType) {
      let isLost = isVital(first) && fields.trial?.losesSome != false
      return isLost ? .requiredTypeChanged : .typeChanged
    }
    if found.contains(.otherType) { return .typeAccepted }
    if case .list? = first.format, case .list? = second.format { return .separatorChanged }
    return before == nil ? .formatAdded : .swiftTypeChanged
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
