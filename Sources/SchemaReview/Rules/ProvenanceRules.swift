extension ReviewRule {
  static let readingAdded = ReviewRule(
    "reading-added", "A source says something else, which changes nothing that is read.",
    why: "Yesterday's code reads it already, or it is told in words alone.", advice: "Read it.",
    mirror: .to("reading-removed"))
  static let readingUnread = ReviewRule(
    "reading-unread", "A source has a form that yesterday's code does not read.", wire: .breaks,
    why: "Bodies as that source has them are lost or misread by yesterday's code.",
    advice: "Generate and deploy.", mirror: .to("reading-removed"))
  static let readingPresence = ReviewRule(
    "reading-presence", "A source says otherwise when a field is there.",
    wire: .degrades(finding: "missing"),
    why: "It is read when it comes; yesterday's validate() expects it as before.",
    advice: "Look where its absence would surprise the code.", mirror: .to("reading-removed"))
  static let readingConstant = ReviewRule(
    "reading-constant", "A source has another constant.", wire: .degrades(finding: "constant"),
    why: "Yesterday's code compares with the constants that it knows.", advice: "Generate anew.",
    mirror: .to("reading-removed"))
  static let readingRemoved = ReviewRule(
    "reading-removed", "A source does not say anything else any more.",
    why: "Yesterday's code reads more than it has to.", advice: "Nothing.",
    mirror: .to("reading-unread"))
  static let leniencyAdded = ReviewRule(
    "leniency-added", "More is read than any page shows.",
    why: "No page has it, so tomorrow's bodies have it no more often than yesterday's.",
    advice: "Nothing.", mirror: .to("leniency-removed"))
  static let leniencyRemoved = ReviewRule(
    "leniency-removed", "What no page shows is not read any more.",
    why: "Yesterday's code reads more than it has to.",
    advice: "Be sure that no body has it: tomorrow's code does not read it.",
    mirror: .to("leniency-added"))
  static let provenanceChanged = ReviewRule(
    "provenance-changed", "Other editions document a thing.",
    why: "It is read whoever documents it; only validate() tells editions apart.",
    advice: "Nothing.", mirror: .to("provenance-narrowed"))
  static let editionAdded = ReviewRule(
    "edition-added", "A further edition.", why: "What it says is told by itself.",
    advice: "Nothing.", mirror: .to("edition-removed"))
  static let editionRemoved = ReviewRule(
    "edition-removed", "An edition is gone.", why: "What it alone said is told by itself.",
    advice: "Nothing.", mirror: .to("edition-added"))
  static let editionChanged = ReviewRule(
    "edition-changed", "An edition is a page instead of a version, or is partial.",
    why: "Only what its silence means is different.", advice: "Read it.",
    mirror: .to("edition-changed"))
  static let omissionChanged = ReviewRule(
    "omission-changed", "What the schema leaves out of the pages.",
    why: "Nothing is generated of it.", advice: "Read it.", mirror: .to("omission-changed"))
  static let wordsChanged = ReviewRule(
    "words-changed", "A description, a title, a date, an example or a symbol.",
    why: "Documentation comments are others, and nothing else.", advice: "Read it.",
    mirror: .to("words-changed"))

  static let provenanceNarrowed = ReviewRule(
    "provenance-narrowed", "An edition does not document a field any more.",
    wire: .degrades(finding: "missing"),
    why: "Yesterday's validate() misses the field in bodies as that edition has them.",
    advice: "Look where its absence would surprise the code.", mirror: .to("provenance-changed"))

  static let provenanceRules = [
    provenanceNarrowed,
    readingAdded, readingUnread, readingPresence, readingConstant, readingRemoved, leniencyAdded,
    leniencyRemoved, provenanceChanged, editionAdded, editionRemoved, editionChanged,
    omissionChanged, wordsChanged,
  ]
}
