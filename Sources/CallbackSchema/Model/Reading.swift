public import SchemaSource

/// The statements of sources that differ from a declaration.
public struct Readings: Hashable, Sendable {
  public var entries: [Reading]
  /// The reason for the schema's choice in a conflict between pages.
  public var because: String?
  public var range: SourceRange

  /// Whether a page is among the sources. Differences between versions are no conflict.
  public var isConflict: Bool { because != nil }
}

/// The differing statement of one source. Properties that are nil agree with the declaration.
public struct Reading: Hashable, Sendable {
  public var source: Source
  /// A difference described in words.
  public var text: String?
  public var wire: Located<String>?
  public var type: FieldType?
  public var unit: Unit?
  public var isOptional: Bool?
  /// Whether the member may be `null`.
  public var isNullable: Bool?
  /// The name of a row.
  public var name: Located<String>?
  public var constant: Located<WireValue>?
  public var doc: String?
  public var condition: Change<Condition>?
  public var defaultValue: Change<Located<WireValue>>?
  /// Whether the members of the object are sent beside it, in the enclosing object.
  public var isFlattened = false

  /// Another value, or `none`.
  public enum Change<Value: Hashable & Sendable>: Hashable, Sendable {
    case to(Value)
    case removed

    /// The value that replaces another.
    var value: Value? { if case .to(let value) = self { value } else { nil } }
  }
}
