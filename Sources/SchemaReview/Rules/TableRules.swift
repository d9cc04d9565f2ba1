extension ReviewRule {
  static let codeAdded = ReviewRule(
    "code-added", "A code that was not documented before.",
    wire: .degrades(finding: "unknown-code"), source: .warning,
    why: "Yesterday's code has it as .unrecognized, with its value. A switch gains a case.",
    advice: "Handle it.", mirror: .to("code-removed"))
  static let codeRemoved = ReviewRule(
    "code-removed", "A code is documented no more.", source: .breaks,
    why: "What no longer comes harms no reader, but its name is gone.",
    advice: "If bodies still have it, keep it with the editions that document it.",
    mirror: .to("code-added"))
  static let bitAdded = ReviewRule(
    "bit-added", "A bit that was not documented before.",
    wire: .degrades(finding: "unknown-bits"),
    why: "Yesterday's set keeps it without a name.", advice: "Handle it.",
    mirror: .to("code-removed"))
  static let codeMoved = ReviewRule(
    "code-moved", "A meaning has a code that nobody had.",
    wire: .degrades(finding: "unknown-code"),
    why:
      "Yesterday's code keeps the new value without a name; its name has the new value from now on.",
    advice: "Deploy before the vendor changes over; look for raw values in databases.",
    mirror: .to("code-moved"))
  static let bitMoved = ReviewRule(
    "bit-moved", "A meaning has a bit that nobody had.",
    wire: .degrades(finding: "unknown-bits"),
    why: "Yesterday's set keeps the new bit without a name; its name has the new bit from now on.",
    advice: "Deploy before the vendor changes over; look for raw values in databases.",
    mirror: .to("bit-moved"))
  static let codeShifted = ReviewRule(
    "code-shifted", "A meaning has the code that another meaning had.", meaning: .changed,
    why: "Everything compiles, everything is read, and yesterday's code says the wrong thing.",
    advice: "Deploy on the day of the change; stored raw values from before mean what they meant.",
    mirror: .to("code-shifted"))
  static let codeRenamed = ReviewRule(
    "code-renamed", "A code has another Swift name, and means what it meant.", source: .breaks,
    why: "The value is the same; code that names it does not compile.",
    advice: "Keep the old name, or change the code.", mirror: .to("code-renamed"))
  static let codeMeaningChanged = ReviewRule(
    "code-meaning-changed", "A code has another name and another description.", source: .breaks,
    meaning: .changed,
    why: "The value is read as before, and means something else.",
    advice: "Change the code that handles it; stored raw values from before mean what they meant.",
    mirror: .to("code-meaning-changed"))
  static let codeDescribedOtherwise = ReviewRule(
    "code-described-otherwise", "A value that has no name is described otherwise.",
    meaning: .changed,
    why: "The description is all that is known of it, so another one may be another meaning.",
    advice: "Compare the descriptions; approve the change if only the words are others.",
    mirror: .to("code-described-otherwise"))
  static let elseAdded = ReviewRule(
    "else-added", "Every other value means something.",
    wire: .degrades(finding: "unknown-code"), source: .breaks,
    why:
      "Yesterday's code keeps such a value as .unrecognized; tomorrow's case has the row's name.",
    advice: "Handle the named case instead of .unrecognized.", mirror: .to("else-removed"))
  static let elseRemoved = ReviewRule(
    "else-removed", "Other values are not documented any more.", source: .breaks,
    why: "The case for other values is called .unrecognized.",
    advice: "Handle .unrecognized.", mirror: .to("else-added"))
  static let outcomeAdded = ReviewRule(
    "outcome-added", "A code says whether something succeeded.",
    why: "The callback's outcome tells more than before.", advice: "Nothing.",
    mirror: .to("outcome-removed"))
  static let outcomeRemoved = ReviewRule(
    "outcome-removed", "A code does not say any more whether something succeeded.",
    source: .breaks,
    why: "With the last one the property outcome is gone.",
    advice: "Look where the code asks for the outcome.", mirror: .to("outcome-added"))
  static let outcomeChanged = ReviewRule(
    "outcome-changed", "A code that said success says failure, or the other way round.",
    meaning: .changed,
    why: "The code is read as before; what is concluded from it is the opposite.",
    advice: "Find every use of outcome.", mirror: .to("outcome-changed"))
  static let adviceAdded = ReviewRule(
    "advice-added", "A code says what to do about it.", why: "A property has a value more.",
    advice: "Read it.", mirror: .to("advice-removed"))
  static let adviceRemoved = ReviewRule(
    "advice-removed", "A code does not say any more what to do about it.", source: .breaks,
    why: "With the last one the property advice is gone.", advice: "Look for uses of advice.",
    mirror: .to("advice-added"))
  static let columnAdded = ReviewRule(
    "column-added", "A table has a further column.", why: "A property more.",
    advice: "Nothing.", mirror: .to("column-removed"))
  static let columnRemoved = ReviewRule(
    "column-removed", "A table has lost a column.", source: .breaks, why: "Its property is gone.",
    advice: "Take it out of the code.", mirror: .to("column-added"))
  static let columnValueChanged = ReviewRule(
    "column-value-changed", "A code has another value in a column of its table.",
    meaning: .changed, why: "What the vendor says of the code is something else.",
    advice: "Look for uses of the column.", mirror: .to("column-value-changed"))
  static let tableKindChanged = ReviewRule(
    "table-kind-changed", "Codes have become bits of a mask, or the other way round.",
    wire: .degrades(finding: "unknown-code"), source: .breaks, meaning: .changed,
    why: "The same number is one code for the one and a sum of bits for the other.",
    advice: "Change the code that compares them.",
    mirror: .none(
      because:
        "the opposite is the same rule; a mask that becomes codes reads every sum, so it degrades less"
    ))
  static let orderAdded = ReviewRule(
    "scale-added", "The codes of a table are a scale.", why: "They can be compared by size.",
    advice: "Nothing.", mirror: .to("scale-removed"))
  static let orderRemoved = ReviewRule(
    "scale-removed", "The codes of a table are no scale any more.", source: .breaks,
    why: "They cannot be compared by size.", advice: "Compare them one by one.",
    mirror: .to("scale-added"))

  static let codeReused = ReviewRule(
    "code-reused", "A new meaning has the code that another meaning had.",
    source: .warning,
    meaning: .changed,
    why: "Everything is read, and yesterday's code says the wrong thing. A switch gains a case.",
    advice: "Deploy on the day of the change; stored raw values from before mean what they meant.",
    mirror: .to("code-removed"))
  static let bitReused = ReviewRule(
    "bit-reused", "A new meaning has the bit that another meaning had.",
    meaning: .changed,
    why: "Everything is read, and yesterday's code says the wrong thing.",
    advice: "Deploy on the day of the change; stored raw values from before mean what they meant.",
    mirror: .to("code-removed"))
  static let emptyMaskNamed = ReviewRule(
    "empty-mask-named", "A mask without bits has a name.",
    why: "A property more.",
    advice: "Nothing.", mirror: .to("code-removed"))
  static let codeNamed = ReviewRule(
    "code-named", "A value that was among all others has a meaning of its own.",
    source: .warning,
    meaning: .changed,
    why: "Yesterday's code takes it for any other value. A switch gains a case.",
    advice: "Handle it.", mirror: .to("code-unnamed"))
  static let codeUnnamed = ReviewRule(
    "code-unnamed", "A value that had a meaning of its own is among all others.",
    source: .breaks,
    meaning: .changed,
    why: "Its name is gone, and such a value means what every other one does.",
    advice: "Handle it as any other value.", mirror: .to("code-named"))

  static let tableRules = [
    codeReused, bitReused, emptyMaskNamed, codeNamed, codeUnnamed,
    codeAdded, codeRemoved, bitAdded, codeMoved, bitMoved, codeShifted, codeRenamed,
    codeMeaningChanged, codeDescribedOtherwise, elseAdded, elseRemoved, outcomeAdded,
    outcomeRemoved, outcomeChanged, adviceAdded, adviceRemoved, columnAdded, columnRemoved,
    columnValueChanged, tableKindChanged, orderAdded, orderRemoved,
  ]
}
