public import SchemaSource

/// A documented JSON member.
public struct Field: Hashable, Sendable {
  /// The member name.
  public var wire: String
  /// The Swift name that the schema sets.
  public var name: Located<String>?
  public var type: FieldType
  /// The limits on its values, at most one for each key.
  public var constraints: [Constraint] = []
  /// The meanings of `true` and `false`, for a bool.
  public var meanings: [Bool: String] = [:]
  /// The documented meaning of absence.
  public var defaultValue: Located<WireValue>?
  public var example: Located<WireValue>?
  /// The member may be absent.
  public var isOptional = false
  /// The member may be `null`.
  public var isNullable = false
  /// The elements of the list may be `null`.
  public var hasNullElements = false
  /// An event without the member is malformed.
  public var isRequired = false
  public var provenance: Provenance
  public var readings: Readings?
  public var aliases: [Located<String>] = []
  /// JSON types that are accepted although no page documents them.
  public var accepts: [JSONKind] = []
  public var doc: String?
  public var deprecation: Deprecation?
  public var range: SourceRange

  /// All other member names that are accepted: those of the readings, then the aliases.
  public var otherSpellings: [String] {
    let read = (readings?.entries ?? []).compactMap { $0.wire?.value }.filter { $0 != wire }
    var seen: Set<String> = []
    return (read + aliases.map(\.value)).filter { seen.insert($0).inserted }
  }
}

extension Field {
  /// The reading by which its members may be found beside it.
  public var flattening: Reading? {
    (readings?.entries ?? []).first { $0.isFlattened }
  }

  /// The full editions that document the member as always present, or under a condition on other members.
  public var expectedEditions: EditionSet {
    var expected: EditionSet = []
    for place in provenance.editions.places {
      let (isOptional, condition) = effective(in: place)
      if case .text = condition { continue }
      if !isOptional { expected.insert(EditionSet(edition: place)) }
    }
    return expected
  }

  /// Whether a source documents that the member may be `null`.
  public var canBeNull: Bool {
    isNullable || (readings?.entries ?? []).contains { $0.isNullable == true }
  }

  /// The full editions that document the member as always present, and not as `null`.
  public var valueEditions: EditionSet {
    var editions: EditionSet = []
    for place in expectedEditions.places where !canBeNull(in: place) {
      editions.insert(EditionSet(edition: place))
    }
    return editions
  }

  /// Whether an edition documents that the member may be `null`.
  package func canBeNull(in edition: Int) -> Bool {
    let own = (readings?.entries ?? []).filter { $0.source.isEdition(edition) }
    return own.lazy.compactMap(\.isNullable).last ?? isNullable
  }

  /// Whether the field is optional in an edition, and its condition there.
  package func effective(in edition: Int) -> (isOptional: Bool, condition: Condition?) {
    var found = (isOptional: isOptional, condition: condition)
    for reading in readings?.entries ?? [] where reading.source.isEdition(edition) {
      found.isOptional = reading.isOptional ?? found.isOptional
      if let change = reading.condition { found.condition = change.value }
    }
    return found
  }
}

/// The condition under which a field is present.
public enum Condition: Hashable, Sendable {
  /// Every clause holds.
  case clauses([Clause], SourceRange)
  /// A condition in words, which no member shows.
  case text(String)

  /// The clauses; nil for a condition in words.
  public var clauses: [Clause]? { if case .clauses(let clauses, _) = self { clauses } else { nil } }

  /// A member and the values that it must, or must not, have.
  public struct Clause: Hashable, Sendable {
    public var path: Located<[String]>
    public var values: [WireValue]
    public var isNegated: Bool
  }
}

extension [Condition.Clause] {
  /// `type is 1 or 2 and user is not admin`
  ///
  /// - Parameters:
  ///   - hasQuotes: whether strings are quoted; strings among numbers always are.
  ///   - style: the formatting of paths and values.
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
