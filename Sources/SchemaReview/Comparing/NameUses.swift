import CallbackSchema
import SwiftGeneration

/// Which events use which tables, objects and formats, directly or not.
struct NameUses {
  private var names: [(event: String, names: Set<String>)]

  init(_ service: Service) {
    func names(_ keys: Set<String>) -> Set<String> {
      let needed = service.filtered(toEvents: keys)
      return Set(
        needed.tables.map(\.name) + needed.objects.map(\.name) + needed.formats.map(\.name))
    }
    // What the envelope needs is about all events alike.
    let common = names([])
    self.names = service.events.map { ($0.key, names([$0.key]).subtracting(common)) }
  }

  func events(using name: String) -> [String] {
    names.filter { $0.names.contains(name) }.map(\.event)
  }

  /// The Swift of a thing; what an object that is only included becomes is a property of each event that includes it.
  func declaration(at path: String, in interface: SwiftInterface) -> SwiftInterface.Declaration? {
    if let own = interface[path] { return own }
    let parts = path.split(separator: ".", maxSplits: 2)
    guard parts.count == 3, parts[0] == "objects" else { return nil }
    return events(using: String(parts[1])).lazy.compactMap {
      interface["events.\(SchemaPath.component($0)).\(parts[2])"]
    }
    .first
  }
}
