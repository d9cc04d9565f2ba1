import CallbackSchema
import SchemaSource

@testable import PayloadValidation
@testable import SchemaReview

/// One state of the field, with what its code makes of each body.
final class OracleState: Sendable {
  let field: OracleField
  let service: Service
  let usage: TypeUsage
  let validator: BodyValidator
  /// What the code makes of each body.
  let readings: [OracleReading]
  /// Whether the new schema documents each body, in the schema itself or as a reading of a source.
  let documented: [Bool]

  init(_ field: OracleField, _ service: Service, _ bodies: [String]) {
    self.field = field
    self.service = service
    usage = TypeUsage(service)
    validator = BodyValidator(service)
    let validator = validator
    readings = bodies.map { OracleReading($0, by: validator, in: service) }
    // Without what no source documents.
    var strict = service
    for event in strict.events.indices {
      for place in strict.events[event].fields.indices {
        strict.events[event].fields[place].aliases = []
        strict.events[event].fields[place].accepts = []
      }
    }
    let judge = strict == service ? nil : BodyValidator(strict)
    documented = zip(bodies, readings).map { body, reading -> Bool in
      let strict = judge.map { OracleReading(body, by: $0, in: strict) } ?? reading
      return strict.isAccepted && !strict.isAltered
    }
  }

  /// The service of a field; nil where the language does not allow the combination.
  static func service(_ field: OracleField) -> Service? {
    var diagnostics = Diagnostics()
    let service = ReviewPair.service(field.schema, path: "oracle.yaml", into: &diagnostics)
    return diagnostics.hasErrors ? nil : service
  }

  /// The states of the fields that the language allows.
  static func states(of fields: [OracleField]) -> (states: [OracleState], bodies: [String]) {
    let services = fields.compactMap { field in service(field).map { (field, $0) } }
    let bodies = OracleBodies.all(of: services.map(\.1))
    return (services.map { OracleState($0, $1, bodies) }, bodies)
  }
}
