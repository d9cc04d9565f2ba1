import ArgumentParser

/// `callbackgen export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Converts a schema to a standard format.",
    subcommands: [ExportJSONSchema.self])
}
