import ArgumentParser
import CommandSupport
import SchemaSource

/// `callbackgen lint`
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks schemas.",
    discussion: """
      Checks schema files, their examples and the Swift names that they would get; writes no files. 'callbackgen explain \
      CODE' explains a diagnostic.

      Exit codes: 0 no error, 2 an error.
      """)

  @Argument(help: "Service folders; default: all in Schemas.")
  var services: [String] = []

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let folders = try SchemaFolder.all(services)
    var found = Diagnostics()
    for folder in folders { folder.lint(into: &found) }
    try diagnostics.report(found, folders)
  }
}
