/// A category by which reports count changes, and the HTML page colours and filters them; the most severe first.
public enum ChangeCategory: String, CaseIterable, Sendable {
  case meaning, wire, source, degrades, warns, approved, harmless

  /// The category in a badge or a filter.
  var label: String {
    switch self {
    case .meaning: "meaning changed"
    case .wire: "breaks the wire"
    case .source: "breaks source"
    case .degrades: "degrades the wire"
    case .warns: "warns in source"
    case .approved: "approved"
    case .harmless: "harmless"
    }
  }

  /// The predicate of a sentence about one change, and about several.
  var predicates: (one: String, many: String) {
    switch self {
    case .meaning: ("changes meaning", "change meaning")
    case .wire: ("breaks the wire", "break the wire")
    case .source: ("breaks source", "break source")
    case .degrades: ("degrades the wire", "degrade the wire")
    case .warns: ("warns in source", "warn in source")
    case .approved: ("is approved", "are approved")
    case .harmless: ("is harmless", "are harmless")
    }
  }
}

extension Report.Entry {
  /// The categories of the change, the most severe first; never empty.
  var categories: [ChangeCategory] {
    if approval != nil { return [.approved] }
    let rule = change.rule
    var categories: [ChangeCategory] = []
    if rule.meaning == .changed { categories.append(.meaning) }
    if rule.wire == .breaks { categories.append(.wire) }
    if rule.source == .breaks { categories.append(.source) }
    if case .degrades = rule.wire { categories.append(.degrades) }
    if rule.source == .warning { categories.append(.warns) }
    return categories.isEmpty ? [.harmless] : categories
  }
}

extension [Report.Entry] {
  var categories: [ChangeCategory] { flatMap(\.categories) }
}
