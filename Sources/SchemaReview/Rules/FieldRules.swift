extension ReviewRule {
  static let fieldAdded = ReviewRule(
    "field-added", "A field that was not documented before.",
    wire: .degrades(finding: "unknown-field"),
    why:
      "Yesterday's code notices it and reads the rest. The initializer's new parameter has a default.",
    advice: "Read it where it is of use.", mirror: .to("field-removed"))
  static let requiredFieldAdded = ReviewRule(
    "required-field-added", "A field without which the event says nothing.",
    wire: .degrades(finding: "unknown-field"), source: .breaks,
    why: "The initializer gains a parameter without a default.",
    advice: "Pass it wherever the type is made by hand: in tests, mostly.",
    mirror: .to("required-field-removed"))
  static let fieldRemoved = ReviewRule(
    "field-removed", "A field that was always there is documented no more.",
    wire: .degrades(finding: "missing"), source: .breaks,
    why:
      "Yesterday's property is nil, and validate() misses it. Tomorrow's code has no such property.",
    advice: "If bodies still have it, keep it with the editions that document it.",
    mirror: .to("field-added"))
  static let optionalFieldRemoved = ReviewRule(
    "optional-field-removed", "A field that was not always there is documented no more.",
    source: .breaks,
    why: "Its absence was foreseen, but the property is gone.",
    advice: "Take it out of the code that reads it.", mirror: .to("field-added"))
  static let requiredFieldRemoved = ReviewRule(
    "required-field-removed", "A required field is documented no more.",
    wire: .breaks, source: .breaks,
    why: "Without it yesterday's code has the event as .malformed.",
    advice: "Deploy before the vendor leaves it out.", mirror: .to("required-field-added"))
  static let fieldMoved = ReviewRule(
    "field-moved", "A field lies in another object.", wire: .breaks, source: .breaks,
    why:
      "Yesterday's code looks for it where it was, so the property is nil; tomorrow's has it elsewhere.",
    advice: "Deploy before the vendor changes over; both places may be in the schema for a while.",
    mirror: .to("field-moved"))
  static let fieldRenamed = ReviewRule(
    "field-renamed", "A field is spelt otherwise, as yesterday's code does not read it.",
    wire: .breaks,
    why:
      "The value comes under a name that yesterday's code does not know, so the property is nil.",
    advice: "Write the old spelling under aliases:, and deploy before the vendor changes over.",
    mirror: .to("field-renamed"))
  static let spellingKnown = ReviewRule(
    "spelling-known", "A field is spelt otherwise, as yesterday's code reads too.",
    wire: .degrades(finding: "alias"),
    why: "The new spelling was a reading or an alias before.", advice: "Nothing.",
    mirror: .to("field-renamed"))
  static let swiftNameChanged = ReviewRule(
    "swift-name-changed", "A thing has another Swift name.", source: .breaks,
    why: "The wire is the same; code that names it does not compile.",
    advice: "Keep the old name with name:, or change the code.", mirror: .to("swift-name-changed"))
  static let optionalAdded = ReviewRule(
    "optional-added", "A field may be absent.", wire: .degrades(finding: "missing"),
    why: "The property was nil-able before; yesterday's validate() misses the field.",
    advice: "Look where its absence would surprise the code.", mirror: .to("optional-removed"))
  static let optionalRemoved = ReviewRule(
    "optional-removed", "A field that might be absent is always there.",
    why: "The property stays nil-able: pages document members, they do not promise them.",
    advice: "Nothing.", mirror: .to("optional-added"))
  static let requiredAdded = ReviewRule(
    "required-added", "Without the field the event says nothing.", source: .breaks,
    why: "The property loses its question mark, and a body without it is .malformed from now on.",
    advice: "Take out the unwrapping.", mirror: .to("required-removed"))
  static let requiredRemoved = ReviewRule(
    "required-removed", "The event says something without the field.",
    wire: .breaks, source: .breaks,
    why: "A body without it is .malformed for yesterday's code. The property gets a question mark.",
    advice: "Deploy before the vendor leaves it out.", mirror: .to("required-added"))
  static let conditionAdded = ReviewRule(
    "condition-added", "A field that was always there is there under a condition.",
    wire: .degrades(finding: "missing"),
    why: "Yesterday's validate() misses it where the condition does not hold.",
    advice: "Look where its absence would surprise the code.", mirror: .to("condition-removed"))
  static let conditionRemoved = ReviewRule(
    "condition-removed", "A field that was there under a condition is always there.",
    wire: .degrades(finding: "condition"),
    why: "Yesterday's validate() wonders at it where the condition does not hold; it is read.",
    advice: "Nothing, or read it in more cases.", mirror: .to("condition-added"))
  static let conditionChanged = ReviewRule(
    "condition-changed", "A field is there under another condition.",
    wire: .degrades(finding: "condition"),
    why: "It is read either way; yesterday's validate() holds it to the old condition.",
    advice: "Look where the code asks for the old condition.", mirror: .to("condition-changed"))
  static let toldConditionAdded = ReviewRule(
    "told-condition-added", "A field is there under a condition that the wire does not show.",
    wire: .degrades(finding: "missing"),
    why: "It was always there, so yesterday's validate() misses it.",
    advice: "Look where its absence would surprise the code.",
    mirror: .to("told-condition-removed"))
  static let toldConditionRemoved = ReviewRule(
    "told-condition-removed", "A condition that the wire does not show is gone.",
    why: "The field was read whenever it came.", advice: "Nothing.",
    mirror: .to("told-condition-added"))
  static let toldConditionChanged = ReviewRule(
    "told-condition-changed", "A condition that the wire does not show is told otherwise.",
    why: "No code looks at it.", advice: "Read it.", mirror: .to("told-condition-changed"))
  static let defaultAdded = ReviewRule(
    "default-added", "Absence of the field means something.",
    why: "Nothing is filled in by reading; the page explains what was silent before.",
    advice: "Read it.", mirror: .to("default-removed"))
  static let defaultRemoved = ReviewRule(
    "default-removed", "Nobody says any more what absence of the field means.",
    why: "Nothing is filled in by reading.", advice: "Look where the code relies on it.",
    mirror: .to("default-added"))
  static let defaultChanged = ReviewRule(
    "default-changed", "Absence of the field means another value.", meaning: .changed,
    why: "Bodies look the same, and say something else.",
    advice: "Change the code that fills the value in.", mirror: .to("default-changed"))

  static let requiredConstantRemoved = ReviewRule(
    "required-constant-removed", "A required field that had one value may have others.",
    wire: .degrades(finding: "constant"),
    source: .breaks,
    why:
      "Yesterday's code knows one value; another is a finding. The initializer gains a parameter without a default.",
    advice: "Generate anew, and read the property.", mirror: .to("constant-added"))
  static let constantFieldRemoved = ReviewRule(
    "constant-field-removed", "A field that had one value is documented no more.",
    wire: .degrades(finding: "missing"),
    why: "It was compared, not stored: no property is gone, and yesterday's code misses it.",
    advice: "If bodies still have it, keep it with the editions that document it.",
    mirror: .to("field-added"))
  static let spellingTaken = ReviewRule(
    "spelling-taken", "A spelling that was read as another field is a field of its own.",
    wire: .breaks,
    meaning: .changed,
    why: "Yesterday's code reads its value into the other property.",
    advice: "Deploy before such bodies come.", mirror: .to("field-removed"))
  static let swiftNameShifted = ReviewRule(
    "swift-name-shifted", "A thing has the Swift name that another thing had.",
    source: .breaks, meaning: .changed,
    why:
      "Code that reads it compiles, and reads something else; an initializer's parameters stand in another order.",
    advice: "Find every use of both names.", mirror: .to("swift-name-shifted"))
  static let presenceExplained = ReviewRule(
    "presence-explained", "It is known better when a field that was not always there is there.",
    why: "Its absence was foreseen.",
    advice: "Nothing.", mirror: .to("presence-unexplained"))
  static let presenceUnexplained = ReviewRule(
    "presence-unexplained", "The condition of a field cannot be told from the body any more.",
    wire: .degrades(finding: "condition"),
    why: "It is read whenever it comes; yesterday's validate() holds it to the old condition.",
    advice: "Look where the code asks for the old condition.", mirror: .to("presence-explained"))

  static let fieldRules = [
    requiredConstantRemoved, constantFieldRemoved, spellingTaken, swiftNameShifted,
    presenceExplained, presenceUnexplained,
    fieldAdded, requiredFieldAdded, fieldRemoved, optionalFieldRemoved, requiredFieldRemoved,
    fieldMoved, fieldRenamed, spellingKnown, swiftNameChanged, optionalAdded, optionalRemoved,
    requiredAdded,
    requiredRemoved, conditionAdded, conditionRemoved, conditionChanged, toldConditionAdded,
    toldConditionRemoved, toldConditionChanged, defaultAdded, defaultRemoved, defaultChanged,
  ]
}
