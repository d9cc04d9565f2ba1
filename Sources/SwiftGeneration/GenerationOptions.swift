/// What a user may want of generated code beside what the schema says.
public struct GenerationOptions: Hashable, Sendable {
  /// What becomes of members that no schema documents.
  public enum UnknownFields: String, Hashable, Sendable, CaseIterable {
    /// They are found by `read(json:)` and not kept.
    case drop
    /// Every object carries them, and writes them back.
    case keep
  }

  public var unknownFields: UnknownFields

  public init(unknownFields: UnknownFields = .drop) { self.unknownFields = unknownFields }
}
