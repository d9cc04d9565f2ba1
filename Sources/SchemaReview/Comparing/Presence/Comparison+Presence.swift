import CallbackRuntime
import CallbackSchema
import PayloadValidation
import SchemaSource

extension Comparison {
  /// Compares whether and when a field is present.
  mutating func comparePresence(_ fields: FieldPair, at element: ComparedElement) {
    let (first, second) = (fields.old, fields.new)
    let ranges = (first.range, second.range)
    // The decoder requires no constant, which has no property.
    let isOfConstant = first.constant != nil || second.constant != nil && second.isRequired
    if first.isRequired != second.isRequired, !isOfConstant {
      note(
        second.isRequired ? .requiredAdded : .requiredRemoved, at: element,
        "\"\(first.wire)\" is \(second.isRequired ? "required" : "no longer required")",
        old: (first.isRequired ? "required" : "not required", ranges.0),
        new: (second.isRequired ? "required" : "not required", ranges.1))
    }
    if first.isNullable != second.isNullable {
      let texts = (first: "can be null", second: "cannot be null")
      note(
        second.isNullable ? .nullAdded : .nullRemoved, at: element,
        "\"\(first.wire)\" \(second.isNullable ? "can be null" : "can no longer be null")",
        old: (first.isNullable ? texts.first : texts.second, ranges.0),
        new: (second.isNullable ? texts.first : texts.second, ranges.1))
    }
    let (before, after) = (Presence(first), Presence(second))
    guard before != after else { return }
    noteChange(
      before.rule(to: after, isRead: fields.trial?.readsSome != false),
      of: "presence of \"\(first.wire)\"", at: element,
      (before.text, first.range), (after.text, second.range))
  }

  /// Compares whether the elements of a list may be `null`, which the old code may not read.
  mutating func compareNullElements(_ first: Field, _ second: Field, at element: ComparedElement) {
    guard case .list = first.type, case .list = second.type,
      first.hasNullElements != second.hasNullElements
    else { return }
    let reading = FieldReader(first, by: validators.old).read(.array([.null]))
    let isLost = second.hasNullElements && reading.findings.contains { $0.rule == .wrongType }
    let rule = isVital(first) ? ReviewRule.typeChanged.ofVitalField : .typeChanged
    func text(_ field: Field) -> String { field.hasNullElements ? "can be null" : "cannot be null" }
    noteChange(
      isLost ? rule : .swiftTypeChanged, of: "elements of \"\(first.wire)\"",
      at: element, (text(first), first.range), (text(second), second.range),
      samples: samples(first, second))
  }
}

/// When a field is present.
private enum Presence: Equatable {
  case always
  case optional
  /// Under a condition in prose, which a body cannot show.
  case prose(String, isOptional: Bool)
  /// Under a condition on other fields.
  case clauses(String, isOptional: Bool)

  init(_ field: Field) {
    switch field.condition {
    case .clauses(let clauses, _)?:
      self = .clauses(SchemaText.clauses(clauses), isOptional: field.isOptional)
    case .text(let text)?: self = .prose("\"\(text)\"", isOptional: field.isOptional)
    case nil: self = field.isOptional ? .optional : .always
    }
  }

  var text: String {
    switch self {
    case .always: "always"
    case .optional: "optional"
    case .prose(let text, let isOptional), .clauses(let text, let isOptional):
      "if \(text)\(isOptional ? "; optional" : "")"
    }
  }

  /// The rule of a change to another presence.
  ///
  /// - Parameter isRead: whether the old code reads some of the values, so that their presence can be unexpected.
  func rule(to other: Presence, isRead: Bool) -> ReviewRule {
    switch (self, other) {
    case (.always, .prose): .proseConditionAdded
    case (.prose, .always): .proseConditionRemoved
    case (.always, .clauses): .conditionAdded
    case (.always, _): .optionalAdded
    case (.optional, .always): .optionalRemoved
    case (.prose, .prose): .proseConditionChanged
    case (.optional, _), (.prose, _): .presenceSpecified
    case (.clauses(let text, _), .clauses(let otherText, let isOptional)):
      text == otherText
        ? isOptional ? .optionalAdded : .optionalRemoved
        : isRead ? .conditionChanged : .presenceSpecified
    case (.clauses, .always): isRead ? .conditionRemoved : .optionalRemoved
    case (.clauses, _): isRead ? .presenceUnspecified : .presenceSpecified
    }
  }
}
