extension ReviewRule {
  static let optionalAdded = ReviewRule(
    "optional-added", "A field that was always present may be absent.",
    wire: .degrades(finding: "missing"),
    why:
      "The property is optional already; validation of the old code reports the field as missing.",
    advice: "Review code that assumes that the field is present.")
  static let optionalRemoved = ReviewRule(
    "optional-removed", "A field that could be absent is always present.",
    why: "The property stays optional: only required: makes it non-optional.")
  static let requiredAdded = ReviewRule(
    "required-added", "A field is required.", source: .breaks,
    why:
      "The property is no longer optional, and the new code decodes a body without the field as .malformed.",
    advice: "Remove the unwrapping.")
  static let requiredRemoved = ReviewRule(
    "required-removed", "A field is no longer required.", wire: .breaks, source: .breaks,
    why: "The old code decodes a body without the field as .malformed. The property is optional.",
    advice: "Deploy before the vendor omits the field.")
  static let nullAdded = ReviewRule(
    "null-added", "A field may be null.", wire: .degrades(finding: "null"),
    why:
      "The old code decodes null as nil, keeps it in faults, and writes it back; its validation reports the null and the missing value.",
    advice: "Review code that assumes that the field has a value.")
  static let nullRemoved = ReviewRule(
    "null-removed", "A field that could be null always has a value.",
    why: "The property stays optional: only required: makes it non-optional.")
  static let conditionAdded = ReviewRule(
    "condition-added", "A field that was always present has a condition.",
    wire: .degrades(finding: "missing"),
    why: "Validation of the old code reports the field as missing where the condition is false.",
    advice: "Review code that assumes that the field is present.")
  static let conditionRemoved = ReviewRule(
    "condition-removed", "A field that had a condition is always present.",
    wire: .degrades(finding: "condition"),
    why:
      "The old code decodes the field; validation reports it as unexpected where the condition is false.",
    advice: "Read the field in all cases.")
  static let conditionChanged = ReviewRule(
    "condition-changed", "The condition of a field changed.", wire: .degrades(finding: "condition"),
    why: "The old code decodes the field; validation checks the old condition.",
    advice: "Review code that tests the old condition.")
  static let proseConditionAdded = ReviewRule(
    "prose-condition-added",
    "A field that was always present has a condition that a body cannot show.",
    wire: .degrades(finding: "missing"),
    why: "Validation of the old code reports the field as missing.",
    advice: "Review code that assumes that the field is present.")
  static let proseConditionRemoved = ReviewRule(
    "prose-condition-removed",
    "A field that had a condition that a body cannot show is always present.",
    why: "The old code does not check such a condition.")
  static let proseConditionChanged = ReviewRule(
    "prose-condition-changed", "A condition that a body cannot show changed.",
    why: "Only the documentation comment changes.", advice: "Read the new condition.")
  static let presenceSpecified = ReviewRule(
    "presence-specified", "A field that could be absent has a condition.",
    why: "The old code expects that it may be absent.")
  static let presenceUnspecified = ReviewRule(
    "presence-unspecified", "A field that had a condition may be absent for other reasons.",
    wire: .degrades(finding: "condition"),
    why: "The old code decodes the field; validation checks the old condition.",
    advice: "Review code that tests the old condition.")
}
