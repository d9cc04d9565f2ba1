public import SchemaSource

/// A documented JSON member.
///
/// Copies share what is stated about the member, which every tool passes on; a change of one copy leaves the others as they are.
public struct Field: Hashable, Sendable {
  private var storage: Storage

  private final class Storage: Sendable {
    let statements: FieldStatements
    /// Nil if there are none.
    let rare: Rare?

    init(_ statements: FieldStatements, _ rare: Rare?) {
      (self.statements, self.rare) = (statements, rare)
    }
  }

  private final class Rare: Sendable {
    let statements: RareFieldStatements

    init(_ statements: RareFieldStatements) { self.statements = statements }
  }

  init(_ statements: FieldStatements) { storage = Storage(statements, nil) }

  init(_ statements: FieldStatements, _ rare: RareFieldStatements) {
    storage = Storage(statements, rare.isEmpty ? nil : Rare(rare))
  }

  init(
    wire: String, name: Located<String>? = nil, type: FieldType, provenance: Provenance,
    range: SourceRange
  ) {
    self.init(
      FieldStatements(wire: wire, type: type, provenance: provenance, range: range),
      RareFieldStatements(name: name))
  }

  private var statements: FieldStatements {
    get { storage.statements }
    set { storage = Storage(newValue, storage.rare) }
  }

  private var rare: RareFieldStatements {
    get { storage.rare?.statements ?? RareFieldStatements() }
    set { self = Field(statements, newValue) }
  }

  public static func == (first: Field, second: Field) -> Bool {
    first.storage === second.storage
      || first.statements == second.statements && first.rare == second.rare
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(statements)
    hasher.combine(rare)
  }

  /// The member name.
  public var wire: String {
    get { storage.statements.wire }
    set { statements.wire = newValue }
  }

  /// The Swift name that the schema sets.
  public var name: Located<String>? {
    get { storage.rare?.statements.name }
    set { rare.name = newValue }
  }

  public var type: FieldType {
    get { storage.statements.type }
    set { statements.type = newValue }
  }

  /// The limits on its values, at most one for each key.
  public var constraints: [Constraint] {
    get { storage.statements.constraints }
    set { statements.constraints = newValue }
  }

  /// The meanings of `true` and `false`, for a bool.
  public var meanings: [Bool: String] {
    get { storage.rare?.statements.meanings ?? [:] }
    set { rare.meanings = newValue }
  }

  /// The documented meaning of absence.
  public var defaultValue: Located<WireValue>? {
    get { storage.rare?.statements.defaultValue }
    set { rare.defaultValue = newValue }
  }

  public var example: Located<WireValue>? {
    get { storage.rare?.statements.example }
    set { rare.example = newValue }
  }

  /// The member may be absent.
  public var isOptional: Bool {
    get { storage.statements.isOptional }
    set { statements.isOptional = newValue }
  }

  /// The member may be `null`.
  public var isNullable: Bool {
    get { storage.statements.isNullable }
    set { statements.isNullable = newValue }
  }

  /// The elements of the list may be `null`.
  public var hasNullElements: Bool {
    get { storage.statements.hasNullElements }
    set { statements.hasNullElements = newValue }
  }

  /// An event without the member is malformed.
  public var isRequired: Bool {
    get { storage.statements.isRequired }
    set { statements.isRequired = newValue }
  }

  public var provenance: Provenance {
    get { storage.statements.provenance }
    set { statements.provenance = newValue }
  }

  public var readings: Readings? {
    get { storage.rare?.statements.readings }
    set { rare.readings = newValue }
  }

  public var aliases: [Located<String>] {
    get { storage.rare?.statements.aliases ?? [] }
    set { rare.aliases = newValue }
  }

  /// JSON types that are accepted although no page documents them.
  public var accepts: [JSONKind] {
    get { storage.rare?.statements.accepts ?? [] }
    set { rare.accepts = newValue }
  }

  public var doc: String? {
    get { storage.statements.doc }
    set { statements.doc = newValue }
  }

  public var deprecation: Deprecation? {
    get { storage.rare?.statements.deprecation }
    set { rare.deprecation = newValue }
  }

  public var range: SourceRange {
    get { storage.statements.range }
    set { statements.range = newValue }
  }

  /// All other member names that are accepted: those of the readings, then the aliases.
  public var otherSpellings: [String] {
    if readings == nil, aliases.isEmpty { return [] }
    let read = (readings?.entries ?? []).compactMap { $0.wire?.value }.filter { $0 != wire }
    var seen: Set<String> = []
    return (read + aliases.map(\.value)).filter { seen.insert($0).inserted }
  }
}

extension Field {
  /// Whether its members may be found beside it.
  public var isFlattened: Bool { readings?.entries.contains(where: \.isFlattened) ?? false }

  /// The reading by which its members may be found beside it.
  public var flattening: Reading? {
    isFlattened ? readings?.entries.first { $0.isFlattened } : nil
  }

  /// The full editions that document the member as always present, or under a condition on other members.
  public var expectedEditions: EditionSet {
    if readings == nil {
      if case .text? = condition { return [] }
      return isOptional ? [] : provenance.editions
    }
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
    if readings == nil { return isNullable ? [] : expectedEditions }
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
