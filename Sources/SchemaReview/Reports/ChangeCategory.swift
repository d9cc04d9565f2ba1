/// A category by which reports count changes, and the HTML page colours and filters them; the most severe first.
public enum ChangeCategory: String, CaseIterable, Sendable {
  case meaning, wire, source, history, degrades, historyDegrades, warns, ignored, approved, harmless

  /// The category in a badge or a filter.
  var label: String {
    switch self {
    case .meaning: "meaning changed"
    case .wire: "breaks the wire"
    case .source: "breaks source"
    case .history: "breaks history"
    case .degrades: "degrades the wire"
    case .historyDegrades: "degrades history"
    case .warns: "warns in source"
    case .ignored: "ignored by one side"
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
    case .history: ("breaks history", "break history")
    case .degrades: ("degrades the wire", "degrade the wire")
    case .historyDegrades: ("degrades history", "degrade history")
    case .warns: ("warns in source", "warn in source")
    case .ignored: ("is ignored by one side", "are ignored by one side")
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
    let history = change.history.level
    if history == .breaks { categories.append(.history) }
    if case .degrades = rule.wire { categories.append(.degrades) }
    if history == .degrades { categories.append(.historyDegrades) }
    if rule.source == .warning { categories.append(.warns) }
    if case .ignores = rule.wire {
      categories.append(.ignored)
    } else if history == .ignores {
      categories.append(.ignored)
    }
    return categories.isEmpty ? [.harmless] : categories
  }
}

extension [Report.Entry] {
  var categories: [ChangeCategory] { flatMap(\.categories) }
}
