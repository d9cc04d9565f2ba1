import SchemaSource
import SwiftGeneration

extension Report {
  /// Markdown for a pull request: a summary, then the changes by what has to be done, with folded details.
  public var markdown: String {
    var lines = ["## Effect on receivers in production", ""]
    if sections.isEmpty, unreviewed.isEmpty { lines.append("No change.") }
    for section in sections {
      lines += ["### \(Self.escaped(section.service))", ""]
      lines += [
        "**\(section.counts.summary)**, from \(Self.code(section.old)) to \(Self.code(section.new))",
        "",
      ]
      let entries = section.groups.flatMap(\.entries)
      let byAction = Dictionary(grouping: entries, by: \.action)
      let actions = RequiredAction.allCases.compactMap { action in
        byAction[action].map { (action, $0) }
      }
      if entries.count > 1 {
        lines += ["| what to do | changes |", "|---|---|"]
        lines += actions.map { "| \($0.title) | \($1.count) |" }
        lines.append("")
      }
      for (action, entries) in actions { lines += Self.lines(of: action, entries) }
    }
    if !unreviewed.isEmpty {
      lines += ["### Not reviewed", ""]
      lines += unreviewed.map { "- \(Self.code($0.service)): \(Self.escaped($0.reason))" } + [""]
    }
    if !staleApprovals.isEmpty {
      lines += ["### Approvals without a change", ""]
      lines += staleApprovals.map { "- \(Self.code($0.fingerprint)): \(Self.escaped($0.reason))" }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of action: RequiredAction, _ entries: [Entry]) -> [String] {
    var lines = ["#### \(action.title)", ""]
    guard action != .nothing else {
      let title = "\(entries.count) change\(entries.count == 1 ? "" : "s")"
      lines += ["<details><summary>\(title): \(action.reason)</summary>", ""]
      lines += entries.map { entry in
        let verdicts = entry.change.isHarmless ? "" : ", \(escaped(entry.verdicts))"
        let approval = entry.approval.map { ", approved: \(escaped($0.reason))" } ?? ""
        let words = entry.words.map { ": \(text($0))" } ?? ""
        let (change, group) = (entry.change, code(entry.change.group))
        // A sign at the beginning of an item would begin a list in it.
        return
          "- \(group): \(entry.sign) \(escaped(change.message))\(words) \(code(change.rule.id))\(verdicts)\(approval)"
      }
      return lines + ["", "</details>", ""]
    }
    lines += [action.reason, ""]
    // The path is below the change, because a column of paths is wider than a pull request's page.
    lines += ["| change | wire | source | meaning | history |", "|---|---|---|---|---|"]
    lines += entries.map(row)
    lines += ["", "<details><summary>Locations, samples and advice</summary>", ""]
    lines += entries.flatMap(details)
    return lines + ["</details>", ""]
  }

  private static func row(_ entry: Entry) -> String {
    let (change, rule) = (entry.change, entry.change.rule)
    let verdicts = [
      rule.wire == .breaks ? "**breaks**" : rule.wire.text,
      rule.source == .breaks ? "**breaks**" : rule.source.rawValue,
      rule.meaning == .changed ? "**changed**" : rule.meaning.rawValue,
      change.history.level == .breaks ? "**breaks**" : change.history.text,
    ]
    let words = entry.words.map { "<br>\(text($0))" } ?? ""
    let path = code(change.group).replacing("|", with: "\\|")
    let cell = "\(path)<br>\(entry.sign) \(escaped(change.message))\(words)"
    return "| \(cell) | \(verdicts.joined(separator: " | ")) |"
  }

  /// An old and a new text.
  private static func text(_ words: (old: String, new: String)) -> String {
    "\(escaped(shortened(words.old, to: 300))) → \(escaped(shortened(words.new, to: 300)))"
  }

  private static func details(_ entry: Entry) -> [String] {
    let change = entry.change
    var lines = [
      "**\(escaped(change.message))** \(code(change.path)) \(code(change.rule.id))", "",
      escaped("\(change.rule.why) \(change.rule.advice)"), "",
    ]
    for case (let name, let side?) in [("before", change.old), ("after", change.new)] {
      let parts =
        [code(side.range.location)]
        + [side.sample.map { code(shortened($0)) }, side.declaration.map { code($0.signature) }]
        .compactMap { $0 }
      lines.append("- \(name): \(parts.joined(separator: ", "))")
    }
    if !change.events.isEmpty {
      lines.append("- events: \(change.events.map(code).joined(separator: ", "))")
    }
    lines += ["- fingerprint: \(code(change.fingerprint))", ""]
    return lines
  }

  /// A text, escaped for Markdown and for a cell of a table.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\n": escaped += " "
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#": escaped += "\\\(character)"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A code span, whose delimiter does not occur in it.
  private static func code(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ")
    let longestRun = line.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longestRun + 1)
    let space = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return "\(fence)\(space)\(line)\(space)\(fence)"
  }
}
