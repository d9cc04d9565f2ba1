extension ReviewRule {
  static let rangeWidened = ReviewRule(
    "range-widened", "A number may lie where it could not before.",
    wire: .degrades(finding: "range"),
    why: "It is read; yesterday's validate() has the old range.",
    advice: "Look for code that relies on the range.", mirror: .to("range-narrowed"))
  static let rangeNarrowed = ReviewRule(
    "range-narrowed", "A number lies within a smaller range.",
    why: "All that may come now was foreseen.", advice: "Nothing.", mirror: .to("range-widened"))
  static let lengthWidened = ReviewRule(
    "length-widened", "A text or a list may have a length that it could not have before.",
    wire: .degrades(finding: "length"),
    why: "It is read; yesterday's validate() has the old length.",
    advice: "Look at the column of the database that it goes to.", mirror: .to("length-narrowed"))
  static let lengthNarrowed = ReviewRule(
    "length-narrowed", "A text or a list has fewer lengths.",
    why: "All that may come now was foreseen.", advice: "Nothing.", mirror: .to("length-widened"))
  static let charactersWidened = ReviewRule(
    "characters-widened", "A text may have characters that it could not have before.",
    wire: .degrades(finding: "characters"),
    why: "It is read; yesterday's validate() has the old characters.",
    advice: "Look where the text is put into addresses, paths or queries.",
    mirror: .to("characters-narrowed"))
  static let charactersNarrowed = ReviewRule(
    "characters-narrowed", "A text has fewer characters to consist of.",
    why: "All that may come now was foreseen.", advice: "Nothing.",
    mirror: .to("characters-widened"))
  static let listingWidened = ReviewRule(
    "listing-widened", "A field may have further codes of its table.",
    wire: .degrades(finding: "value"),
    why: "The codes have names already; yesterday's validate() did not expect them here.",
    advice: "Look at the switch over this field.", mirror: .to("listing-narrowed"))
  static let listingNarrowed = ReviewRule(
    "listing-narrowed", "A field has fewer codes of its table.",
    why: "All that may come now was foreseen.", advice: "Nothing.",
    mirror: .to("listing-widened"))

  static let limitRules = [
    rangeWidened, rangeNarrowed, lengthWidened, lengthNarrowed, charactersWidened,
    charactersNarrowed, listingWidened, listingNarrowed,
  ]
}
