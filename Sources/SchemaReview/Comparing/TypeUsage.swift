import CallbackSchema
import SwiftGeneration

/// The named types that each event uses, directly or indirectly, and the Swift declarations.
struct TypeUsage {
  private var names: [(event: String, names: Set<String>)]
  let interface: SwiftInterface

  init(_ service: Service) {
    interface = SwiftInterface(of: service)
    func names(_ keys: Set<String>) -> Set<String> {
      let needed = service.filtered(toEvents: keys)
      return Set(
        needed.tables.map(\.name) + needed.objects.map(\.name) + needed.formats.map(\.name))
    }
    // Types that the envelope uses concern all events alike.
    let common = names([])
    self.names = service.events.map { ($0.key, names([$0.key]).subtracting(common)) }
  }

  /// The keys of the events that use a type.
  func events(using name: String) -> [String] {
    names.filter { $0.names.contains(name) }.map(\.event)
  }

  /// The Swift declaration of an element.
  ///
  /// For a field of an object that is only included it is the property of the first event that includes the object.
  func declaration(at path: String) -> SwiftInterface.Declaration? {
    if let own = interface[path] { return own }
    let parts = path.split(separator: ".", maxSplits: 2)
    guard parts.count == 3, parts[0] == "objects" else { return nil }
    return events(using: String(parts[1])).lazy.compactMap {
      interface["events.\(SchemaPath.component($0)).\(parts[2])"]
    }
    .first
  }
}
