extension ReviewRule {
  /// Every rule, by what it is about.
  public static let all =
    eventRules + fieldRules + typeRules + limitRules + tableRules + provenanceRules + deliveryRules

  /// A rule by its id.
  public static func rule(_ id: String) -> ReviewRule? { all.first { $0.id == id } }
}
