import ArgumentParser
import CallbackSchema
import Foundation
import SchemaSource
import SwiftGeneration

/// `callbackgen generate`
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a Swift file of each schema file.",
    discussion: """
      Each service becomes a folder below the output folder. Files are written only when their content changes; \
      generated files whose schema is gone are deleted, other files are left alone.
      """)

  @Argument(help: "Folders of services. All of 'Schemas' if none is named.")
  var services: [String] = []

  @Option(help: "The folder that the Swift goes to. 'Generated' if nothing else is said.")
  var output: String?

  @Option(help: "A callbackgen.json; what is said here overrides it.")
  var config: String?

  @Option(help: "Members that no schema documents: drop them, or keep them in every object.")
  var unknownFields: UnknownFields?

  enum UnknownFields: String, CaseIterable, ExpressibleByArgument { case drop, keep }

  @Option(help: "Who sees the generated declarations.")
  var access: Access?

  enum Access: String, CaseIterable, ExpressibleByArgument { case `public`, package, `internal` }

  @Flag(help: "Print the configuration that is in force, and do nothing else.")
  var printConfig = false

  @Flag(help: "Write nothing; print a diff and exit with 1 if the output is stale.")
  var check = false

  @Flag(help: "Write nothing; print what would be written.")
  var dryRun = false

  @OptionGroup(visibility: .hidden) var plan: BuildPlan

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let (configuration, file) = try configured()
    if printConfig { return print(configuration.text) }
    var found = Diagnostics()
    let folders = try SchemaFolder.all(
      configuration.services,
      standard: config.map { Configuration.path("Schemas", beside: $0) } ?? "Schemas")
    let output = configuration.output ?? "Generated"
    var outputs: [OutputFolder] = []
    var names: [String: String] = [:]
    for folder in folders {
      try plan.check(folder)
      var own = Diagnostics()
      if let service = folder.load(into: &own), !own.hasErrors {
        // Some file systems do not tell `A` from `a`: their Swift would be one folder.
        let name = service.name.lowercased()
        if let other = names[name], other != folder.path {
          throw ValidationError("'\(other)' and '\(folder.path)' are both called \(service.name).")
        }
        names[name] = folder.path
        let files = SwiftGenerator.generate(
          configuration.applied(to: service, into: &own), options: configuration.options,
          into: &own)
        outputs.append(OutputFolder(path: "\(output)/\(service.name)", files: files))
      }
      for diagnostic in own.all { found.report(diagnostic) }
    }
    // Nothing is written unless everything is right: half an update compiles to surprises.
    try diagnostics.report(found, folders, beside: file.map { [$0] } ?? [])
    let changes = try outputs.flatMap { try $0.changes() }
    if check {
      for change in changes { print(change.diff, terminator: "") }
      if !changes.isEmpty {
        FileHandle.standardError.write(
          Data("The output is stale: run callbackgen generate.\n".utf8))
        throw ExitStatus.findings
      }
    } else {
      for change in changes {
        if !dryRun { try change.apply() }
        print("\(dryRun ? "would be " : "")\(change.summary)")
      }
    }
  }

  /// What the configuration says, and what overrides it; with the file, for messages about it.
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
    }
    if let unknownFields {
      configuration.options.unknownFields = unknownFields == .keep ? .keep : .drop
    }
    if let access {
      configuration.options.access =
        GenerationOptions.Access(rawValue: access.rawValue) ?? configuration.options.access
    }
    if !services.isEmpty { configuration.services = services }
    if let output { configuration.output = output }
    return (configuration, file)
  }
}
