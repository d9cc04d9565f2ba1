extension ReviewRule {
  static let rangeWidened = ReviewRule(
    "range-widened", "A number may be outside the old range.", wire: .degrades(finding: "range"),
    why: "The old code decodes it; validation checks the old range.",
    advice: "Review code that relies on the range.", opposite: "range-narrowed")
  static let rangeNarrowed = ReviewRule(
    "range-narrowed", "A number has a smaller range.",
    why: "The old range contains every number that the new schema allows.",
    opposite: "range-widened")
  static let lengthWidened = ReviewRule(
    "length-widened", "A string or a list may exceed the old bounds of its length.",
    wire: .degrades(finding: "length"),
    why: "The old code decodes it; validation checks the old length.",
    advice: "Review where it is stored, such as the width of a database column.",
    opposite: "length-narrowed")
  static let lengthNarrowed = ReviewRule(
    "length-narrowed", "The length of a string or a list has tighter bounds.",
    why: "The old bounds contain every length that the new schema allows.",
    opposite: "length-widened")
  static let charactersWidened = ReviewRule(
    "characters-widened", "A string may contain further characters.",
    wire: .degrades(finding: "characters"),
    why: "The old code decodes it; validation checks the old set of characters.",
    advice: "Review where the string becomes part of a URL, a path or a query.",
    opposite: "characters-narrowed")
  static let charactersNarrowed = ReviewRule(
    "characters-narrowed", "A string may contain fewer characters.",
    why: "The old set contains every character that the new schema allows.",
    opposite: "characters-widened")
  static let patternWidened = ReviewRule(
    "pattern-widened", "A string may not match the old pattern.",
    wire: .degrades(finding: "pattern"),
    why: "The old code decodes it; validation checks the old pattern.",
    advice: "Review code that parses the string.", opposite: "pattern-narrowed")
  static let patternNarrowed = ReviewRule(
    "pattern-narrowed", "A string has a pattern that fewer strings match.",
    why: "The old pattern matches every string that the new schema allows.",
    opposite: "pattern-widened")
  static let listingWidened = ReviewRule(
    "listing-widened", "A field may have further codes of its table.",
    wire: .degrades(finding: "value"),
    why: "The old code decodes them; validation does not expect them in this field.",
    advice: "Review switches over this field.", opposite: "listing-narrowed")
  static let listingNarrowed = ReviewRule(
    "listing-narrowed", "A field may have fewer codes of its table.",
    why: "The old codes include every code that the new schema allows.",
    opposite: "listing-widened")
}
