import SchemaSource

/// What a schema states about a JSON member; `Field` explains each statement.
struct FieldStatements: Hashable, Sendable {
  var wire: String
  var type: FieldType
  var isOptional = false
  var isNullable = false
  var hasNullElements = false
  var isRequired = false
  var constraints: [Constraint] = []
  var provenance: Provenance
  var doc: String?
  var range: SourceRange
}

/// What a schema states about few of the members. It takes twice the room of the other statements.
struct RareFieldStatements: Hashable, Sendable {
  var name: Located<String>?
  var meanings: [Bool: String] = [:]
  var defaultValue: Located<WireValue>?
  var example: Located<WireValue>?
  var readings: Readings?
  var aliases: [Located<String>] = []
  var accepts: [JSONKind] = []
  var deprecation: Deprecation?

  /// Whether the schema states none of it.
  var isEmpty: Bool {
    name == nil && meanings.isEmpty && defaultValue == nil && example == nil && readings == nil
      && aliases.isEmpty && accepts.isEmpty && deprecation == nil
  }
}
