import ArgumentParser

/// `callbackgen export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Converts a schema to a standard format.",
    subcommands: [ExportJSONSchema.self])
}
