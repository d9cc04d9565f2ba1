import SchemaSource

extension PageCheck {
  /// Annotations of a pull request: errors for certain differences, warnings for unsure ones.
  ///
  /// A difference is annotated in the schema, which the pull request changes; what the schema lacks, on the page.
  public var github: String {
    (certain + unsure).map { difference in
      let (page, schema) = (difference.page, difference.schema)
      let pagePlace = "\(path):\(page.line):\(page.column)"
      return GitHubAnnotation.command(
        difference.isCertain ? .error : .warning, path: schema?.path ?? path,
        line: schema?.start.line ?? page.line, column: schema?.start.column ?? page.column,
        title: difference.rule.id,
        message: "\(difference.path): \(difference.message) (page: \(pagePlace))")
    }.joined()
  }
}
