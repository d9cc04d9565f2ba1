import SchemaSource
import SwiftGeneration

extension Report {
  /// Markdown for a pull request: a summary, and for each group a table and folded details.
  public var markdown: String {
    var lines = ["## Effect on receivers in production", ""]
    if sections.isEmpty { lines.append("No change.") }
    for section in sections {
      lines.append("### \(Self.escaped(section.service))")
      lines += [
        "",
        "**\(section.counts.summary)**, from \(Self.code(section.old)) to \(Self.code(section.new))",
        "",
      ]
      for group in section.groups { lines += Self.lines(of: group) }
    }
    if !staleApprovals.isEmpty {
      lines += ["### Approvals without a change", ""]
      lines += staleApprovals.map { "- \(Self.code($0.fingerprint)): \(Self.escaped($0.reason))" }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of group: Group) -> [String] {
    let open = group.entries.filter { !$0.isSettled }
    let settled = group.entries.filter(\.isSettled)
    var lines = ["#### \(code(group.path))", ""]
    if !open.isEmpty {
      lines += ["| change | wire | source | meaning | history |", "|---|---|---|---|---|"]
      lines += open.map(row)
      lines += ["", "<details><summary>Locations, samples and advice</summary>", ""]
      lines += open.flatMap(details)
      lines += ["</details>", ""]
    }
    if !settled.isEmpty {
      let noun = settled.count == 1 ? "change needs" : "changes need"
      lines += ["<details><summary>\(settled.count) \(noun) no action</summary>", ""]
      lines += settled.map { entry in
        let approval = entry.approval.map { ", approved: \(escaped($0.reason))" } ?? ""
        return
          "- \(entry.sign) \(escaped(entry.change.message)) \(code(entry.change.rule.id))\(approval)"
      }
      lines += ["", "</details>", ""]
    }
    return lines
  }

  private static func row(_ entry: Entry) -> String {
    let (rule, history) = (entry.change.rule, entry.change.history)
    let verdicts = [
      rule.wire == .breaks ? "**breaks**" : rule.wire.text,
      rule.source == .breaks ? "**breaks**" : rule.source.rawValue,
      rule.meaning == .changed ? "**changed**" : rule.meaning.rawValue,
      history.level == .breaks ? "**breaks**" : history.text,
    ]
    return
      "| \(entry.sign) \(escaped(entry.change.message)) | \(verdicts.joined(separator: " | ")) |"
  }

  private static func details(_ entry: Entry) -> [String] {
    let change = entry.change
    var lines = [
      "**\(escaped(change.message))** \(code(change.rule.id))", "",
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
