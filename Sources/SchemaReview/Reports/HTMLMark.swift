/// What a page counts, colours and filters: as `Report.Counts` has it, the gravest first.
enum HTMLMark: String, CaseIterable {
  case meaning, wire, source, degrades, warns, approved, harmless

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

  func count(in counts: Report.Counts) -> Int {
    switch self {
    case .meaning: counts.meaningChanges
    case .wire: counts.wireBreaks
    case .source: counts.sourceBreaks
    case .degrades: counts.wireDegrades
    case .warns: counts.sourceWarnings
    case .approved: counts.approved
    case .harmless: counts.harmless
    }
  }

  /// The classes of what is shown while one of the marks is asked for.
  static func classes(_ marks: [HTMLMark]) -> String {
    (["v"] + allCases.filter(marks.contains).map(\.rawValue)).joined(separator: " ")
  }
}

extension Report.Entry {
  /// What the change counts as, the gravest first.
  var marks: [HTMLMark] {
    if approval != nil { return [.approved] }
    let rule = change.rule
    if rule.isHarmless { return [.harmless] }
    var marks: [HTMLMark] = []
    if rule.meaning == .changed { marks.append(.meaning) }
    if rule.wire == .breaks { marks.append(.wire) }
    if rule.source == .breaks { marks.append(.source) }
    if case .degrades = rule.wire { marks.append(.degrades) }
    if rule.source == .warning { marks.append(.warns) }
    return marks
  }
}

extension [Report.Entry] {
  var marks: [HTMLMark] { flatMap(\.marks) }
}

extension Report.Group {
  /// `event` and `ExitRoom` of `events.ExitRoom`; nothing and `envelope` of `envelope`.
  var title: (kind: String, name: String) {
    let kinds = ["events": "event", "tables": "table", "objects": "object", "formats": "format"]
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = kinds[parts[0]] else { return ("", path) }
    return (kind, parts[1])
  }
}
