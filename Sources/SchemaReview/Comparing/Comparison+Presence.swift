import CallbackSchema
import SchemaSource

extension Comparison {
  mutating func comparePresence(_ first: Field, _ second: Field, at spot: Spot) {
    let ranges = (first.range, second.range)
    if first.isRequired != second.isRequired {
      note(
        second.isRequired ? .requiredAdded : .requiredRemoved, at: spot,
        "\(first.wire) is \(second.isRequired ? "required" : "not required any more")",
        old: (first.isRequired ? "required" : "not required", ranges.0),
        new: (second.isRequired ? "required" : "not required", ranges.1))
    }
    let (before, after) = (Presence(first), Presence(second))
    guard before != after else { return }
    note(
      before.rule(to: after), at: spot,
      "\(first.wire) is there \(after.text), before \(before.text)",
      old: (before.text, first.range), new: (after.text, second.range))
  }
}

/// When a field is there, as far as a body shows.
private enum Presence: Equatable {
  case always
  case optional
  /// Under a condition that the wire does not show.
  case told(String, isOptional: Bool)
  case clauses(String, isOptional: Bool)

  init(_ field: Field) {
    switch field.condition {
    case .clauses(let clauses, _)?:
      self = .clauses(Facets.clauses(clauses), isOptional: field.isOptional)
    case .text(let text)?: self = .told("\"\(text)\"", isOptional: field.isOptional)
    case nil: self = field.isOptional ? .optional : .always
    }
  }

  var text: String {
    switch self {
    case .always: "always"
    case .optional: "or absent"
    case .told(let text, let isOptional), .clauses(let text, let isOptional):
      "when \(text)\(isOptional ? ", or absent" : "")"
    }
  }

  /// The rule of a change to another presence: what yesterday's code expected is what counts.
  func rule(to other: Presence) -> ReviewRule {
    switch (self, other) {
    case (.always, .told): .toldConditionAdded
    case (.told, .always): .toldConditionRemoved
    case (.always, .clauses): .conditionAdded
    case (.always, _): .optionalAdded
    case (.optional, .always): .optionalRemoved
    case (.told, .told): .toldConditionChanged
    case (.optional, _), (.told, _): .presenceExplained
    case (.clauses(let text, _), .clauses(let otherText, let isOptional)):
      text != otherText ? .conditionChanged : isOptional ? .optionalAdded : .optionalRemoved
    case (.clauses, .always): .conditionRemoved
    case (.clauses, _): .presenceUnexplained
    }
  }
}
