public import SchemaSource

/// A documented JSON member.
public struct Field: Hashable, Sendable {
  /// The spelling on the wire.
  public var wire: String
  /// The Swift name, where the schema gives one.
  public var name: Located<String>?
  public var type: FieldType
  /// The limits of its values, one of each key.
  public var constraints: [Constraint] = []
  /// What `true` and `false` mean, for a bool.
  public var meanings: [Bool: String] = [:]
  /// What absence means.
  public var defaultValue: Located<WireValue>?
  public var example: Located<WireValue>?
  /// May be absent.
  public var isOptional = false
  /// Without it the event says nothing.
  public var isRequired = false
  public var provenance: Provenance
  public var readings: Readings?
  public var aliases: [Located<String>] = []
  /// JSON kinds that no page shows and that are read all the same.
  public var accepts: [JSONKind] = []
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
      let (isOptional, condition) = effective(in: place)
      if case .text = condition { continue }
      if !isOptional { expected.insert(EditionSet(edition: place)) }
    }
    return expected
  }

  /// Whether the field is optional, and its condition, in an edition.
  package func effective(in edition: Int) -> (isOptional: Bool, condition: Condition?) {
    var found = (isOptional: isOptional, condition: condition)
    for reading in readings?.entries ?? [] where reading.source.isEdition(edition) {
      found.isOptional = reading.isOptional ?? found.isOptional
      if let change = reading.condition { found.condition = change.value }
    }
    return found
  }
}

/// When a field has a value.
public enum Condition: Hashable, Sendable {
  /// Every clause holds.
  case clauses([Clause], SourceRange)
  /// A condition that the wire does not show.
  case text(String)

  /// The clauses; nil for a condition that the wire does not show.
  public var clauses: [Clause]? { if case .clauses(let clauses, _) = self { clauses } else { nil } }

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

extension [Condition.Clause] {
  /// `type is 1 or 2 and user is not admin`
  ///
  /// - Parameters:
  ///   - hasQuotes: Texts are in quotes, as they are without it where numbers stand beside them.
  ///   - style: How paths and values are written.
  public func text(hasQuotes: Bool = false, _ style: (String) -> String = { $0 }) -> String {
    map { clause in
      let isMixed = clause.values.contains { if case .number = $0 { true } else { false } }
      let values = clause.values.map { value in
        if case .string(let text) = value, hasQuotes || isMixed { return style("\"\(text)\"") }
        return style(value.text)
      }
      let verb = clause.isNegated ? "is not" : "is"
      return
        "\(style(clause.path.value.joined(separator: "."))) \(verb) \(values.joined(separator: " or "))"
    }.joined(separator: " and ")
  }
}
