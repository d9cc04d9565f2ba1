import ArgumentParser
import Foundation
import SchemaSource

/// What the build plugin saw when SwiftPM asked it.
///
/// SwiftPM keeps the answer until a manifest changes, or the names of the files in a target's folder; another content of
/// callbackgen.json, or a file in a folder elsewhere, does not make it ask again. The tool runs then, and tells.
struct BuildPlan: ParsableArguments {
  @Option(help: .init("A folder of the target that is built.", visibility: .hidden))
  var plannedService: [String] = []

  @Option(help: .init("A schema file of the folder that is built.", visibility: .hidden))
  var plannedFile: [String] = []

  /// Throws if the configuration names other services.
  func check(_ configuration: Configuration, from path: String) throws {
    guard !plannedService.isEmpty else { return }
    let folders =
      configuration.services.isEmpty
      ? try SchemaFolder.standard(Configuration.path("Schemas", beside: path))
        .filter { !$0.files.isEmpty }.map(\.path)
      : configuration.services
    guard Self.resolved(folders) != Self.resolved(plannedService) else { return }
    throw stale("\(path): error: the services have changed")
  }

  /// Throws if a folder has other files.
  func check(_ folder: SchemaFolder) throws {
    guard !plannedFile.isEmpty else { return }
    guard Self.resolved(folder.files.map(\.path)) != Self.resolved(plannedFile) else { return }
    throw stale("\(folder.path): error: the schema files have changed")
  }

  private func stale(_ what: String) -> ExitCode {
    FileHandle.standardError.write(
      Data(
        "\(what) since SwiftPM planned this build: run 'touch Package.swift', and it plans again.\n"
          .utf8))
    return ExitStatus.wrongInput
  }

  private static func resolved(_ paths: [String]) -> Set<String> {
    Set(paths.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
  }
}
