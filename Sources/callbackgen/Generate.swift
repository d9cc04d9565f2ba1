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

  @Option(help: "The folder that the Swift goes to.")
  var output = "Generated"

  @Flag(help: "Write nothing; print a diff and exit with 1 if the output is stale.")
  var check = false

  @Flag(help: "Write nothing; print what would be written.")
  var dryRun = false

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let folders = try SchemaFolder.all(services)
    var found = Diagnostics()
    var outputs: [OutputFolder] = []
    var names: [String: String] = [:]
    for folder in folders {
      var own = Diagnostics()
      if let service = folder.load(into: &own), !own.hasErrors {
        if let other = names[service.name], other != folder.path {
          throw ValidationError("'\(other)' and '\(folder.path)' are both called \(service.name).")
        }
        names[service.name] = folder.path
        let files = SwiftGenerator.generate(service, into: &own)
        outputs.append(OutputFolder(path: "\(output)/\(service.name)", files: files))
      }
      for diagnostic in own.all { found.report(diagnostic) }
    }
    // Nothing is written unless everything is right: half an update compiles to surprises.
    try diagnostics.report(found, folders)
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
}
