public import ArgumentParser
import CallbackSchema
import CommandSupport
import SchemaSource
public import SwiftGeneration

/// `callbackgen generate`
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Generates a Swift file from each schema file.",
    discussion: """
      Each service has a subfolder of the output folder. A file is written only if its content changes. Generated files \
      without a schema are deleted; other files are not changed.
      """)

  @Argument(help: "Service folders; default: all in Schemas.")
  var services: [String] = []

  @Option(help: "The output folder; default: Generated.")
  var output: String?

  @Option(help: "A callbackgen.json; other options override it.")
  var config: String?

  @Option(help: "Whether objects keep undocumented members.")
  var unknownFields: GenerationOptions.UnknownFields?

  @Option(help: "Whether a broken optional field is kept, or makes its event malformed.")
  var brokenFields: GenerationOptions.BrokenFields?

  @Option(help: "The access level of the generated declarations.")
  var access: GenerationOptions.Access?

  @Flag(help: "Print the effective configuration, and generate nothing.")
  var printConfig = false

  @Flag(help: "Print a diff and exit with 1 if the output is stale; write nothing.")
  var check = false

  @Flag(help: "Print the files that would be written; write nothing.")
  var dryRun = false

  @OptionGroup(visibility: .hidden) var plan: BuildPlan

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let (configuration, file) = try configured()
    if printConfig { return try Output.print(configuration.text) }
    var found = Diagnostics()
    let folders = try SchemaFolder.all(
      configuration.services,
      standard: config.map { Configuration.path("Schemas", beside: $0) } ?? "Schemas")
    let output = configuration.output ?? "Generated"
    var outputs: [(folder: OutputFolder, files: [OutputFolder.Expected])] = []
    var names: [String: String] = [:]
    for folder in folders {
      try plan.check(folder)
      guard let service = folder.sound(by: configuration, into: &found) else { continue }
      // Some file systems are case-insensitive: both services would have the same folder.
      let name = service.name.lowercased()
      if let other = names[name], other != folder.path {
        throw ValidationError("'\(other)' and '\(folder.path)' are both named \(service.name).")
      }
      names[name] = folder.path
      let target = OutputFolder(path: "\(output)/\(service.name)")
      let files = folder.generated(service, by: configuration, into: &found) { name, text in
        target.expected(name, text)
      }
      outputs.append((target, files))
    }
    // All or nothing: a partial update would compile to inconsistent models.
    try diagnostics.report(found, folders, beside: file.map { [$0] } ?? [])
    let changes = try outputs.flatMap { try $0.folder.changes(to: $0.files) }
    if check {
      for change in changes { try Output.print(change.diff, terminator: "") }
      if !changes.isEmpty {
        try Output.report("The output is stale: run callbackgen generate.\n")
        throw ExitStatus.findings
      }
    } else {
      for change in changes {
        if !dryRun { try change.apply() }
        try Output.print("\(dryRun ? "would be " : "")\(change.summary)")
      }
    }
  }

  /// The configuration with the overrides of the command line; and its file, for diagnostics.
  private func configured() throws -> (Configuration, SourceFile?) {
    var configuration = Configuration()
    var file: SourceFile?
    if let config {
      var found = Diagnostics()
      let (read, source) = try Configuration.read(config, into: &found)
      try diagnostics.report(found, files: [source])
      configuration = read ?? configuration
      file = source
      try plan.check(configuration, from: config)
      if services.isEmpty { try configuration.reportLeftOut(config) }
    }
    if let unknownFields { configuration.options.unknownFields = unknownFields }
    if let brokenFields { configuration.options.brokenFields = brokenFields }
    if let access { configuration.options.access = access }
    if !services.isEmpty { configuration.services = services }
    if let output { configuration.output = output }
    return (configuration, file)
  }
}

extension GenerationOptions.Access: ExpressibleByArgument {}
extension GenerationOptions.UnknownFields: ExpressibleByArgument {}
extension GenerationOptions.BrokenFields: ExpressibleByArgument {}
