import SchemaSource

extension Report {
  /// Annotations of a pull request: errors for changes that break or change meaning, warnings for those that degrade.
  ///
  /// A pull request shows the new state only, so a removal is annotated at what contained the removed element.
  public var github: String {
    sections.flatMap(\.groups).flatMap(\.entries).filter { !$0.isSettled }.map { entry in
      let (change, rule, range) = (entry.change, entry.change.rule, entry.change.annotationRange)
      return GitHubAnnotation.command(
        entry.rank < 3 ? .error : .warning, path: range.path, line: range.start.line,
        column: range.start.column, title: rule.id,
        message: "\(change.path): \(change.message) (\(entry.verdicts)). \(rule.advice)")
    }.joined()
  }
}
