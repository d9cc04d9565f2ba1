extension ReviewRule {
  static let typeChanged = ReviewRule(
    "type-changed", "A value comes in a form that yesterday's code does not read.",
    wire: .breaks, source: .breaks,
    why: "Such an event is .malformed for yesterday's code, and the property has another type.",
    advice:
      "Write the old form as a reading or under accepts:, and deploy before the vendor changes over.",
    mirror: .to("type-changed"))
  static let typeRead = ReviewRule(
    "type-read", "A value comes in another form, which yesterday's code reads too.",
    wire: .degrades(finding: "other-type"), source: .breaks,
    why: "The form was a reading, or accepted, before. The property has another type.",
    advice: "Change the code that uses the property.", mirror: .to("type-changed"))
  static let swiftTypeChanged = ReviewRule(
    "swift-type-changed", "A property has another type; the wire is the same.", source: .breaks,
    why: "Yesterday's code reads all that may come now.",
    advice: "Change the code that uses the property.", mirror: .to("type-changed"))
  static let integerWidened = ReviewRule(
    "integer-widened", "A number may be larger than yesterday's type holds.",
    wire: .breaks, source: .breaks,
    why: "A number beyond the old type makes the event .malformed for yesterday's code.",
    advice: "Deploy before such numbers come.", mirror: .to("integer-narrowed"))
  static let integerNarrowed = ReviewRule(
    "integer-narrowed", "A number has a smaller type.", source: .breaks,
    why: "All that may come now fits yesterday's type.", advice: "Change the code that uses it.",
    mirror: .to("integer-widened"))
  static let tableAttached = ReviewRule(
    "table-attached", "The values of a field are listed.", source: .breaks,
    why: "The wire is the same; the property has the type of the table.",
    advice: "Compare with the cases instead of raw values.", mirror: .to("table-detached"))
  static let tableDetached = ReviewRule(
    "table-detached", "The values of a field are no longer listed.",
    wire: .degrades(finding: "unknown-code"), source: .breaks,
    why:
      "Any value may come; yesterday's code keeps one that it does not know. The property has a plain type.",
    advice: "Compare with raw values.", mirror: .to("table-attached"))
  static let dependencyChanged = ReviewRule(
    "dependency-changed", "The tables that explain a code are picked otherwise.",
    meaning: .changed,
    why: "The number is read as before, and means something else.",
    advice: "Change the code that explains the number.", mirror: .to("dependency-changed"))
  static let dependencyReplaced = ReviewRule(
    "dependency-replaced", "A table no longer explains a code, or another field picks it.",
    source: .breaks, meaning: .changed,
    why:
      "The number is read as before, and means something else. The computed property, or its case, is gone.",
    advice: "Change the code that explains the number.", mirror: .to("choice-added"))
  static let choiceAdded = ReviewRule(
    "choice-added", "A further table explains a code.", source: .warning,
    why: "Yesterday's code has such a number as .other. A switch gains a case.",
    advice: "Handle it.", mirror: .to("dependency-replaced"))
  static let unitAdded = ReviewRule(
    "unit-added", "An amount has a unit.",
    why: "The page says what it did not say before.", advice: "Compare with what the code assumed.",
    mirror: .to("unit-removed"))
  static let unitRemoved = ReviewRule(
    "unit-removed", "An amount has no documented unit any more.",
    why: "Nothing is generated of it but words.", advice: "Look for the reason.",
    mirror: .to("unit-added"))
  static let unitChanged = ReviewRule(
    "unit-changed", "An amount counts something else.", meaning: .changed,
    why: "The number looks the same; no compiler and no reader notices.",
    advice: "Find every use of the property, and change over on the vendor's day.",
    mirror: .to("unit-changed"))
  static let timeUnitAdded = ReviewRule(
    "time-unit-added", "A number is a time.", source: .breaks,
    why: "The wire is the same; the property has a type for times.",
    advice: "Use its date.", mirror: .to("time-unit-removed"))
  static let timeUnitRemoved = ReviewRule(
    "time-unit-removed", "A number is no documented time any more.",
    wire: .degrades(finding: "unit"), source: .breaks,
    why: "Yesterday's code takes any number for a time, and wonders at one that cannot be.",
    advice: "Look for the reason.", mirror: .to("time-unit-added"))
  static let timeUnitChanged = ReviewRule(
    "time-unit-changed", "A time is counted in another unit.",
    wire: .degrades(finding: "unit"), source: .breaks, meaning: .changed,
    why:
      "Yesterday's code reads the number, and its date is wrong by a factor; validate() sees it by its size.",
    advice: "Write the old unit as a reading: both are then told apart by their size.",
    mirror: .to("time-unit-changed"))
  static let formatAdded = ReviewRule(
    "format-added", "A text has a form.", source: .breaks,
    why: "The wire is the same; the property has a type with parts.",
    advice: "Use the parts, or its rawValue.", mirror: .to("format-removed"))
  static let formatRemoved = ReviewRule(
    "format-removed", "A text has no documented form any more.",
    wire: .degrades(finding: "format"), source: .breaks,
    why: "Yesterday's code keeps a text of another form as it is.", advice: "Read it as a text.",
    mirror: .to("format-added"))
  static let formatChanged = ReviewRule(
    "format-changed", "A text has another form.", wire: .degrades(finding: "format"),
    source: .breaks, why: "Yesterday's code keeps a text of another form as it is.",
    advice: "Change the code that uses the parts.", mirror: .to("format-changed"))
  static let payloadFormChanged = ReviewRule(
    "payload-form-changed", "The event comes as a text of JSON, or no longer does.", wire: .breaks,
    why: "Yesterday's code looks for the other form, and has every event as .malformed.",
    advice:
      "Write the other form under accepts: of the payload, and deploy before the vendor changes over.",
    mirror: .to("payload-form-changed"))
  static let formAdded = ReviewRule(
    "form-added", "A text may have a further form.", wire: .degrades(finding: "format"),
    source: .warning,
    why: "Yesterday's code has it as .other, with its text. A switch gains a case.",
    advice: "Use its parts.", mirror: .to("form-removed"))
  static let formRemoved = ReviewRule(
    "form-removed", "A text no longer has one of its forms.", source: .breaks,
    why: "The case is gone.", advice: "Take it out of the code.", mirror: .to("form-added"))
  static let formChanged = ReviewRule(
    "form-changed", "A form of a text is another one.", wire: .degrades(finding: "format"),
    source: .breaks,
    why: "Yesterday's code has it as .other, with its text; the case has other parts.",
    advice: "Change the code that uses the parts.", mirror: .to("form-changed"))
  static let typeAdded = ReviewRule(
    "type-added", "A table, an object or a format that was not there before.",
    why: "What uses it is told by itself.", advice: "Nothing.", mirror: .to("type-removed"))
  static let typeRemoved = ReviewRule(
    "type-removed", "A table, an object or a format is gone.", source: .breaks,
    why: "What used it is told by itself; code that names the type does not compile.",
    advice: "Take it out of the code.", mirror: .to("type-added"))
  static let typeRenamed = ReviewRule(
    "type-renamed", "A table, an object or a format has another name.", source: .breaks,
    why: "The wire is the same; code that names the type does not compile.",
    advice: "Keep the old name, or change the code.", mirror: .to("type-renamed"))

  static let timeUnitRead = ReviewRule(
    "time-unit-read",
    "A time is counted in another unit, which yesterday's code tells by its size.",
    wire: .degrades(finding: "other-unit"),
    source: .breaks,
    why: "The unit was a reading before: such times are converted. The property has another type.",
    advice: "Change the code that uses the property.", mirror: .to("time-unit-read"))
  static let payloadFormRead = ReviewRule(
    "payload-form-read", "The event comes in another form, which yesterday's code reads too.",
    wire: .degrades(finding: "other-type"),
    why: "The form was accepted before.",
    advice: "Nothing.", mirror: .to("payload-form-changed"))
  static let partChanged = ReviewRule(
    "part-changed", "A part of a text has another type or name.",
    wire: .degrades(finding: "format"),
    source: .breaks,
    why: "Yesterday's code keeps a text that does not fit as it is; the case has other values.",
    advice: "Change the code that uses the parts.", mirror: .to("part-changed"))
  static let partEncodingChanged = ReviewRule(
    "part-encoding-changed", "A part of a text is written in another way.",
    meaning: .changed,
    why:
      "The part is a text either way: yesterday's code decodes what is not encoded, or leaves encoded what is.",
    advice: "Deploy on the day of the change.", mirror: .to("part-encoding-changed"))
  static let groupChanged = ReviewRule(
    "group-changed", "An object that is only included is gone, or has another name.",
    why: "It becomes no type of its own; its fields are told by themselves.",
    advice: "Nothing.", mirror: .to("group-changed"))

  static let typeRules = [
    timeUnitRead, payloadFormRead, partChanged, partEncodingChanged, groupChanged,
    typeChanged, typeRead, swiftTypeChanged, integerWidened, integerNarrowed, tableAttached,
    tableDetached, dependencyChanged, dependencyReplaced, choiceAdded, unitAdded, unitRemoved,
    unitChanged, timeUnitAdded,
    timeUnitRemoved, timeUnitChanged, formatAdded, formatRemoved, formatChanged, payloadFormChanged,
    formAdded, formRemoved, formChanged, typeAdded, typeRemoved, typeRenamed,
  ]
}
