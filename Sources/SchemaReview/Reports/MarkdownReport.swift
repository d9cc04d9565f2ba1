import SchemaSource
import SwiftGeneration

extension Report {
  /// For a pull request: a summary, a table for each thing that changed, details to unfold.
  public var markdown: String {
    var lines = ["## What this means for receivers in production", ""]
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
      lines += ["### Approvals of changes that are not there", ""]
      lines += staleApprovals.map { "- \(Self.code($0.fingerprint)): \(Self.escaped($0.reason))" }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of group: Group) -> [String] {
    let loud = group.entries.filter { !$0.isQuiet }
    let quiet = group.entries.filter(\.isQuiet)
    var lines = ["#### \(code(group.path))", ""]
    if !loud.isEmpty {
      lines += ["| change | wire | source | meaning |", "|---|---|---|---|"]
      lines += loud.map(row)
      lines += ["", "<details><summary>where, how it looks, what to do</summary>", ""]
      lines += loud.flatMap(details)
      lines += ["</details>", ""]
    }
    if !quiet.isEmpty {
      let nouns = quiet.count == 1 ? "change that asks" : "changes that ask"
      lines += ["<details><summary>\(quiet.count) \(nouns) for nobody</summary>", ""]
      lines += quiet.map { entry in
        let approval = entry.approval.map { ", approved: \(escaped($0.reason))" } ?? ""
        return
          "- \(entry.sign) \(escaped(entry.change.message)) \(code(entry.change.rule.id))\(approval)"
      }
      lines += ["", "</details>", ""]
    }
    return lines
  }

  private static func row(_ entry: Entry) -> String {
    let rule = entry.change.rule
    let verdicts = [
      rule.wire == .breaks ? "**breaks**" : rule.wire.text,
      rule.source == .breaks ? "**breaks**" : rule.source.rawValue,
      rule.meaning == .changed ? "**changed**" : rule.meaning.rawValue,
    ]
    return
      "| \(entry.sign) \(escaped(entry.change.message)) | \(verdicts.joined(separator: " | ")) |"
  }

  private static func details(_ entry: Entry) -> [String] {
    let change = entry.change
    var lines = [
      "**\(escaped(change.message))** \(code(change.rule.id))", "", escaped(change.rule.why),
    ]
    lines[2] += " " + escaped(change.rule.advice)
    lines.append("")
    for (name, side) in [("before", change.old), ("after", change.new)] {
      guard let side else { continue }
      let parts =
        [code(Change.place(of: side.range))]
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

  /// A text that Markdown, and a cell of a table, take as it is.
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

  /// A stretch of code, whatever is in it.
  private static func code(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ")
    let fence = line.contains("`") ? "``" : "`"
    let space = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return "\(fence)\(space)\(line)\(space)\(fence)"
  }
}
