import ArgumentParser
import Foundation
import SchemaExport

/// `callbackgen export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Says what a schema says in the words of a standard.",
    subcommands: [ExportJSONSchema.self])
}

/// `callbackgen export json-schema`
struct ExportJSONSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "json-schema",
    abstract: "Prints the JSON Schema (2020-12) of a service's callbacks.",
    discussion: """
      The schema is of the whole body. What JSON Schema has no word for (conflicts, bit masks, units, editions, identity, \
      signatures) is listed by construct on standard error, and in the schema under 'x-left-out'.

      Without --edition only that is required which every edition documents; with it, what that edition documents.
      """)

  @Argument(help: "The folder of a service.")
  var service: String

  @Option(help: "The edition to export alone.")
  var edition: String?

  func run() throws {
    let export = JSONSchema(of: try SchemaFolder.service(at: service, edition: edition))
    print(export.schema)
    let omissions = export.omissions.map { "left out: \($0)\n" }.joined()
    FileHandle.standardError.write(Data(omissions.utf8))
  }
}
