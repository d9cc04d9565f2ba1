import ArgumentParser
import CallbackSchema
import SchemaExport
import SchemaSource

/// `callbackgen docs`
struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Prints documents about the schemas, in Markdown.",
    discussion: """
      'coverage' lists what the pages say and what of it is left out, with the reasons; 'services' is a table of how \
      much is known of each service.
      """)

  enum Page: String, CaseIterable, ExpressibleByArgument { case coverage, services }

  @Argument(help: "Which document.")
  var page: Page

  @Argument(help: "Folders of services. All of 'Schemas' if none is named.")
  var services: [String] = []

  func run() throws {
    let folders = try SchemaFolder.all(services)
    var diagnostics = Diagnostics()
    let loaded = folders.compactMap { $0.load(into: &diagnostics) }
    try DiagnosticOptions.parse([]).report(diagnostics, folders)
    switch page {
    case .coverage: print(Coverage(of: loaded), terminator: "")
    case .services: print(ServiceTable(of: loaded))
    }
  }
}
