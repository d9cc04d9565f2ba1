import SchemaSource

/// What a schema states about an event; `Event` explains each statement.
struct EventStatements: Hashable, Sendable {
  var key: String
  var name: Located<String>?
  var id: Located<WireValue>
  var idParts: [String]
  var payload: Located<EventPayload>?
  var constant: String?
  var object: Located<String>?
  var includes: [Located<String>]
  var fields: [Field]
  var constants: [EventConstant]
  var outcome: Outcome?
  var examples: [Example]
  var provenance: Provenance
  var doc: String?
  var deprecation: Deprecation?
  var stem: String
  var range: SourceRange
}
