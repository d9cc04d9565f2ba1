public import CallbackSchema
public import SchemaSource

/// A service as JSON Schema 2020-12: the whole callback, every event, and what the standard has no word for.
public struct JSONSchema: Hashable, Sendable {
  public var schema: JSONValue
  /// What was left out, by construct.
  public var omissions: [Omission]

  public struct Omission: Hashable, Sendable, CustomStringConvertible {
    /// The construct of the schema language.
    public var construct: String
    /// Why JSON Schema cannot say it.
    public var reason: String
    /// Where it occurs.
    public var places: [String]

    public var description: String {
      let shown = places.prefix(3).joined(separator: ", ")
      let more = places.count > 3 ? " and \(places.count - 3) more" : ""
      return "\(construct): \(reason) (\(shown)\(more))"
    }
  }

  /// - Parameter service: projected to an edition, or with all of them: what not every edition asks for is not required
  ///   then.
  public init(of service: Service) {
    var export = JSONSchemaExport(service: service)
    schema = export.schema()
    omissions = export.collected()
  }
}

/// Why something is left out.
enum LeftOut: String, CaseIterable {
  case readings, editions, flags, unit, when, format, aliases, accepts, flattened, elsewhere
  case `else`, columns, identity, order, signatures, retries, acknowledge, probes, headers, only

  var reason: String {
    switch self {
    case .readings: "sources that disagree cannot be recorded, only the chosen reading is here"
    case .editions: "who documents a thing cannot be said; export one edition with --edition"
    case .flags: "the bits of a mask cannot be named"
    case .unit: "what a number counts cannot be said"
    case .when: "a condition that the body does not show cannot be checked"
    case .format: "the parts of a text cannot be checked"
    case .aliases: "other spellings that are read would be two properties"
    case .accepts: "other JSON kinds are read with a finding, not documented"
    case .flattened: "members that may lie beside their object would be other properties"
    case .elsewhere: "the further codes are on another page, so no enum"
    case .else: "every other value means something, so no enum"
    case .columns: "further columns of a code table have no place"
    case .identity: "what makes two deliveries the same has no place"
    case .order: "which member counts the deliveries has no place"
    case .signatures: "how a sender signs has no place"
    case .retries: "how often a callback comes has no place"
    case .acknowledge: "what to answer has no place"
    case .probes: "health checks are bodies of their own"
    case .headers: "JSON Schema describes the body alone"
    case .only: "another product's body is not wrong; here it does not match"
    }
  }
}
