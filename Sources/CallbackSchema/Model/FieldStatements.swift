import SchemaSource

/// What a schema states about a JSON member; `Field` explains each statement.
struct FieldStatements: Hashable, Sendable {
  var wire: String
  var name: Located<String>?
  var type: FieldType
  var constraints: [Constraint] = []
  var meanings: [Bool: String] = [:]
  var defaultValue: Located<WireValue>?
  var example: Located<WireValue>?
  var isOptional: Bool = false
  var isNullable: Bool = false
  var hasNullElements: Bool = false
  var isRequired: Bool = false
  var provenance: Provenance
  var readings: Readings?
  var aliases: [Located<String>] = []
  var accepts: [JSONKind] = []
  var doc: String?
  var deprecation: Deprecation?
  var range: SourceRange
}
