import ArgumentParser
import CallbackSchema
import CommandSupport
import Foundation
import PageReading
import SchemaSource

/// `callbackgen docs diff`
struct DocsDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Prints what changed between two saved states of a documentation page.",
    discussion: """
      With a schema, each change has the verdicts of 'callbackgen diff': what it means for receivers in production once \
      the schema follows the page. Without one, the changes are facts. Codes whose meanings were exchanged are found \
      between pages in one language.

      Exit codes: 0 no change, 1 changes, 2 an invalid schema or a file that is no page of the service, 74 a file that \
      cannot be read.
      """)

  typealias Format = DocsCheck.Format

  @Argument(help: "The old state of the page.")
  var old: String

  @Argument(help: "The new state of the page.")
  var new: String

  @Option(help: "The folder of the service that the page describes.")
  var service: String?

  @Option(help: "The name of the page in pages.yaml.")
  var page: String?

  @Option(help: "The name of the old page in pages.yaml, if it is another one.")
  var oldPage: String?

  @Option(help: "The output format; github prints annotations for a pull request.")
  var format: Format = .text

  @Option(help: "When text has colors; auto: on a terminal, unless the environment has NO_COLOR.")
  var color: ColorChoice = .auto

  @Option(help: "The output file, instead of standard output.")
  var output: String?

  func run() throws {
    let before = try reading(old, as: oldPage ?? page)
    let after = try reading(new, as: page)
    var edition: String?
    if case .named(let name)? = after.profile?.edition { edition = name.value }
    let revision = PageRevision(
      from: before.facts, to: after.facts, of: after.service, edition: edition)
    try print(revision)
    if !revision.changes.isEmpty { throw ExitStatus.findings }
  }

  private func reading(_ path: String, as name: String?) throws -> PageInput.Reading {
    let options = [("--service", service), ("--page", name)].flatMap { option, value in
      value.map { [option, $0] } ?? []
    }
    return try PageInput.parse(options + ["--", path]).read()
  }

  private func print(_ revision: PageRevision) throws {
    let isColored = output == nil && Output.isColored(color, descriptor: STDOUT_FILENO)
    let text =
      switch format {
      case .text: revision.text(style: TextStyle(isColored: isColored))
      case .json: revision.json
      case .github: revision.github
      case .markdown: revision.markdown
      }
    guard let output else { return try Output.print(text, terminator: "") }
    try OutputFolder.Change(path: output, old: nil, new: text).apply()
  }
}
