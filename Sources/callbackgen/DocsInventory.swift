import ArgumentParser
import PageReading
import SchemaSource

/// `callbackgen docs inventory`
struct DocsInventory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inventory",
    abstract: "Prints what a saved documentation page declares.")

  @OptionGroup var input: PageInput

  func run() throws {
    let page = try input.read()
    try Output.print("\(page.facts.events.count) events")
  }
}
