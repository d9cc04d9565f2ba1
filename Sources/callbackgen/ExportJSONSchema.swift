import ArgumentParser
import CommandSupport
import SchemaExport

/// `callbackgen export json-schema`
struct ExportJSONSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "json-schema",
    abstract: "Prints a JSON Schema (2020-12) of a service's callbacks.",
    discussion: """
      The schema describes the whole body. Constructs without an equivalent in JSON Schema (conflicts, bit masks, units, \
      editions, identity, signatures) are listed on standard error, and in the schema under 'x-left-out'.

      A property is required if every edition documents it, or with --edition, if that edition does.
      """)

  @Argument(help: "The service folder.")
  var service: String

  @Option(help: "The edition to export; default: all.")
  var edition: String?

  func run() throws {
    let export = JSONSchema(of: try SchemaFolder.service(at: service, edition: edition))
    try Output.print("\(export.schema)")
    let omissions = export.omissions.map { "left out: \($0)\n" }.joined()
    try Output.report(omissions)
  }
}
