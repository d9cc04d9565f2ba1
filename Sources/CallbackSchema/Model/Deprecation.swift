public import SchemaSource

/// The statement of a page that an event, a field or a code should no longer be used.
public struct Deprecation: Hashable, Sendable {
  /// The reason, and the replacement.
  public var text: String
  /// The sources that state it.
  public var provenance: Provenance
  public var range: SourceRange
}
