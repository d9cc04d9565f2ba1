public import SchemaSource

/// A text with parts, such as the name of a file.
public struct TextFormat: Hashable, Sendable {
  public var name: String
  public var doc: String?
  public var forms: [Form]
  /// The parts, by the names that the forms use.
  public var parts: [Field]
  public var stem: String
  public var range: SourceRange

  /// One of the forms that the text may have.
  public struct Form: Hashable, Sendable {
    public var name: Located<String>
    /// As the schema writes it: `{App}_{Room}[_{Index}].mp4`.
    public var template: Located<String>
    public var pieces: [Piece]
    public var provenance: Provenance

    /// The names of its parts, in order, each with whether it may be absent.
    public var parts: [(name: String, isOptional: Bool)] { Self.parts(of: pieces, false) }

    private static func parts(of pieces: [Piece], _ isOptional: Bool)
      -> [(name: String, isOptional: Bool)]
    {
      pieces.flatMap { piece -> [(name: String, isOptional: Bool)] in
        switch piece {
        case .literal: []
        case .part(let name): [(name, isOptional)]
        case .optional(let inner): parts(of: inner, true)
        }
      }
    }
  }

  /// A piece of a form.
  public indirect enum Piece: Hashable, Sendable {
    case literal(String)
    case part(String)
    /// A stretch that may be absent.
    case optional([Piece])
  }

  public func part(named name: String) -> Field? { parts.first { $0.wire == name } }
}
