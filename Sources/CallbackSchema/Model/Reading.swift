public import SchemaSource

/// What sources say differently about one thing.
public struct Readings: Hashable, Sendable {
  public var entries: [Reading]
  /// Why the schema says what it says, where pages disagree.
  public var because: String?
  public var range: SourceRange

  public init(entries: [Reading], because: String?, range: SourceRange) {
    self.entries = entries
    self.because = because
    self.range = range
  }

  /// A page is involved: this is a conflict, not a difference between versions.
  public var isConflict: Bool { because != nil }
}

/// What one source says differently. A property it does not mention is as the schema has it.
public struct Reading: Hashable, Sendable {
  public var source: Source
  /// A difference that only words can tell.
  public var text: String?
  public var wire: Located<String>?
  public var type: FieldType?
  public var unit: Unit?
  public var isOptional: Bool?
  /// The name of a row.
  public var name: Located<String>?
  public var constant: Located<WireValue>?
  public var doc: String?
  public var condition: Change<Condition>?
  public var defaultValue: Change<Located<WireValue>>?
  /// The members of the field lie in what holds it.
  public var isFlattened = false

  /// Something else, or nothing: `none`.
  public enum Change<Value: Hashable & Sendable>: Hashable, Sendable {
    case to(Value)
    case removed
  }

  public init(source: Source) { self.source = source }
}
