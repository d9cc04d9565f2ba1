public import CallbackSchema
public import SchemaSource
public import SwiftGeneration

/// The changes between two states of a service, with their effect on receivers in production.
public struct Review: Hashable, Sendable {
  /// The service's name in the new state.
  public var service: String
  /// The changes, in the order of the schema.
  public var changes: [Change]

  /// Compares two states of a service by meaning: order, comments, quotes and the distribution over files do not count.
  ///
  /// - Parameter isOfEditions: whether both are editions of one service, so that provenance does not count either.
  public init(_ old: Service, _ new: Service, isOfEditions: Bool = false) {
    self.init(State(old), State(new), isOfEditions: isOfEditions)
  }

  /// Compares two states of a service, of which the Swift declarations are known.
  public init(_ old: State, _ new: State, isOfEditions: Bool = false) {
    service = new.service.name
    changes = Comparison.changes(
      Comparison(
        old.service, new.service, isOfEditions: isOfEditions,
        usage: (TypeUsage(old), TypeUsage(new))))
  }

  /// The review of an added service.
  public init(added new: Service) { self.init(added: State(new)) }

  /// The review of an added service, of which the Swift declarations are known.
  public init(added new: State) { self.init(.serviceAdded, of: new) }

  /// The review of a removed service.
  public init(removed old: Service) { self.init(removed: State(old)) }

  /// The review of a removed service, of which the Swift declarations are known.
  public init(removed old: State) { self.init(.serviceRemoved, of: old) }

  private init(_ rule: ReviewRule, of state: State) {
    let service = state.service
    let side = Change.Side(
      text: service.name, range: service.range, declaration: state.interface["service"], sample: nil
    )
    self.service = service.name
    changes = [
      Change(
        rule: rule, service: service.name, group: "service", path: "service",
        message: "service \(service.name)", old: rule == .serviceRemoved ? side : nil,
        new: rule == .serviceAdded ? side : nil, annotationRange: service.range, events: [],
        newPath: "service")
    ]
  }

  /// A state of a service with its Swift declarations.
  public struct State: Sendable {
    /// The service.
    public let service: Service
    /// The declarations that are generated from the service.
    public let interface: SwiftInterface

    /// Creates a state.
    public init(_ service: Service) {
      self.service = service
      interface = SwiftInterface(of: service)
    }

    /// Creates a state, and reports invalid and colliding Swift names.
    public init(_ service: Service, namesInto diagnostics: inout Diagnostics) {
      self.service = service
      interface = SwiftInterface(of: service, namesInto: &diagnostics)
    }
  }

  /// A service as a single edition documents it.
  ///
  /// Unlike `projected(to:)` it does not accept what other editions document: a review asks what the edition itself says.
  ///
  /// - Returns: nil if there is no such edition.
  public static func edition(_ name: String, of service: Service) -> Service? {
    service.projected(to: name, isAlone: true)
  }
}
