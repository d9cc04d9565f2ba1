extension ReviewRule {
  static let formatAdded = ReviewRule(
    "format-added", "A string has a format.", source: .breaks,
    why: "The JSON is the same; the property has the type of the format.",
    advice: "Use the parsed parts, or rawValue.")
  static let formatRemoved = ReviewRule(
    "format-removed", "A string no longer has a format.", wire: .degrades(finding: "format"),
    source: .breaks, why: "The old code keeps a string that does not match the format as it is.",
    advice: "Use the plain string.")
  static let formatChanged = ReviewRule(
    "format-changed", "A string has another format.", wire: .degrades(finding: "format"),
    source: .breaks, why: "The old code keeps a string that does not match the format as it is.",
    advice: "Update the code that uses the parsed parts.")
  static let separatorChanged = ReviewRule(
    "separator-changed", "A list in a string has another separator.", meaning: .changed,
    why:
      "The old code splits the string at the old separator, so that it has other elements, without a finding.",
    advice: "Deploy when the vendor switches.")
  static let payloadFormChanged = ReviewRule(
    "payload-form-changed", "The payload changed between an object and a string of JSON.",
    wire: .breaks,
    why: "The old code accepts one of them only and decodes every event as .malformed.",
    advice: "Accept both with accepts: at the payload, and deploy before the vendor switches.")
  static let payloadFormAccepted = ReviewRule(
    "payload-form-accepted",
    "The payload changed between an object and a string of JSON; the old code accepts both.",
    wire: .degrades(finding: "other-type"), why: "The payload had accepts:.",
    opposite: "payload-form-changed")
  static let formAdded = ReviewRule(
    "form-added", "A form was added to a text format.", wire: .degrades(finding: "format"),
    source: .warning,
    why: "The old code keeps such a string as .other. The enum has one more case.",
    advice: "Handle the new case.")
  static let formRemoved = ReviewRule(
    "form-removed", "A form was removed from a text format.", source: .breaks,
    why: "Its case no longer exists.", advice: "Remove the uses of the case.")
  static let formChanged = ReviewRule(
    "form-changed", "A form of a text format has another template.",
    wire: .degrades(finding: "format"), source: .breaks,
    why: "The old code keeps such a string as .other; the case has other associated values.",
    advice: "Update the code that uses the parsed parts.")
  static let formsReordered = ReviewRule(
    "forms-reordered", "The forms of a text format are tried in another order.", meaning: .changed,
    why: "A string that several forms match is decoded as another one of them.",
    advice: "Compare the order of the pages; give the forms literals that tell them apart.")
  static let partChanged = ReviewRule(
    "part-changed", "A part of a text format has another type.",
    wire: .degrades(finding: "format"), source: .breaks,
    why:
      "The old code keeps a string that does not match as it is; the case has other associated values.",
    advice: "Update the code that uses the parsed parts.", opposite: "part-restricted")
  static let partRestricted = ReviewRule(
    "part-restricted",
    "A part of a text format that could be any text has a type, or a part has another name.",
    source: .breaks,
    why: "The old code parses the same strings; the case has other associated values.",
    advice: "Update the code that uses the parsed parts.", opposite: "part-changed")
  static let partEncodingChanged = ReviewRule(
    "part-encoding-changed", "A part of a text format is encoded, and was plain text.",
    meaning: .changed, why: "The old code takes the encoded text for the value.",
    advice: "Deploy when the vendor switches.", opposite: "part-encoding-replaced")
  static let partEncodingReplaced = ReviewRule(
    "part-encoding-replaced",
    "A part of a text format is no longer encoded, or is encoded otherwise.",
    wire: .degrades(finding: "format"), meaning: .changed,
    why:
      "The old code keeps a string whose part it cannot decode as it is, and decodes other parts incorrectly.",
    advice: "Deploy when the vendor switches.", opposite: "part-encoding-changed")
}
