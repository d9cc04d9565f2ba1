extension ReviewRule {
  static let eventAdded = ReviewRule(
    "event-added", "An event that was not documented before.",
    wire: .degrades(finding: "unknown-event"), source: .warning,
    why: "Yesterday's code has it as .unrecognized, with its whole body. A switch gains a case.",
    advice: "Decide whether the receiver wants it; until then it arrives as .unrecognized.",
    mirror: .to("event-removed"))
  static let eventRemoved = ReviewRule(
    "event-removed", "An event that is documented no more.", source: .breaks,
    why: "What no longer comes harms no reader, but its case and its type are gone.",
    advice:
      "If bodies still come, keep it with the editions that document it; else take it out of the code that names it.",
    mirror: .to("event-added"))
  static let eventRenamed = ReviewRule(
    "event-renamed", "An event of the same ID has another name.", source: .breaks,
    why: "The ID picks the event; the case and the type are called otherwise.",
    advice: "Write name: with the old name to keep the case, or change the code that names it.",
    mirror: .to("event-renamed"))
  static let eventIDChanged = ReviewRule(
    "event-id-changed", "An event has an ID that nobody had.", wire: .breaks,
    why: "Yesterday's code knows the event by its old ID, and has the new one as .unrecognized.",
    advice: "Generate and deploy before the vendor changes over.",
    mirror: .to("event-id-changed"))
  static let eventShifted = ReviewRule(
    "event-shifted", "An event has the ID that another event had.", wire: .breaks,
    meaning: .changed,
    why: "Yesterday's code takes it for the other event, and reads what it can of it.",
    advice:
      "Deploy on the day of the change; bodies around it have to be told apart by their time.",
    mirror: .to("event-shifted"))
  static let examplesChanged = ReviewRule(
    "examples-changed", "The bodies that the page prints.",
    why: "Examples are evidence; nothing is generated of them.",
    advice: "Nothing.", mirror: .to("examples-changed"))
  static let constantAdded = ReviewRule(
    "constant-added", "A field has one value, and always that.", source: .breaks,
    why: "A constant is written and compared, not stored: the property is gone.",
    advice: "Take the property out of the code that reads it.", mirror: .to("constant-removed"))
  static let constantRemoved = ReviewRule(
    "constant-removed", "A field that had one value may have others.",
    wire: .degrades(finding: "constant"),
    why: "Yesterday's code knows one value; another is a finding, and is not kept.",
    advice: "Generate anew, and read the property.", mirror: .to("constant-added"))
  static let constantChanged = ReviewRule(
    "constant-changed", "The one value of a field is another one.",
    wire: .degrades(finding: "constant"),
    why:
      "Yesterday's code compares with the old value and says so; the event is read all the same.",
    advice: "Generate anew.", mirror: .to("constant-changed"))
  static let eventConstantAdded = ReviewRule(
    "event-constant-added", "A member of the envelope always has one value in this event.",
    why: "The property stays; only validate() is stricter.", advice: "Nothing.",
    mirror: .to("event-constant-removed"))
  static let eventConstantRemoved = ReviewRule(
    "event-constant-removed", "A member of the envelope may have several values in this event.",
    wire: .degrades(finding: "constant"),
    why: "Yesterday's validate() expects the one value.", advice: "Generate anew.",
    mirror: .to("event-constant-added"))
  static let eventConstantChanged = ReviewRule(
    "event-constant-changed", "A member of the envelope has another value in this event.",
    wire: .degrades(finding: "constant"),
    why: "Yesterday's validate() expects the old value.", advice: "Generate anew.",
    mirror: .to("event-constant-changed"))

  static let eventReused = ReviewRule(
    "event-reused", "A new event has the ID that another event had.",
    wire: .breaks,
    source: .warning,
    meaning: .changed,
    why: "Yesterday's code takes it for the other event, and reads what it can of it.",
    advice:
      "Deploy on the day of the change; bodies around it have to be told apart by their time.",
    mirror: .to("event-shifted"))
  static let eventMeaningChanged = ReviewRule(
    "event-meaning-changed", "An event of the same ID has another name and another description.",
    source: .breaks,
    meaning: .changed,
    why: "The ID picks the event as before, and it is another one.",
    advice: "Change the code that handles it; what was stored before means what it meant.",
    mirror: .to("event-meaning-changed"))

  static let eventRules = [
    eventReused, eventMeaningChanged,
    eventAdded, eventRemoved, eventRenamed, eventIDChanged, eventShifted, examplesChanged,
    constantAdded, constantRemoved, constantChanged, eventConstantAdded, eventConstantRemoved,
    eventConstantChanged,
  ]
}
