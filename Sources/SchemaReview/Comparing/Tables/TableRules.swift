extension ReviewRule {
  static let codeAdded = ReviewRule(
    "code-added", "A code was added to a table.", wire: .degrades(finding: "unknown-code"),
    source: .warning,
    why: "The old code decodes it as .unrecognized with its raw value. The enum has one more case.",
    advice: "Handle the new case.")
  static let codeRemoved = ReviewRule(
    "code-removed", "A code was removed from a table.", source: .breaks,
    why: "Its case or constant no longer exists.",
    advice: "If the vendor still sends it, keep it with the editions that document it.")
  static let codeMoved = ReviewRule(
    "code-moved", "A code has another value, which was unused.",
    wire: .degrades(finding: "unknown-code"), meaning: .changed,
    why: "The old code decodes the new value as .unrecognized; the case has the new raw value.",
    advice: "Deploy before the vendor switches, and look for stored raw values.")
  static let codeShifted = ReviewRule(
    "code-shifted", "A code has the value that another code had.", meaning: .changed,
    why: "All code compiles and all bodies decode, but the old code decodes the wrong case.",
    advice: "Deploy when the vendor switches; stored raw values keep their old meaning.")
  static let codeReused = ReviewRule(
    "code-reused", "A code was added with the value that another code had.", source: .warning,
    meaning: .changed,
    why: "All bodies decode, but the old code decodes the wrong case. The enum has one more case.",
    advice: "Deploy when the vendor switches; stored raw values keep their old meaning.",
    opposite: "code-removed")
  static let codeRenamed = ReviewRule(
    "code-renamed", "A code has another Swift name and the same description.", source: .breaks,
    why: "The value is the same; the case has the new name.",
    advice: "Keep the old name, or update the code.")
  static let codeMeaningChanged = ReviewRule(
    "code-meaning-changed", "A code has another name and another description.", source: .breaks,
    meaning: .changed, why: "The value is the same, but it means something else.",
    advice: "Update the code that handles it; stored raw values keep their old meaning.")
  static let codeDescriptionChanged = ReviewRule(
    "code-description-changed",
    "A value has another description, and only the description tells what it means.",
    meaning: .changed, why: "Another description may be another meaning.",
    advice: "Compare the descriptions; approve the change if only the wording differs.")
  static let codeNamed = ReviewRule(
    "code-named", "A value that else: covered has a row of its own.", source: .warning,
    meaning: .changed,
    why: "The old code decodes it as the case of else:. The enum has one more case.",
    advice: "Handle the new case.")
  static let codeUnnamed = ReviewRule(
    "code-unnamed", "A value that had a row of its own is covered by else:.", source: .breaks,
    meaning: .changed, why: "Its case no longer exists, and the value means what else: says.",
    advice: "Handle the value in the case of else:.")
  static let elseAdded = ReviewRule(
    "else-added", "A table documents all other values with else:.",
    wire: .degrades(finding: "unknown-code"), source: .breaks,
    why: "The old code decodes them as .unrecognized; the case has the name of the else: row.",
    advice: "Handle the named case instead of .unrecognized.")
  static let elseRemoved = ReviewRule(
    "else-removed", "A table no longer documents all other values.", source: .breaks,
    why: "The case for other values is .unrecognized.", advice: "Handle .unrecognized.")
  static let bitAdded = ReviewRule(
    "bit-added", "A bit was added to a bit mask.", wire: .degrades(finding: "unknown-bits"),
    why: "The old code keeps the bit in the option set without a name.",
    advice: "Handle the new bit.", opposite: "code-removed")
  static let bitMoved = ReviewRule(
    "bit-moved", "A bit has another value, which was unused.",
    wire: .degrades(finding: "unknown-bits"), meaning: .changed,
    why: "The old code keeps the new bit without a name; the constant has the new value.",
    advice: "Deploy before the vendor switches, and look for stored raw values.")
  static let bitReused = ReviewRule(
    "bit-reused", "A bit was added with the value that another bit had.", meaning: .changed,
    why: "All bodies decode, but the old code decodes the wrong bit.",
    advice: "Deploy when the vendor switches; stored raw values keep their old meaning.",
    opposite: "code-removed")
  static let emptyMaskNamed = ReviewRule(
    "empty-mask-named", "The empty bit mask has a name.",
    why: "The new code has one more property.", opposite: "code-removed")
  static let tableKindChanged = ReviewRule(
    "table-kind-changed", "A table of codes became a bit mask.",
    wire: .degrades(finding: "unknown-code"), source: .breaks, meaning: .changed,
    why: "The same number is a single code in one and a combination of bits in the other.",
    advice: "Update the code that compares the values.", opposite: "mask-kind-changed")
  static let maskKindChanged = ReviewRule(
    "mask-kind-changed", "A bit mask became a table of codes, or a table with else: a bit mask.",
    source: .breaks, meaning: .changed,
    why:
      "The old code decodes every number; the same number is a combination of bits in one and a single code in the other.",
    advice: "Update the code that compares the values.", opposite: "table-kind-changed")
  static let scaleAdded = ReviewRule(
    "scale-added", "The codes of a table are ordered.", why: "The type is Comparable.")
  static let scaleRemoved = ReviewRule(
    "scale-removed", "The codes of a table are no longer ordered.", source: .breaks,
    why: "The type is no longer Comparable.", advice: "Compare with single cases.")
  static let outcomeAdded = ReviewRule(
    "outcome-added", "A code is documented as success or failure.",
    why: "The property outcome covers one more code.")
  static let outcomeRemoved = ReviewRule(
    "outcome-removed", "A code is no longer documented as success or failure.", source: .breaks,
    why: "The property outcome no longer exists if this was the last such code.",
    advice: "Review the uses of outcome.")
  static let outcomeChanged = ReviewRule(
    "outcome-changed", "A code changed between success and failure.", meaning: .changed,
    why: "The old code decodes the same code and concludes the opposite.",
    advice: "Review the uses of outcome.")
  static let adviceAdded = ReviewRule(
    "advice-added", "A code has advice on how to react.",
    why: "The property advice covers one more code.", advice: "Read the advice.")
  static let adviceRemoved = ReviewRule(
    "advice-removed", "A code no longer has advice on how to react.", source: .breaks,
    why: "The property advice no longer exists if this was the last such code.",
    advice: "Review the uses of advice.")
  static let columnAdded = ReviewRule(
    "column-added", "A column was added to a table.", why: "The new code has one more property.")
  static let columnRemoved = ReviewRule(
    "column-removed", "A column was removed from a table.", source: .breaks,
    why: "Its property no longer exists.", advice: "Remove the uses of the property.")
  static let columnValueChanged = ReviewRule(
    "column-value-changed", "A code has another value in a column.", meaning: .changed,
    why: "The vendor states something else about the same code.",
    advice: "Review the uses of the column.")
}
