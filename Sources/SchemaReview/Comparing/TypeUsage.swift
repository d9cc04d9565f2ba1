import CallbackSchema
import SwiftGeneration

/// The named types that each event uses, directly or indirectly, and the Swift declarations.
struct TypeUsage {
  /// The keys of the events that use each type, in the order of the events.
  private var events: [String: [String]] = [:]
  /// The names of the objects that events or other objects include.
  let included: Set<String>
  let interface: SwiftInterface

  init(_ service: Service) { self.init(Review.State(service)) }

  init(_ state: Review.State) {
    let service = state.service
    interface = state.interface
    included = Set(
      (service.events.flatMap(\.includes) + service.objects.flatMap(\.includes)).map(\.value))
    // Types that the envelope uses concern all events alike.
    let common = service.namesUsedByEnvelope
    for event in service.events {
      for name in service.namesUsed(by: event).subtracting(common) {
        events[name, default: []].append(event.key)
      }
    }
  }

  /// The keys of the events that use a type.
  func events(using name: String) -> [String] { events[name] ?? [] }

  /// The Swift declaration of an element.
  ///
  /// For a field of an object that is only included it is the property of the first event that includes the object.
  func declaration(at path: String) -> SwiftInterface.Declaration? {
    if let own = interface[path] { return own }
    guard path.hasPrefix("objects.") else { return nil }
    let parts = path.split(separator: ".", maxSplits: 2)
    guard parts.count == 3 else { return nil }
    return events(using: String(parts[1])).lazy.compactMap {
      interface["events.\(SchemaPath.component($0)).\(parts[2])"]
    }
    .first
  }
}
