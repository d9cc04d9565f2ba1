import ArgumentParser
import CommandSupport
import PageReading
import SchemaSource

/// `callbackgen docs inventory`
struct DocsInventory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inventory",
    abstract: "Prints what a saved documentation page declares.",
    discussion: """
      Each event, field and value has its line, the rule that read it and, after a question mark, the doubts. Unread \
      lines look like declarations, and no rule reads them. The members of the example bodies that no field explains \
      show what was lost.
      """)

  @OptionGroup var input: PageInput

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "The output format; json as docs/page-inventory.schema.json describes it.")
  var format: Format = .text

  func run() throws {
    let facts = try input.read().facts
    switch format {
    case .text: try Output.print("\(facts)")
    case .json: try Output.print(facts.json, terminator: "")
    }
  }
}
