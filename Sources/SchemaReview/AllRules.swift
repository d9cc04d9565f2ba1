extension ReviewRule {
  /// All rules, by subject.
  public static let all =
    eventRules + fieldRules + valueRules + presenceRules + typeRules + formatRules + limitRules
    + tableRules + namedTypeRules + provenanceRules + documentationRules + serviceRules
    + deliveryRules

  /// The rule with an ID; nil if there is none.
  public static func rule(_ id: String) -> ReviewRule? { all.first { $0.id == id } }
}
