public import SchemaSource

/// A documented JSON member.
public struct Field: Hashable, Sendable {
  /// The spelling on the wire.
  public var wire: String
  /// The Swift name, where the schema gives one.
  public var name: Located<String>?
  public var type: FieldType
  public var unit: Unit?
  public var format: Format?
  /// The one value that it has.
  public var constant: Located<WireValue>?
  public var bounds: Located<Bounds>?
  /// How many characters, or elements, it has.
  public var length: Located<Bounds>?
  /// The characters that it consists of: `a-zA-Z0-9_.`.
  public var characters: Located<String>?
  /// The values of a shared table that are listed at this place.
  public var listed: [Located<WireValue>]
  /// What `true` and `false` mean, for a bool.
  public var meanings: [Bool: String]
  /// What absence means.
  public var defaultValue: Located<WireValue>?
  public var example: Located<WireValue>?
  /// May be absent.
  public var isOptional: Bool
  /// Without it the event says nothing.
  public var isRequired: Bool
  public var condition: Condition?
  public var provenance: Provenance
  public var readings: Readings?
  public var aliases: [Located<String>]
  /// JSON kinds that no page shows and that are read all the same.
  public var accepts: [JSONKind]
  public var doc: String?
  public var range: SourceRange

  /// All other spellings that are read: of the readings first, then the aliases.
  public var otherSpellings: [String] {
    var found: [String] = []
    for reading in readings?.entries ?? [] {
      if let wire = reading.wire?.value, wire != self.wire, !found.contains(wire) {
        found.append(wire)
      }
    }
    for alias in aliases where !found.contains(alias.value) { found.append(alias.value) }
    return found
  }
}

extension Field {
  /// Its members may lie in what holds it.
  public var flattening: Reading? {
    (readings?.entries ?? []).first { $0.isFlattened }
  }

  /// The full editions in which it is always there: who documents it without a condition that the wire does not show, and
  /// does not let it be absent.
  public var expectedEditions: EditionSet {
    var expected: EditionSet = []
    for place in provenance.editions.places {
      var isOptional = isOptional
      var condition = condition
      for reading in readings?.entries ?? []
      where reading.source.part == nil && reading.source.editions.contains(place) {
        isOptional = reading.isOptional ?? isOptional
        switch reading.condition {
        case .to(let other): condition = other
        case .removed: condition = nil
        case nil: break
        }
      }
      if case .text = condition { continue }
      if !isOptional { expected.insert(EditionSet(edition: place)) }
    }
    return expected
  }
}

/// When a field has a value.
public enum Condition: Hashable, Sendable {
  /// Every clause holds.
  case clauses([Clause], SourceRange)
  /// A condition that the wire does not show.
  case text(String)

  /// One member and the values that it must, or must not, have.
  public struct Clause: Hashable, Sendable {
    public var path: Located<[String]>
    public var values: [WireValue]
    public var isNegated: Bool

    public init(path: Located<[String]>, values: [WireValue], isNegated: Bool) {
      self.path = path
      self.values = values
      self.isNegated = isNegated
    }
  }
}
