import CallbackRuntime
public import SchemaSource

/// What findings about bodies mean, rule by rule.
public enum FindingRules {
  /// Every rule, explained as the codes of schema problems are.
  public static let all: [DiagnosticCode] = [
    rule(
      .unknownCode, "A code that no edition documents.",
      "It is kept and written back. Look for a newer page, and add the code to its table."),
    rule(
      .unknownBits, "Bits of a mask that no edition documents.",
      "They are kept and written back. Look for a newer page, and add the bits to their table."),
    rule(
      .constant, "Another value where the documentation fixes one.",
      "Either the event is another one than its number says, or the page is wrong."),
    rule(.range, "A value outside of its documented range.", "The value is read as it is."),
    rule(
      .length, "A text or a list of another length than documented.", "The value is read as it is."),
    rule(
      .characters, "A text with characters that are not documented.", "The value is read as it is."),
    rule(
      .pattern, "A text that does not match its documented pattern.",
      "The value is read as it is. The whole text is compared, not a part of it."),
    rule(
      .value, "A documented code that is not one of those documented at this place.",
      "The table is shared; this field lists only some of its rows."),
    rule(
      .format, "A text without its documented form.",
      "It is kept as it is: a time that is none, a name that cannot be taken apart."),
    rule(
      .missing, "A member that the nearest edition documents is not there.",
      "Pages document members, they do not promise them. If bodies lack it for good, write optional: true or a condition."
    ),
    rule(
      .condition,
      "A member is there although the condition does not hold under which it is documented.",
      "The condition of the schema, or of the page, is too narrow."),
    rule(
      .unknownField, "A member that no edition documents.",
      "Vendors announce new ones without a word. Add it to the schema; until then only unknownFields: keep carries it."
    ),
    rule(
      .alias, "A member by another name than the documented one.",
      "A reading or an alias of the schema has this name; it was read all the same."),
    rule(
      .otherType, "A value in another JSON form than the documented one.",
      "A reading, or accepts, has this form; it was read all the same and is written in the documented one."
    ),
    rule(
      .wrongType, "A member of the envelope that could not be read.",
      "The property is nil. In an event such a value makes the event malformed."),
    rule(
      .null, "A null, which counts as absence.",
      "No page shows it; a missing member is a finding of its own."),
    rule(
      .duplicateKey, "A member that was in the object already.",
      "The first one counts, as in Foundation."),
    rule(
      .flattened, "The members of an object, beside the member that is documented to hold them.",
      "They were read as if they were inside, and are written there."),
    rule(
      .unit, "A time that, by its size, is rather one in another unit.",
      "It is read as documented. If it is right, the schema's unit is wrong."),
    rule(
      .otherUnit, "A time in another unit, which some source documents.",
      "It was converted to the documented unit."),
    rule(
      .unknownEvent, "An event that no edition documents.",
      "It is kept whole, as unrecognized. Look for a newer page."),
    rule(
      .otherProduct, "The callback of another product.",
      "What the schema says under only tells it from ours; it is kept whole, as unrecognized."),
    rule(
      .malformedEvent, "A documented event in a shape that no edition documents.",
      "One of its values has another JSON type than documented, or a required member is absent. The event is kept whole, with the path of the fault."
    ),
    rule(
      Finding.Rule(rawValue: "unreadable"), "A body that cannot be read at all.",
      "It is not JSON, or what tells events apart is absent or of another type."),
  ]

  private static func rule(
    _ rule: Finding.Rule, _ summary: String, _ explanation: String
  ) -> DiagnosticCode {
    DiagnosticCode(id: rule.rawValue, summary: summary, explanation: explanation)
  }
}
