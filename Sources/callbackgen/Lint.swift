import ArgumentParser
import SchemaSource
import SwiftGeneration

/// `callbackgen lint`
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what is wrong with schemas.",
    discussion: """
      Reads the files, their examples, and the names that Swift would get, and writes nothing. Exits with 2 if there \
      is an error; 'callbackgen explain CODE' tells more about each.
      """)

  @Argument(help: "Folders of services. All of 'Schemas' if none is named.")
  var services: [String] = []

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let folders = try SchemaFolder.all(services)
    var found = Diagnostics()
    for folder in folders {
      var own = Diagnostics()
      if let service = folder.load(into: &own), !own.hasErrors {
        _ = SwiftGenerator.generate(service, into: &own)
      }
      for diagnostic in own.all { found.report(diagnostic) }
    }
    try diagnostics.report(found, folders)
  }
}
