public import CallbackSchema
public import SchemaSource

/// Reads documentation pages.
///
/// The stages: the text becomes blocks (`BlockReader`), the blocks become facts, and the schema, where there is one,
/// settles what the page leaves ambiguous. It never adds a fact that the page does not show.
public enum PageReader {
  /// Reads what a page declares.
  ///
  /// - Parameters:
  ///   - file: the page.
  ///   - page: the page in a profile; nil to read by the general rules alone.
  ///   - service: the service whose schema settles ambiguities; nil without a schema.
  ///   - diagnostics: receives the entries of the profile that match nothing, and a page that cannot be read.
  /// - Returns: the facts; nil after a report of a page that cannot be read.
  public static func read(
    _ file: SourceFile, as page: PageProfile.Page?, of service: Service?,
    into diagnostics: inout Diagnostics
  ) -> PageFacts? {
    PageFacts(path: file.path, lineCount: file.lineCount)
  }
}
