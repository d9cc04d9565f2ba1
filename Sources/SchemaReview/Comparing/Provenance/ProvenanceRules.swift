extension ReviewRule {
  static let readingAdded = ReviewRule(
    "reading-added", "A source differs from the schema in a way that does not affect decoding.",
    why: "The old code accepts such bodies already, or the difference is documentation only.",
    advice: "Read the difference.")
  static let readingUnsupported = ReviewRule(
    "reading-unsupported", "A source shows JSON that the old code does not accept.", wire: .breaks,
    why: "The old code loses or misreads bodies that follow this source.",
    advice: "Regenerate and deploy.", opposite: "reading-removed")
  static let readingTypeUnsupported = ReviewRule(
    "reading-type-unsupported",
    "A source shows an optional field with a JSON type that the old code does not accept.",
    wire: .degrades(finding: "wrong-type"),
    why: "The old code decodes nil, keeps the JSON in faults, and writes it back.",
    advice: "Regenerate and deploy.", opposite: "reading-removed")
  static let readingPresence = ReviewRule(
    "reading-presence", "A source states another presence of a field.",
    wire: .degrades(finding: "missing"),
    why: "The old code decodes the field; validation expects the old presence.",
    advice: "Review code that assumes that the field is present.", opposite: "reading-removed")
  static let readingNull = ReviewRule(
    "reading-null", "A source states that a field may be null.", wire: .degrades(finding: "null"),
    why:
      "The old code decodes null as nil, keeps it in faults, and writes it back; its validation reports the null and the missing value.",
    advice: "Review code that assumes that the field has a value.", opposite: "reading-removed")
  static let readingConstant = ReviewRule(
    "reading-constant", "A source states another constant value.",
    wire: .degrades(finding: "constant"), why: "The old code reports the value.",
    advice: "Regenerate.", opposite: "reading-removed")
  static let readingUnit = ReviewRule(
    "reading-unit", "A source states another unit of a number.", meaning: .changed,
    why: "The old code reads the number in its unit, and neither compiler nor decoder shows it.",
    advice: "Review every use of the property.", opposite: "reading-removed")
  static let readingTimeUnit = ReviewRule(
    "reading-time-unit", "A source states another unit of a timestamp.",
    wire: .degrades(finding: "unit"), meaning: .changed,
    why:
      "The old code reads the number in its unit, so the date is wrong; validation detects this by the magnitude.",
    advice: "Regenerate and deploy: the new code tells the units apart by the magnitude.",
    opposite: "reading-removed")
  static let readingRemoved = ReviewRule(
    "reading-removed", "A source no longer differs from the schema.",
    why: "The old code accepts more than is needed.",
    opposite: "reading-type-unsupported")
  static let leniencyAdded = ReviewRule(
    "leniency-added", "A field accepts a further alias or JSON type that no source documents.",
    why: "The documented bodies are the same.")
  static let leniencyRemoved = ReviewRule(
    "leniency-removed",
    "A field no longer accepts an alias or a JSON type that no source documents.",
    why: "The documented bodies are the same.",
    advice: "Make sure that no body uses it: the new code does not decode it.")
  static let provenanceChanged = ReviewRule(
    "provenance-changed", "The editions that document an element changed.",
    why: "Decoding does not depend on editions; only validation against an edition does.",
    opposite: "provenance-narrowed")
  static let provenanceNarrowed = ReviewRule(
    "provenance-narrowed", "An edition no longer documents a field.",
    wire: .degrades(finding: "missing"),
    why: "Validation of the old code reports the field as missing in bodies of that edition.",
    advice: "Review code that assumes that the field is present.", opposite: "provenance-changed")
  static let objectEditionAdded = ReviewRule(
    "object-edition-added", "An edition documents an object that it did not document.",
    wire: .degrades(finding: "missing"),
    why:
      "The old code takes a body with the object for one of the editions that documented it before, and expects what these document.",
    advice: "Regenerate.", opposite: "provenance-changed")
  static let editionAdded = ReviewRule(
    "edition-added", "An edition was added.", why: "What it documents has changes of its own.")
  static let editionRemoved = ReviewRule(
    "edition-removed", "An edition was removed.",
    why: "What only it documented has changes of its own.")
  static let editionChanged = ReviewRule(
    "edition-changed", "An edition changed between page and version, or between partial and full.",
    why: "Only the interpretation of what the edition omits changes.")
  static let omissionChanged = ReviewRule(
    "omission-changed", "The list of page sections that are not modelled changed.",
    why: "No code is generated from it.")
}
