/// What a user may want of generated code beside what the schema says.
public struct GenerationOptions: Hashable, Sendable {
  /// What becomes of members that no schema documents.
  public enum UnknownFields: String, Hashable, Sendable, CaseIterable {
    /// They are found by `read(json:)` and not kept.
    case drop
    /// Every object carries them, and writes them back.
    case keep
  }

  /// Who sees the generated declarations.
  public enum Access: String, Hashable, Sendable, CaseIterable {
    case `public`, package, `internal`
  }

  public var access = Access.public
  public var unknownFields = UnknownFields.drop
  /// Further modules that every file imports.
  public var imports: [String] = []
  /// Lines of comment at the head of every file, below the one that says where it comes from.
  public var header: [String] = []
  /// Further words that are written in one case, such as `rtc`: in small letters.
  public var acronyms: Set<String> = []

  public init() {}
}
