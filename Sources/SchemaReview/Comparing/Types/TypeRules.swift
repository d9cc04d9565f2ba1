extension ReviewRule {
  static let typeChanged = ReviewRule(
    "type-changed", "An optional field has another JSON type, which the old code does not accept.",
    wire: .degrades(finding: "wrong-type"), source: .breaks,
    why:
      "The old code decodes nil, keeps the JSON in faults, and writes it back. The property has another type.",
    advice:
      "Accept both types with a reading or accepts:, and deploy before the vendor switches.")
  static let requiredTypeChanged = ReviewRule(
    "required-type-changed",
    "A required field, or a member of the envelope that identifies a callback, has another JSON type.",
    wire: .breaks, source: .breaks,
    why:
      "The old code decodes an event whose field is required as .malformed, and does not recognize the event, the product or the redelivery. The property has another type.",
    advice:
      "Accept both types with a reading or accepts:, and deploy before the vendor switches.")
  static let typeAccepted = ReviewRule(
    "type-accepted", "A value has another JSON type, which the old code accepts.",
    wire: .degrades(finding: "other-type"), source: .breaks,
    why: "The type was a reading or under accepts:. The property has another type.",
    advice: "Update the code that uses the property.", opposite: "type-changed")
  static let swiftTypeChanged = ReviewRule(
    "swift-type-changed", "A property has another Swift type; the JSON is the same.",
    source: .breaks, why: "The old code decodes every value that the new schema allows.",
    advice: "Update the code that uses the property.", opposite: "type-changed")
  static let objectReplaced = ReviewRule(
    "object-replaced", "An object may have other members than those of the old type.",
    wire: .degrades(finding: "missing"), source: .breaks,
    why:
      "The old code decodes the members that it knows; validation reports the others and those that are absent. The property has another type.",
    advice: "Update the code that uses the property.", opposite: "swift-type-changed")
  static let integerWidened = ReviewRule(
    "integer-widened", "A number in an optional field may exceed the old type.",
    wire: .degrades(finding: "wrong-type"), source: .breaks,
    why:
      "The old code decodes such a number as nil, keeps the JSON in faults, and writes it back. The property has another type.",
    advice: "Deploy before the vendor sends such numbers.")
  static let requiredIntegerWidened = ReviewRule(
    "required-integer-widened",
    "A number that is required, or that identifies a callback, may exceed the old type.",
    wire: .breaks, source: .breaks,
    why:
      "The old code decodes an event whose field is required as .malformed, and does not recognize the event, the product or the redelivery. The property has another type.",
    advice: "Deploy before the vendor sends such numbers.", opposite: "integer-narrowed")
  static let integerNarrowed = ReviewRule(
    "integer-narrowed", "A number has a smaller type.", source: .breaks,
    why: "Every value that the new schema allows fits the old type.",
    advice: "Update the code that uses the property.")
  static let tableAttached = ReviewRule(
    "table-attached", "The values of a field are listed in a table.", source: .breaks,
    why: "The JSON is the same; the property has the type of the table.",
    advice: "Compare with cases instead of raw values.")
  static let tableDetached = ReviewRule(
    "table-detached", "The values of a field are no longer listed in a table.",
    wire: .degrades(finding: "unknown-code"), source: .breaks,
    why:
      "The old code keeps values outside the table as .unrecognized. The property has a plain type.",
    advice: "Compare with raw values.")
  static let maskDetached = ReviewRule(
    "mask-detached", "The bits of a field are no longer listed in a table.",
    wire: .degrades(finding: "unknown-bits"), source: .breaks,
    why:
      "The old code keeps bits outside the table without a name. The property has a plain type.",
    advice: "Compare with raw values.", opposite: "table-attached")
  static let integerRounded = ReviewRule(
    "integer-rounded", "A floating-point number is an integer that may have more digits.",
    wire: .breaks, source: .breaks,
    why:
      "The old code rounds an integer beyond 2^53 to the nearest number that it can represent, without a finding.",
    advice: "Deploy before the vendor sends such integers.", opposite: "integer-widened")
  static let dependencyChanged = ReviewRule(
    "dependency-changed", "Another table applies to a code.", meaning: .changed,
    why: "The old code decodes the number and looks it up in the wrong table.",
    advice: "Update the code that interprets the number.")
  static let dependencyMoved = ReviewRule(
    "dependency-moved", "Another field selects the table of a code.",
    wire: .degrades(finding: "unknown-code"), source: .breaks, meaning: .changed,
    why:
      "The old code looks the number up in the table that the old field selects. The computed property has another name.",
    advice: "Update the code that interprets the number.")
  static let dependencyReplaced = ReviewRule(
    "dependency-replaced", "A table no longer applies to a code.",
    source: .breaks, meaning: .changed,
    why:
      "The old code decodes the number and looks it up in the wrong table. The computed property or its case no longer exists.",
    advice: "Update the code that interprets the number.", opposite: "choice-added")
  static let objectChoiceAdded = ReviewRule(
    "object-choice-added", "A further object is told apart by its member.", source: .warning,
    why: "The old code has the value as .other. The enum of objects has one more case.",
    advice: "Handle the new case.", opposite: "object-choice-removed")
  static let objectChoiceRemoved = ReviewRule(
    "object-choice-removed",
    "An object is no longer told apart by its member, or another member tells it.",
    source: .breaks,
    why:
      "The old code reads what it knows, and has any other value as .other. A case no longer exists.",
    advice: "Update the code that handles the case.", opposite: "object-choice-added")
  static let choiceAdded = ReviewRule(
    "choice-added", "A further table applies to a code.", source: .warning,
    why: "The old code has the number as .other. The enum of tables has one more case.",
    advice: "Handle the new case.", opposite: "dependency-replaced")
}
