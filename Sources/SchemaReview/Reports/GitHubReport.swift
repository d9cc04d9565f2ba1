import SchemaSource

extension Report {
  /// Annotations of a pull request: errors for what breaks or changes meaning, warnings for the rest.
  ///
  /// A code host shows the new state alone, so what is gone is shown at what is around its place.
  public var github: String {
    sections.flatMap { section in
      section.groups.flatMap { group in group.entries.filter { !$0.isQuiet } }
    }.map(Self.annotation).joined()
  }

  private static func annotation(_ entry: Entry) -> String {
    let (change, rule) = (entry.change, entry.change.rule)
    let isGrave = rule.wire == .breaks || rule.source == .breaks || rule.meaning == .changed
    let place = change.anchor
    let properties = [
      "file=\(GitHubDiagnostics.property(place.path))", "line=\(place.start.line)",
      "col=\(place.start.column)", "title=\(GitHubDiagnostics.property(rule.id))",
    ].joined(separator: ",")
    let message = "\(change.path): \(change.message) (\(entry.verdicts)). \(rule.advice)"
    return "::\(isGrave ? "error" : "warning") \(properties)::\(GitHubDiagnostics.data(message))\n"
  }
}
