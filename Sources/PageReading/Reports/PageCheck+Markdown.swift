import SchemaSource

extension PageCheck {
  /// Markdown for a pull request: a table of the certain differences, and the others folded.
  public var markdown: String {
    var lines = [
      "## Differences between the page and the schema", "", Markdown.escaped(summary), "",
    ]
    if !certain.isEmpty { lines += table(certain) + [""] }
    lines += folded("\(unsure.count) unsure", unsure.isEmpty ? [] : table(unsure))
    lines += folded("\(explained.count) explained by the schema", explained.map(explanation))
    lines += folded(
      "\(unread.count) unread",
      unread.map { "- line \($0.position.line): \(Markdown.code($0.text)) (\($0.reason.rawValue))" }
    )
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ differences: [PageDifference]) -> [String] {
    ["| page | difference | path | schema |", "|---|---|---|---|"]
      + differences.map { difference in
        let schema = difference.schema.map { Markdown.code($0.location) } ?? ""
        let doubts = difference.doubts.isEmpty ? "" : " (\(difference.doubtNames))"
        let message = "\(difference.message)\(doubts)"
        return
          "| \(difference.page.line):\(difference.page.column) | \(Markdown.escaped(message)) \(Markdown.code(difference.rule.id)) | \(Markdown.code(difference.paths)) | \(schema) |"
      }
  }

  private func explanation(_ difference: PageDifference) -> String {
    "- line \(difference.page.line), \(Markdown.code(difference.path)): \(Markdown.escaped(difference.message)); \(Markdown.escaped(difference.explanation?.text ?? ""))"
  }

  private func folded(_ title: String, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    return ["<details><summary>\(title)</summary>", ""] + lines + ["", "</details>", ""]
  }
}

/// Text in Markdown.
enum Markdown {
  /// A text, escaped also for a cell of a table.
  static func escaped(_ text: String) -> String {
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
  static func code(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ").replacing("|", with: "\\|")
    let longestRun = line.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longestRun + 1)
    let space = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return "\(fence)\(space)\(line)\(space)\(fence)"
  }
}
