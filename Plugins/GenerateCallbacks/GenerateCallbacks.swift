import Foundation
import PackagePlugin

/// Makes Swift of a target's services, on every build that needs it: those that its `callbackgen.json` names, else every
/// folder of its `Schemas`.
///
/// The plugin reads paths and nothing else: a schema file `S/x.yaml` becomes `S_x.swift`, so the outputs are known
/// before the tool runs.
@main
struct GenerateCallbacks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let config = try Config(in: target.directoryURL)
    let services = try config.folders(target: target.name)
    let tool = try context.tool(named: "callbackgen")
    let output = context.pluginWorkDirectoryURL
    return services.map { service in
      .buildCommand(
        displayName: "Generating Swift for \(service.name)", executable: tool.url,
        arguments: ["generate", service.url.path, "--output", output.path]
          + (config.file.map { ["--config", $0.path] } ?? []),
        inputFiles: (config.file.map { [$0] } ?? []) + service.schemas + service.examples,
        outputFiles: service.schemas.map { schema in
          let stem = schema.deletingPathExtension().lastPathComponent
          return output.appending(path: "\(service.name)/\(service.name)_\(stem).swift")
        })
    }
  }
}
