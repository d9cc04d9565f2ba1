import ArgumentParser
import CallbackSchema
import SchemaExport
import SchemaSource

/// `callbackgen docs`
struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints documents about the schemas in Markdown.",
    discussion: """
      'coverage' lists the documented sections, with the reasons for those that are not modelled; 'services' is a \
      table of the services with counts of events, fields and codes; 'facts' is a checklist of every statement of \
      the schemas, to be compared with the vendors' pages.
      """)

  enum Page: String, CaseIterable, ExpressibleByArgument { case coverage, services, facts }

  @Argument(help: "The document.")
  var page: Page

  @Argument(help: "Service folders; default: all in Schemas.")
  var services: [String] = []

  @Option(name: .customLong("service"), help: "A service folder; the same as an argument.")
  var named: [String] = []

  func run() throws {
    let folders = try SchemaFolder.all(services + named)
    var diagnostics = Diagnostics()
    let loaded = folders.compactMap { $0.load(into: &diagnostics) }
    try DiagnosticOptions.parse([]).report(diagnostics, folders)
    switch page {
    case .coverage: try Output.print("\(Coverage(of: loaded))", terminator: "")
    case .services: try Output.print("\(ServiceTable(of: loaded))")
    case .facts: for service in loaded { try Output.print("\(FactSheet(of: service))") }
    }
  }
}
