import ArgumentParser
import CommandSupport
import Foundation
import PageReading
import SchemaSource

/// `callbackgen docs check`
struct DocsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compares a saved documentation page with the schema that transcribes it.",
    discussion: """
      A difference is certain if the page was read without doubt, and unsure otherwise. Differences that a reading or \
      an entry of not-modelled states are explained; they count for nothing. Lines that look like declarations and \
      that no rule reads are listed as unread. 'callbackgen explain RULE' says what to do about a difference.

      Exit codes: 0 no certain difference, 1 certain differences, with --strict also unsure ones, 2 an invalid schema \
      or a file that is no page of the service, 74 a file that cannot be read.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, github, markdown
  }

  @OptionGroup var input: PageInput

  @Flag(help: "Exit with 1 also if there are only unsure differences.")
  var strict = false

  @Flag(help: "In the text format, print the explained differences too.")
  var all = false

  @Option(help: "The output format; github prints annotations for a pull request.")
  var format: Format = .text

  @Option(help: "When text has colors; auto: on a terminal, unless the environment has NO_COLOR.")
  var color: ColorChoice = .auto

  @Option(help: "The output file, instead of standard output.")
  var output: String?

  func validate() throws {
    guard input.service != nil else {
      throw ValidationError(
        "Name the service that the page describes: --service Schemas/MyService.")
    }
  }

  func run() throws {
    let page = try input.read()
    guard let service = page.service else { throw ExitStatus.wrongInput }
    let check = PageCheck(
      page.facts, in: page.file, as: page.profile, of: service, examples: page.examples)
    try print(check)
    if !check.certain.isEmpty || strict && !check.unsure.isEmpty { throw ExitStatus.findings }
  }

  private func print(_ check: PageCheck) throws {
    let isColored = output == nil && Output.isColored(color, descriptor: STDOUT_FILENO)
    let text =
      switch format {
      case .text: check.text(style: TextStyle(isColored: isColored), isExplainedShown: all)
      case .json: check.json
      case .github: check.github
      case .markdown: check.markdown
      }
    guard let output else { return try Output.print(text, terminator: "") }
    try OutputFolder.Change(path: output, old: nil, new: text).apply()
  }
}
