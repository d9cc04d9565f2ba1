import ArgumentParser
import CommandSupport
import PageReading
import SchemaSource

/// `callbackgen docs profile`
struct DocsProfile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Proposes the entry of a saved page in pages.yaml.",
    discussion: """
      The proposal is learned from the places where the page has the names of the schema: the form of the headings of \
      events, the captions of the fields of the envelope, and words for columns and types. Comments list what could not \
      be found out. Review it before you add it to pages.yaml.
      """)

  @Argument(help: "The page: a file with Markdown, HTML or a browser's text.")
  var page: String

  @Option(help: "The folder of the service that the page describes.")
  var service: String

  @Option(
    name: .customLong("page"),
    help: "The name of the page, or of its edition; default: the edition that it fits best.")
  var name: String?

  func run() throws {
    let service = try SchemaFolder.service(at: service, edition: nil)
    let file = try SourceFile(reading: page)
    var diagnostics = Diagnostics()
    let proposal = ProfileProposal(of: file, named: name, for: service, into: &diagnostics)
    try DiagnosticOptions.parse([]).report(diagnostics, files: [file])
    guard let proposal else { throw ExitStatus.wrongInput }
    try Output.print(proposal.text, terminator: "")
  }
}
