public import SchemaSource

/// A code table: the named values of a field.
public struct CodeTable: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One code at a time.
    case codes
    /// A bit mask of the codes.
    case flags
  }

  /// An additional column of the vendor's table.
  public struct Column: Hashable, Sendable {
    public var name: String
    public var type: Scalar
    public var range: SourceRange
  }

  public var name: String
  public var raw: Scalar
  public var kind = Kind.codes
  public var rows: [Row] = []
  /// The meaning of all other values; nil if they are undocumented.
  public var otherwise: Row?
  public var columns: [Column] = []
  /// Whether the codes are ordered, as on a scale.
  public var isOrdered = false
  /// The location of documented codes that the schema omits.
  public var elsewhere: String?
  public var provenance: Provenance
  public var doc: String?
  /// The name without extension of the file that defines it.
  public var stem: String
  public var range: SourceRange

  /// Whether the table has no values.
  public var isEmpty: Bool { rows.isEmpty && otherwise == nil }

  /// All rows, the one for all other values included.
  var everyRow: [Row] { rows + [otherwise].compactMap { $0 } }

  public func row(for value: WireValue) -> Row? { rows.first { $0.value == value } }

  /// A code and its meaning.
  public struct Row: Hashable, Sendable {
    public var value: WireValue
    /// The Swift name, if the schema sets one.
    public var name: Located<String>?
    /// The vendor's name of the constant.
    public var constant: String?
    public var doc: String?
    public var deprecation: Deprecation?
    /// The outcome that an event with this code reports.
    public var outcome: Outcome?
    /// The recommended reaction.
    public var advice: String?
    public var provenance: Provenance
    public var readings: Readings?
    /// The values of the additional columns, by name.
    public var columns: [String: WireValue] = [:]
    public var range: SourceRange
  }
}
