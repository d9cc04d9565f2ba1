import ArgumentParser
import CallbackSchema
import CommandSupport
import SchemaExport
import SchemaSource

/// `callbackgen docs`
struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Prints documents about the schemas, and reads the vendors' pages.",
    subcommands: [
      DocsCoverage.self, DocsServices.self, DocsDeliveries.self, DocsFacts.self,
      DocsInventory.self, DocsCheck.self, DocsDiff.self, DocsDraft.self, DocsProfile.self,
    ])
}

/// `callbackgen docs coverage`
struct DocsCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Lists the documented sections, with the reasons for those that are not modelled.")

  @OptionGroup var services: DocumentedServices

  func run() throws { try Output.print("\(Coverage(of: services.load()))", terminator: "") }
}

/// `callbackgen docs services`
struct DocsServices: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "services",
    abstract: "Prints a table of the services with counts of events, fields and codes.")

  @OptionGroup var services: DocumentedServices

  func run() throws { try Output.print("\(ServiceTable(of: services.load()))") }
}

/// `callbackgen docs deliveries`
struct DocsDeliveries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliveries",
    abstract: "Prints a table of signatures, expected responses, deadlines and retries.")

  @OptionGroup var services: DocumentedServices

  func run() throws { try Output.print("\(DeliveryTable(of: services.load()))") }
}

/// `callbackgen docs facts`
struct DocsFacts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "Prints every statement of the schemas as a checklist.",
    discussion: "Somebody compares it with the vendors' pages and ticks each line.")

  @OptionGroup var services: DocumentedServices

  func run() throws {
    for service in try services.load() { try Output.print("\(FactSheet(of: service))") }
  }
}

/// The services of a document.
struct DocumentedServices: ParsableArguments {
  @Argument(help: "Service folders; default: all in Schemas.")
  var services: [String] = []

  @Option(name: .customLong("service"), help: "A service folder; the same as an argument.")
  var named: [String] = []

  /// Loads the services; diagnostics are printed.
  func load() throws -> [Service] {
    let folders = try SchemaFolder.all(services + named)
    var diagnostics = Diagnostics()
    let loaded = folders.compactMap { $0.load(into: &diagnostics) }
    try DiagnosticOptions.parse([]).report(diagnostics, folders)
    return loaded
  }
}
