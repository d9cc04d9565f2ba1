import CallbackSchema
import SchemaSource

extension Comparison {
  mutating func comparePresence(_ first: Field, _ second: Field, at spot: Spot) {
    let ranges = (first.range, second.range)
    if first.isOptional != second.isOptional {
      note(
        second.isOptional ? .optionalAdded : .optionalRemoved, at: spot,
        "\(first.wire) \(second.isOptional ? "may be absent" : "is always there")",
        old: (first.isOptional ? "optional" : "always there", ranges.0),
        new: (second.isOptional ? "optional" : "always there", ranges.1))
    }
    if first.isRequired != second.isRequired {
      note(
        second.isRequired ? .requiredAdded : .requiredRemoved, at: spot,
        "\(first.wire) is \(second.isRequired ? "required" : "not required any more")",
        old: (first.isRequired ? "required" : "not required", ranges.0),
        new: (second.isRequired ? "required" : "not required", ranges.1))
    }
    compareConditions(first, second, at: spot)
  }

  private mutating func compareConditions(_ first: Field, _ second: Field, at spot: Spot) {
    let (before, after) = (
      first.condition.map(Facets.condition), second.condition.map(Facets.condition)
    )
    guard before != after || Self.isTold(first.condition) != Self.isTold(second.condition) else {
      return
    }
    let rule: ReviewRule =
      switch (first.condition, second.condition) {
      case (nil, .text): .toldConditionAdded
      case (.text, nil): .toldConditionRemoved
      case (.text, .text): .toldConditionChanged
      case (nil, _): .conditionAdded
      case (_, nil): .conditionRemoved
      default: .conditionChanged
      }
    note(
      rule, at: spot,
      "\(first.wire) is there \(after.map { "when \($0)" } ?? "always"), before \(before.map { "when \($0)" } ?? "always")",
      old: (before ?? "always", first.range), new: (after ?? "always", second.range))
  }

  private static func isTold(_ condition: Condition?) -> Bool {
    if case .text? = condition { true } else { false }
  }
}
