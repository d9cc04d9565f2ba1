public import CallbackSchema
import SchemaSource
public import Testing

/// A service whose schema says nothing but what a rendered page can say.
public struct DocumentedService: Sendable, CustomTestStringConvertible {
  public var service: Service
  /// The edition in the profile: a name, or `by-heading` for a page with sections on several versions.
  public var edition: String
  /// The first of its events, which tells the parts of a service apart.
  private var place: Int
  /// The place among all services of a list.
  public private(set) var number = 0

  public var testDescription: String { "\(service.name) \(edition) part \(place)" }

  /// The shipped services in each of their editions, in parts of some events.
  public static let shipped: [DocumentedService] = numbered(
    services.flatMap { service in
      service.editions.filter(\.isFull).flatMap { parts(of: service, in: $0.name) }
    })

  /// The shipped services with versions, on pages with sections for the versions of an event.
  public static let versioned: [DocumentedService] = {
    let versioned = services.filter { $0.editions.contains { $0.kind == .version } }
    return numbered(
      versioned.flatMap { service in
        service.documentable().map { parts(of: $0, edition: "by-heading") } ?? []
      })
  }()

  private static func numbered(_ parts: [DocumentedService]) -> [DocumentedService] {
    parts.enumerated().map { number, part in
      var part = part
      part.number = number
      return part
    }
  }

  /// What a page of the service says.
  public func content(hasExamples: Bool) -> PageContent {
    edition == "by-heading"
      ? PageContent(versionsOf: service) : PageContent(service, hasExamples: hasExamples)
  }

  private static let services: [Service] = {
    let names = (try? Repository.folders(in: "Schemas")) ?? []
    return names.compactMap { name in
      let folder = "Schemas/\(name)"
      var diagnostics = Diagnostics()
      let files = (try? Repository.schemaFiles(folder)) ?? []
      return SchemaLoader.load(
        files.filter { !$0.path.hasSuffix("pages.yaml") }, folder: folder, into: &diagnostics)
    }
  }()

  /// Random schemas that a page can say something of.
  ///
  /// - Parameter count: the number of seeds.
  public static func random(_ count: Int) -> [DocumentedService] {
    numbered(
      (0..<count).flatMap { seed -> [DocumentedService] in
        var diagnostics = Diagnostics()
        guard let service = RandomSchema(seed: seed).load(into: &diagnostics),
          let edition = service.editions.first(where: \.isFull)
        else { return [] }
        return parts(of: service, in: edition.name)
      })
  }

  private static func parts(of service: Service, in edition: String) -> [DocumentedService] {
    service.documentable(in: edition).map { parts(of: $0, edition: edition) } ?? []
  }

  private static func parts(of service: Service, edition: String) -> [DocumentedService] {
    let keys = service.events.map(\.key)
    return stride(from: 0, to: keys.count, by: 6).map { start in
      DocumentedService(
        service: service.filtered(toEvents: Set(keys[start..<min(start + 6, keys.count)])),
        edition: edition, place: start)
    }
  }
}
