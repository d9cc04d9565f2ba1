extension ReviewRule {
  static let fieldAdded = ReviewRule(
    "field-added", "A field was added.", wire: .ignores(finding: "unknown-field"),
    why:
      "The old code reports it and keeps it among the unknown fields. The initializer has a new parameter with a default.",
    advice: "Read the field if the receiver needs it.")
  static let requiredFieldAdded = ReviewRule(
    "required-field-added", "A required field was added.",
    wire: .ignores(finding: "unknown-field"), source: .breaks,
    why: "The initializer has a new parameter without a default.",
    advice: "Pass it where code calls the initializer, usually in tests.")
  static let fieldRemoved = ReviewRule(
    "field-removed", "A field that was always present was removed.",
    wire: .degrades(finding: "missing"), source: .breaks,
    why:
      "The old code decodes nil and validation reports the field as missing. The property no longer exists.",
    advice: "If the vendor still sends it, keep it with the editions that document it.")
  static let optionalFieldRemoved = ReviewRule(
    "optional-field-removed", "A field that could be absent was removed.", source: .breaks,
    why: "The old code expects that it may be absent. The property no longer exists.",
    advice: "Remove the uses of the property.", opposite: "field-added")
  static let requiredFieldRemoved = ReviewRule(
    "required-field-removed", "A required field was removed.", wire: .breaks, source: .breaks,
    why: "The old code decodes an event without the field as .malformed.",
    advice: "Deploy before the vendor stops sending it.")
  static let constantFieldRemoved = ReviewRule(
    "constant-field-removed", "A field with a constant value was removed.",
    wire: .degrades(finding: "missing"),
    why: "Validation of the old code reports it as missing. A constant has no property.",
    advice: "If the vendor still sends it, keep it with the editions that document it.",
    opposite: "field-added")
  static let fieldMoved = ReviewRule(
    "field-moved", "A field moved to another object.", wire: .breaks, source: .breaks,
    why: "The old code reads it from its old object and decodes nil; the property has moved.",
    advice: "Deploy before the vendor switches; the schema may have both fields meanwhile.")
  static let fieldRenamed = ReviewRule(
    "field-renamed", "A field has another name in JSON.", wire: .breaks,
    why: "The old code does not know the new name and decodes nil.",
    advice: "Accept both names with aliases:, and deploy before the vendor switches.")
  static let fieldPerhapsRenamed = ReviewRule(
    "field-perhaps-renamed",
    "A field was removed from an object and one of like type added, perhaps the same under another name.",
    wire: .breaks, source: .breaks,
    why:
      "If it is the same field, the old code does not know the new name and decodes nil. The property has another name.",
    advice:
      "If it is the same field, accept both names with aliases: and keep the property with name:. If not, approve the change."
  )
  static let aliasAdopted = ReviewRule(
    "alias-adopted", "A field has another name in JSON, which was a reading or an alias.",
    wire: .degrades(finding: "alias"), why: "The old code accepts the new name and reports it.",
    opposite: "field-renamed")
  static let aliasReassigned = ReviewRule(
    "alias-reassigned", "A name that was a reading or an alias of a field is another field.",
    wire: .breaks, meaning: .changed, why: "The old code decodes the new field as the old one.",
    advice: "Deploy before the vendor sends the new field.", opposite: "field-removed")
  static let swiftNameChanged = ReviewRule(
    "swift-name-changed", "A property or a case has another Swift name.", source: .breaks,
    why: "The JSON is the same.", advice: "Keep the old name with name:, or update the code.")
  static let swiftNameShifted = ReviewRule(
    "swift-name-shifted", "A declaration has the Swift name that another one had.", source: .breaks,
    meaning: .changed,
    why:
      "Code that uses the name reads another value. The parameters of the initializer are in another order.",
    advice: "Review every use of both names.")
}
