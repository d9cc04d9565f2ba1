package import SchemaSource

extension PageCheck {
  /// Text for a terminal: the certain differences, the unsure ones, the unread lines, and a summary.
  package func text(style: TextStyle, isExplainedShown: Bool = false) -> String {
    var lines: [String] = []
    for difference in certain { lines += self.lines(of: difference, "error", style) }
    for difference in unsure { lines += self.lines(of: difference, "warning", style) }
    if isExplainedShown {
      for difference in explained { lines += self.lines(of: difference, "note", style) }
    }
    for line in unread {
      let place = style.bold("\(path):\(line.position.line):\(line.position.column):")
      lines.append(
        "\(place) \(style.severity("note")) unread: \(line.text) [\(line.reason.rawValue)]")
    }
    if !lines.isEmpty { lines.append("") }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The counts as a sentence.
  public var summary: String {
    let subject = "\(path) and \(service)\(edition.map { "@\($0)" } ?? "")"
    var parts = [Self.count(certain.count, "certain difference")]
    if !unsure.isEmpty { parts.append("\(unsure.count) unsure") }
    if !explained.isEmpty { parts.append("\(explained.count) explained by the schema") }
    if !unread.isEmpty { parts.append(Self.count(unread.count, "unread line")) }
    return "\(subject): \(parts.joined(separator: ", "))"
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count == 0 ? "no" : "\(count)") \(noun)\(count == 1 ? "" : "s")"
  }

  private func lines(
    of difference: PageDifference, _ severity: String, _ style: TextStyle
  ) -> [String] {
    let page = difference.page
    let place = style.bold("\(path):\(page.line):\(page.column):")
    var lines = [
      "\(place) \(style.severity(severity)) \(difference.message) [\(difference.rule.id)]",
      "    \(difference.paths)",
    ]
    if let schema = difference.schema { lines.append("    schema: \(schema.location)") }
    if !difference.doubts.isEmpty { lines.append("    doubts: \(difference.doubtNames)") }
    if let explanation = difference.explanation {
      lines.append("    explained by \(explanation.text) (\(explanation.range.location))")
    }
    return lines
  }
}

extension PageDifference {
  /// The path, and the number of the other paths of a shared declaration.
  var paths: String {
    guard sharedBy.count > 1 else { return path }
    return "\(path) and \(sharedBy.count - 1) more"
  }

  /// The doubts, separated by commas.
  var doubtNames: String { doubts.map(\.rawValue).joined(separator: ", ") }
}
