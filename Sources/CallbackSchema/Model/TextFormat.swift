public import SchemaSource

/// The format of a string with parts, such as a file name.
public struct TextFormat: Hashable, Sendable {
  public var name: String
  public var doc: String?
  public var forms: [Form]
  /// The parts; `wire` is the name in the templates.
  public var parts: [Field]
  public var stem: String
  public var range: SourceRange

  /// One of the alternative forms of the string.
  public struct Form: Hashable, Sendable {
    public var name: Located<String>
    /// The template in the notation of the schema: `{App}_{Room}[_{Index}].mp4`.
    public var template: Located<String>
    public var pieces: [Piece]
    public var provenance: Provenance

    /// The names of the parts, in order, and whether each may be absent.
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

  /// A piece of a template.
  public indirect enum Piece: Hashable, Sendable {
    case literal(String)
    case part(String)
    /// Pieces that may be absent together.
    case optional([Piece])
  }

  public func part(named name: String) -> Field? { parts.first { $0.wire == name } }
}
