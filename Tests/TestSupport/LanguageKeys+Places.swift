public import CallbackSchema

extension LanguageKeys {
  /// The keys of every mapping of the language, by its name in Schemas/callbackgen.schema.json.
  public static let places: [String: [String]] = [
    "file": file, "service": service, "edition": edition, "discriminator": discriminator,
    "signature": signature, "signed": signed, "acknowledgement": acknowledgement,
    "retries": retries, "identity": identity, "omission": omission, "event": event,
    "deprecation": deprecation, "eventConstant": eventConstant,
    "example": example, "object": object, "field": field, "format": format,
    "textFormat": textFormat, "form": form, "dependency": dependency, "table": table, "row": row,
    "fieldReading": fieldReading, "rowReading": rowReading, "negation": negation,
  ]
}
