extension ReviewRule {
  static let documentationChanged = ReviewRule(
    "documentation-changed", "A description, a title, a date, an example or a symbol changed.",
    why: "Only documentation comments change.")
}
