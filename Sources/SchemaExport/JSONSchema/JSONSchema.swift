public import CallbackSchema
public import SchemaSource

/// A JSON Schema 2020-12 of a service, and the constructs that it cannot express.
public struct JSONSchema: Hashable, Sendable {
  public var schema: JSONValue
  /// The omitted constructs.
  public var omissions: [Omission]

  public struct Omission: Hashable, Sendable, CustomStringConvertible {
    /// The construct of the schema language.
    public var construct: String
    /// The reason for the omission.
    public var reason: String
    /// The paths of its occurrences.
    public var places: [String]

    public var description: String {
      let shown = places.prefix(3).joined(separator: ", ")
      let more = places.count > 3 ? " and \(places.count - 3) more" : ""
      return "\(construct): \(reason) (\(shown)\(more))"
    }
  }

  /// - Parameter service: a service, or its projection to an edition. Without a projection, a property is required only
  ///   if every edition documents it.
  public init(of service: Service) {
    var export = JSONSchemaExport(service: service)
    schema = export.schema()
    omissions = export.collected()
  }
}

/// A construct without an equivalent in JSON Schema.
enum LeftOut: String, CaseIterable {
  case readings, editions, flags, unit, when, format, aliases, accepts, flattened, elsewhere
  case `else`, columns, identity, order, signatures, retries, acknowledge, probes, headers, only,
    by, body

  var reason: String {
    switch self {
    case .readings:
      "JSON Schema has no conflicts between sources; the schema has the chosen reading"
    case .editions: "JSON Schema has no editions; export one with --edition"
    case .flags: "JSON Schema has no names for bits"
    case .unit: "JSON Schema has no units"
    case .when: "the condition does not depend on the body"
    case .format: "JSON Schema has no formats with parts"
    case .aliases: "each spelling would be a property of its own"
    case .accepts: "other JSON types are read, but are not documented"
    case .flattened: "members beside their object would be other properties"
    case .elsewhere: "the list of codes is incomplete, so there is no enum"
    case .else: "every other value is documented, so there is no enum"
    case .columns: "JSON Schema has no code tables with columns"
    case .identity: "JSON Schema has no deduplication key"
    case .order: "JSON Schema has no order of deliveries"
    case .signatures: "JSON Schema has no signatures"
    case .retries: "JSON Schema has no retry policy"
    case .acknowledge: "JSON Schema has no responses"
    case .probes: "a health check is a body without an event"
    case .by: "a header identifies the event, and JSON Schema describes the body only"
    case .body: "the body is a form, of which this is the schema as an object of typed values"
    case .headers: "JSON Schema describes the body only"
    case .only: "a body of another product is valid, but does not match this schema"
    }
  }
}
