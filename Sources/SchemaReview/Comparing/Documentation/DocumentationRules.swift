extension ReviewRule {
  static let documentationChanged = ReviewRule(
    "documentation-changed", "A description, a title, a date, an example or a symbol changed.",
    why: "Only documentation comments change.")
  static let deprecationAdded = ReviewRule(
    "deprecation-added", "A source states that an element should no longer be used.",
    why: "Bodies are as before, and old code decodes them; the vendor may remove the element.",
    advice: "Move code to the replacement that the text names.")
  static let deprecationRemoved = ReviewRule(
    "deprecation-removed", "No source states any longer that an element should not be used.",
    why: "Only documentation comments change.")
  static let descriptionMoved = ReviewRule(
    "description-moved", "A description moved from one event or field to another one.",
    meaning: .changed, why: "The same member means what another one meant.",
    advice: "Compare the descriptions; find out which page is right.")
}
