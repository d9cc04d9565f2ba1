extension ReviewRule {
  static let eventTypeChanged = ReviewRule(
    "event-type-changed", "The case of an event has another struct.", source: .breaks,
    why: "Code that names the struct of the event does not compile.",
    advice: "Use the new struct; changes of the fields are listed separately.")
  static let eventAdded = ReviewRule(
    "event-added", "An event was added.", wire: .degrades(finding: "unknown-event"),
    source: .warning,
    why:
      "The old code decodes it as .unrecognized and keeps the whole body. The event enum has one more case.",
    advice: "Decide whether the receiver handles the event.")
  static let eventRemoved = ReviewRule(
    "event-removed", "An event was removed.", source: .breaks,
    why: "Its case and its type no longer exist.",
    advice:
      "If the vendor still sends it, keep it with the editions that document it; otherwise remove its uses."
  )
  static let eventRenamed = ReviewRule(
    "event-renamed", "An event has another Swift name.", source: .breaks,
    why: "The ID is the same; the case and the type have the new name.",
    advice: "Keep the old name with name:, or update the code.")
  static let eventMeaningChanged = ReviewRule(
    "event-meaning-changed", "An event has another name and another description.", source: .breaks,
    meaning: .changed, why: "The ID is the same, but it identifies another event.",
    advice: "Update the code that handles it; stored events keep their old meaning.")
  static let eventIDChanged = ReviewRule(
    "event-id-changed", "An event has another ID, which was unused.", wire: .breaks,
    why: "The old code decodes an event with the new ID as .unrecognized.",
    advice: "Regenerate and deploy before the vendor switches.")
  static let eventShifted = ReviewRule(
    "event-shifted", "An event has the ID that another event had.", wire: .breaks,
    meaning: .changed, why: "The old code decodes it as the other event.",
    advice: "Deploy when the vendor switches; distinguish stored bodies by their time.")
  static let eventReused = ReviewRule(
    "event-reused", "An event was added with the ID that another event had.", wire: .breaks,
    source: .warning, meaning: .changed, why: "The old code decodes it as the other event.",
    advice: "Deploy when the vendor switches; distinguish stored bodies by their time.",
    opposite: "event-shifted")
  static let eventOutcomeAdded = ReviewRule(
    "event-outcome-added", "An event is documented as success or failure.",
    why: "The new code has one more property.")
  static let eventOutcomeRemoved = ReviewRule(
    "event-outcome-removed", "An event is no longer documented as success or failure.",
    source: .breaks, meaning: .changed,
    why: "The property outcome of the event no longer exists, and that of the callback is nil.",
    advice: "Review the uses of outcome.")
  static let eventOutcomeChanged = ReviewRule(
    "event-outcome-changed", "Another outcome of an event is documented.", meaning: .changed,
    why: "The same body reports another outcome.", advice: "Review the uses of outcome.")
  static let examplesChanged = ReviewRule(
    "examples-changed", "The example bodies changed.", why: "No code is generated from examples.")
  static let eventConstantAdded = ReviewRule(
    "event-constant-added", "An envelope member has a constant value in an event.",
    why: "The property stays; validation of the new code is stricter.")
  static let eventConstantRemoved = ReviewRule(
    "event-constant-removed", "An envelope member no longer has a constant value in an event.",
    wire: .degrades(finding: "constant"), why: "Validation of the old code reports other values.",
    advice: "Regenerate.")
  static let eventConstantChanged = ReviewRule(
    "event-constant-changed", "An envelope member has another constant value in an event.",
    wire: .degrades(finding: "constant"), why: "Validation of the old code reports the new value.",
    advice: "Regenerate.")
}
