import ArgumentParser
import CommandSupport
import Foundation
import SchemaSource

/// The services and schema files for which the build plugin planned the build.
///
/// SwiftPM plans again when a manifest or the list of a target's files changes, and not when the content of
/// callbackgen.json or a folder elsewhere does. The tool then compares its input with the plan, and reports a stale plan.
struct BuildPlan: ParsableArguments {
  @Option(help: .init("A service folder in the build plan.", visibility: .hidden))
  var plannedService: [String] = []

  @Option(help: .init("A schema file in the build plan.", visibility: .hidden))
  var plannedFile: [String] = []

  /// Throws if the configuration names other services than the plan.
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

  /// Throws if a folder has other schema files than the plan.
  func check(_ folder: SchemaFolder) throws {
    guard !plannedFile.isEmpty else { return }
    guard Self.resolved(folder.files.map(\.path)) != Self.resolved(plannedFile) else { return }
    throw stale("\(folder.path): error: the schema files have changed")
  }

  private func stale(_ what: String) -> ExitCode {
    try? Output.report(
      "\(what) since SwiftPM planned this build: run 'touch Package.swift' to plan it again.\n")
    return ExitStatus.wrongInput
  }

  private static func resolved(_ paths: [String]) -> Set<String> {
    Set(paths.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
  }
}
