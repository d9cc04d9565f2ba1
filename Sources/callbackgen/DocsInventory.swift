import ArgumentParser
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

  func run() throws { try Output.print("\(try input.read().facts)") }
}
