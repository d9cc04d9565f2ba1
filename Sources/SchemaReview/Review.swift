public import CallbackSchema
import SwiftGeneration

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
    service = new.name
    changes = Comparison.changes(Comparison(old, new, isOfEditions: isOfEditions))
  }

  /// The review of an added service.
  public init(added new: Service) { self.init(.serviceAdded, of: new) }

  /// The review of a removed service.
  public init(removed old: Service) { self.init(.serviceRemoved, of: old) }

  private init(_ rule: ReviewRule, of service: Service) {
    let side = Change.Side(
      text: service.name, range: service.range,
      declaration: SwiftInterface(of: service)["service"], sample: nil)
    self.service = service.name
    changes = [
      Change(
        rule: rule, service: service.name, group: "service", path: "service",
        message: "service \(service.name)", old: rule == .serviceRemoved ? side : nil,
        new: rule == .serviceAdded ? side : nil, annotationRange: service.range, events: [],
        newPath: "service")
    ]
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
