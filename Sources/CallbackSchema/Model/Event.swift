public import SchemaSource

/// A named object type.
public struct ObjectType: Hashable, Sendable {
  public var name: String
  public var includes: [Located<String>]
  public var fields: [Field]
  /// Whether it is a Swift protocol, to which the structs that include it conform.
  public var isProtocol = false
  public var provenance: Provenance
  public var doc: String?
  public var stem: String
  public var range: SourceRange
}

/// An event.
///
/// Copies share what is stated about the event, as those of a `Field` do.
public struct Event: Hashable, Sendable {
  private var storage: Storage

  private final class Storage: Sendable {
    let statements: EventStatements

    init(_ statements: EventStatements) { self.statements = statements }
  }

  init(_ statements: EventStatements) { storage = Storage(statements) }

  private var statements: EventStatements {
    get { storage.statements }
    set { storage = Storage(newValue) }
  }

  public static func == (first: Event, second: Event) -> Bool {
    first.storage === second.storage || first.statements == second.statements
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(statements) }

  /// The vendor's name, which is the key in the schema.
  public var key: String {
    get { storage.statements.key }
    set { statements.key = newValue }
  }

  /// The Swift name, if the schema sets one.
  public var name: Located<String>? {
    get { storage.statements.name }
    set { statements.name = newValue }
  }

  /// The value of the discriminator; the values of several are joined by dots.
  public var id: Located<WireValue> {
    get { storage.statements.id }
    set { statements.id = newValue }
  }

  /// The values of the discriminators; fewer than there are if the event has any values of the others.
  public var idParts: [String] {
    get { storage.statements.idParts }
    set { statements.idParts = newValue }
  }

  /// Where its own fields are, if not where the service's are.
  public var payload: Located<EventPayload>? {
    get { storage.statements.payload }
    set { statements.payload = newValue }
  }

  /// The vendor's name of the constant.
  public var constant: String? {
    get { storage.statements.constant }
    set { statements.constant = newValue }
  }

  /// The object that the payload is; the event then has no fields of its own.
  public var object: Located<String>? {
    get { storage.statements.object }
    set { statements.object = newValue }
  }

  public var includes: [Located<String>] {
    get { storage.statements.includes }
    set { statements.includes = newValue }
  }

  public var fields: [Field] {
    get { storage.statements.fields }
    set { statements.fields = newValue }
  }

  /// Fields of the envelope that are constant in this event.
  public var constants: [EventConstant] {
    get { storage.statements.constants }
    set { statements.constants = newValue }
  }

  /// The outcome of every such event, whatever its codes report.
  public var outcome: Outcome? {
    get { storage.statements.outcome }
    set { statements.outcome = newValue }
  }

  public var examples: [Example] {
    get { storage.statements.examples }
    set { statements.examples = newValue }
  }

  public var provenance: Provenance {
    get { storage.statements.provenance }
    set { statements.provenance = newValue }
  }

  public var doc: String? {
    get { storage.statements.doc }
    set { statements.doc = newValue }
  }

  public var deprecation: Deprecation? {
    get { storage.statements.deprecation }
    set { statements.deprecation = newValue }
  }

  public var stem: String {
    get { storage.statements.stem }
    set { statements.stem = newValue }
  }

  public var range: SourceRange {
    get { storage.statements.range }
    set { statements.range = newValue }
  }
}

/// Where one event has its own fields.
public enum EventPayload: Hashable, Sendable {
  case place(Place)
  /// The event has no payload.
  case none

  /// The notation of the schema.
  public var text: String { if case .place(let place) = self { place.text } else { "none" } }
}

/// The constant value of an envelope field in one event.
public struct EventConstant: Hashable, Sendable {
  public var path: Located<[String]>
  public var value: Located<WireValue>
  public var provenance: Provenance
}

/// An example body of a page.
public struct Example: Hashable, Sendable {
  public enum Extent: String, Hashable, Sendable, CaseIterable {
    /// The whole callback.
    case body
    /// The payload alone.
    case details
  }

  /// The name of the file in the folder `Examples`.
  public var file: Located<String>
  public var extent: Extent
  public var title: String?
  public var provenance: Provenance
  /// A description of the corrections that made it valid JSON.
  public var repaired: String?
}
