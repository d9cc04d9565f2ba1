extension ReviewRule {
  static let constantAdded = ReviewRule(
    "constant-added", "A field has a constant value.", source: .breaks,
    why: "A constant is compared and encoded but not stored, so the property no longer exists.",
    advice: "Remove the uses of the property.")
  static let constantRemoved = ReviewRule(
    "constant-removed", "A field no longer has a constant value.",
    wire: .degrades(finding: "constant"),
    why: "The old code reports other values and does not keep them.",
    advice: "Regenerate and read the property.")
  static let requiredConstantRemoved = ReviewRule(
    "required-constant-removed", "A required field no longer has a constant value.",
    wire: .degrades(finding: "constant"), source: .breaks,
    why:
      "The old code reports other values and does not keep them. The initializer has a new parameter without a default.",
    advice: "Regenerate and read the property.", opposite: "constant-added")
  static let constantChanged = ReviewRule(
    "constant-changed", "A field has another constant value.", wire: .degrades(finding: "constant"),
    why: "The old code reports the new value and still decodes the event.", advice: "Regenerate.")
  static let unitAdded = ReviewRule(
    "unit-added", "The unit of a number is documented.",
    why: "The type of the property is the same.",
    advice: "Compare the unit with the one that the code assumes.")
  static let unitRemoved = ReviewRule(
    "unit-removed", "The unit of a number is no longer documented.",
    why: "Only the documentation comment changes.", advice: "Find out why it was removed.")
  static let unitChanged = ReviewRule(
    "unit-changed", "The unit of a number changed.", meaning: .changed,
    why: "The type is the same, so neither the compiler nor the decoder detects the change.",
    advice: "Review every use of the property, and deploy when the vendor switches.")
  static let timeUnitAdded = ReviewRule(
    "time-unit-added", "A number is a timestamp.", source: .breaks,
    why: "The JSON is the same; the property has a timestamp type.",
    advice: "Use the date of the timestamp.")
  static let timeUnitRemoved = ReviewRule(
    "time-unit-removed", "A number is no longer a timestamp.", wire: .degrades(finding: "unit"),
    source: .breaks, why: "The old code decodes it as a timestamp and reports implausible values.",
    advice: "Find out why the unit was removed.")
  static let timeUnitChanged = ReviewRule(
    "time-unit-changed", "The unit of a timestamp changed.", wire: .degrades(finding: "unit"),
    source: .breaks, meaning: .changed,
    why:
      "The old code reads the number in the old unit, so the date is wrong; validation detects this by the magnitude.",
    advice: "Record the old unit as a reading: the magnitude then distinguishes both units.")
  static let timeUnitReplaced = ReviewRule(
    "time-unit-replaced", "A number has another unit, and was or is a timestamp.", source: .breaks,
    meaning: .changed,
    why:
      "The old code reads the number in the old unit, and its magnitude does not show the change. The property has another type.",
    advice: "Review every use of the property, and deploy when the vendor switches.",
    opposite: "time-unit-changed")
  static let timeUnitAccepted = ReviewRule(
    "time-unit-accepted", "The unit of a timestamp changed to one that the old code accepts.",
    wire: .degrades(finding: "other-unit"), source: .breaks,
    why:
      "The unit was a reading, so the old code converts the timestamp. The property has another type.",
    advice: "Update the code that uses the property.")
  static let defaultAdded = ReviewRule(
    "default-added", "The value that an absent field implies is documented.",
    why: "Decoding does not fill in defaults.", advice: "Apply the default where needed.")
  static let defaultRemoved = ReviewRule(
    "default-removed", "The value that an absent field implies is no longer documented.",
    why: "Decoding does not fill in defaults.", advice: "Review code that relies on the default.")
  static let defaultChanged = ReviewRule(
    "default-changed", "An absent field implies another value.", meaning: .changed,
    why: "The same body has another meaning.", advice: "Update the code that applies the default.")
}
