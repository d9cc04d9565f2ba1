public import CallbackSchema
import SwiftGeneration

/// What changed between two states of a service, and what it means for a receiver in production.
public struct Review: Hashable, Sendable {
  /// The service's name, of the new state.
  public var service: String
  /// Grouped by what they are about, in the order of the schema.
  public var changes: [Change]

  /// Compares meaning, not text: order, comments, quoting and the files that things lie in are no change.
  ///
  /// - Parameter isOfEditions: both are editions of one service, so who documents what is no change either.
  public init(_ old: Service, _ new: Service, isOfEditions: Bool = false) {
    var comparison = Comparison(old, new, isOfEditions: isOfEditions)
    comparison.run()
    service = new.name
    changes = comparison.changes
  }

  /// The review of a service that was not there before.
  public init(added new: Service) {
    self.init(.serviceAdded, of: new, old: nil, new: Self.side(new))
  }

  /// The review of a service that is no longer there.
  public init(removed old: Service) {
    self.init(.serviceRemoved, of: old, old: Self.side(old), new: nil)
  }

  private init(_ rule: ReviewRule, of service: Service, old: Change.Side?, new: Change.Side?) {
    self.service = service.name
    changes = [
      Change(
        rule: rule, service: service.name, group: "service", path: "service",
        message: "service \(service.name)", old: old, new: new,
        anchor: service.range, events: [])
    ]
  }

  private static func side(_ service: Service) -> Change.Side {
    Change.Side(
      text: service.name, range: service.range,
      declaration: SwiftInterface(of: service)["service"], sample: nil)
  }

  /// The services of both sides of a review, as one edition has them.
  ///
  /// - Returns: nil if there is no such edition. What other editions say is left out, where `projected(to:)` keeps it as
  ///   leniency: a review asks what the edition itself says.
  public static func edition(_ name: String, of service: Service) -> Service? {
    guard let place = service.editions.firstIndex(where: { $0.name == name }),
      let projected = service.projected(to: name)
    else { return nil }
    return projected.withoutReadings(ofOthersThan: place)
  }
}
