public import SchemaSource

/// Named values of a field.
public struct CodeTable: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One of them.
    case codes
    /// A bit mask.
    case flags
  }

  /// A further column of the vendor's table.
  public struct Column: Hashable, Sendable {
    public var name: String
    public var type: Scalar
    public var range: SourceRange
  }

  public var name: String
  public var raw: Scalar
  public var kind: Kind
  public var rows: [Row]
  /// What every other value means; nil where other values are not documented.
  public var otherwise: Row?
  public var columns: [Column]
  /// The codes are a scale.
  public var isOrdered: Bool
  /// Where further codes are listed that the schema leaves out.
  public var elsewhere: String?
  public var provenance: Provenance
  public var doc: String?
  /// The file that defines it, without its extension.
  public var stem: String
  public var range: SourceRange

  /// No value is listed.
  public var isEmpty: Bool { rows.isEmpty && otherwise == nil }

  public func row(for value: WireValue) -> Row? { rows.first { $0.value == value } }

  /// One value and its meaning.
  public struct Row: Hashable, Sendable {
    /// What an event that carries the value reports.
    public enum Outcome: String, Hashable, Sendable, CaseIterable { case success, failure }

    public var value: WireValue
    /// The Swift name, where the schema gives one.
    public var name: Located<String>?
    /// The vendor's symbol.
    public var constant: String?
    public var doc: String?
    public var outcome: Outcome?
    /// What to do about it.
    public var advice: String?
    public var provenance: Provenance
    public var readings: Readings?
    /// The values of the table's further columns, by name.
    public var columns: [String: WireValue]
    public var range: SourceRange
  }
}
