import CallbackRuntime
public import SchemaSource

/// The explanations of the rules of findings.
public enum FindingRules {
  /// Every rule as a diagnostic code, for `callbackgen explain`.
  public static let all: [DiagnosticCode] = [
    rule(
      .unknownCode, "A code that no edition documents.",
      "The model keeps it and writes it unchanged. Check for a newer page, and add the code to its table."
    ),
    rule(
      .unknownBits, "Bits of a mask that no edition documents.",
      "The model keeps them and writes them unchanged. Check for a newer page, and add the bits to their table."
    ),
    rule(
      .constant, "A value other than the documented constant.",
      "The discriminator does not match the content, or the page is wrong."),
    rule(
      .range, "A number outside its documented range.",
      "The model keeps the value."),
    rule(
      .length, "A string or an array outside its documented length.",
      "The model keeps the value."),
    rule(
      .characters, "A string with undocumented characters.",
      "The model keeps the value."),
    rule(
      .pattern, "A text that does not match its documented pattern.",
      "The model keeps the value. The pattern is compared with the whole text."),
    rule(
      .value, "A documented code that is not documented for this field.",
      "The code table is shared by several fields, and this one lists only a part of its rows."),
    rule(
      .format, "A string that does not match its documented format.",
      "The model keeps the string: a date and time that RFC 3339 does not allow, or a string that no template matches."
    ),
    rule(
      .missing, "A member that the nearest edition documents is absent.",
      "Most pages list members without saying whether each is always sent. If it is often absent, set optional: true or a condition."
    ),
    rule(
      .condition, "A member whose documented condition does not hold.",
      "The condition of the schema, or of the page, is too narrow."),
    rule(
      .unknownField, "A member that no edition documents.",
      "Vendors add members without notice. Add it to the schema. Generated models drop it, unless the configuration sets unknownFields to keep; an undocumented event keeps it."
    ),
    rule(
      .alias, "A member with another name than the documented one.",
      "A reading or an alias of the schema declares the name. The value was read."),
    rule(
      .otherType, "A value of another JSON type than the documented one.",
      "A reading, or accepts, declares the type. The value was read; it is written as the documented type."
    ),
    rule(
      .wrongType, "A value of another JSON type than documented, or text that is not Unicode.",
      "The property is nil, and the callback keeps the JSON in faults. A required field makes the event malformed instead."
    ),
    rule(
      .null, "A null, which is read as absence.",
      "No page documents null. A missing member is a finding of its own."),
    rule(
      .duplicateKey, "A member that occurs again in the same object.",
      "The first one is read, as Foundation does."),
    rule(
      .flattened, "Members of a nested object that are sent beside it.",
      "They were read as members of the nested object, and are written as such."),
    rule(
      .unit, "A time that is plausible only in another unit.",
      "It was read in the documented unit. If the time is right, the unit of the schema is wrong."),
    rule(
      .otherUnit, "A time in another unit, which a source documents.",
      "It was converted to the documented unit."),
    rule(
      .unknownEvent, "An event that no edition documents.",
      "The event is unrecognized, and keeps its JSON. Check for a newer page."),
    rule(
      .otherProduct, "A callback of another product.",
      "A value that the schema lists under only differs. The event is unrecognized, and keeps the whole body."
    ),
    rule(
      .malformedEvent, "A documented event that failed to decode.",
      "A required member is absent or has another JSON type than documented, or the payload is no object. The event is malformed, and keeps its JSON and the error with its path."
    ),
    rule(
      Finding.Rule(rawValue: "unreadable"), "A body that cannot be decoded.",
      "The body is not JSON, or the discriminator is absent or of another type."),
  ]

  private static func rule(
    _ rule: Finding.Rule, _ summary: String, _ explanation: String
  ) -> DiagnosticCode {
    DiagnosticCode(id: rule.rawValue, summary: summary, explanation: explanation)
  }
}
