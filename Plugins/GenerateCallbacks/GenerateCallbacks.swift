import Foundation
import PackagePlugin

/// Generates Swift for a target's services in the build: those that its `callbackgen.json` names, by default every folder of
/// its `Schemas`.
///
/// The plugin does not read schemas: a schema file `S/x.yaml` becomes `S_x.swift`, so that paths determine the outputs
/// before the tool runs.
@main
struct GenerateCallbacks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let config = try Config(in: target.directoryURL)
    let services = try config.folders(target: target.name)
    for warning in config.warnings(services) { Diagnostics.warning(warning) }
    let tool = try context.tool(named: "callbackgen").url
    // SwiftPM does not run the plugin again when a configuration names other folders, or a folder outside of the target
    // has other files. The tool compares them with the planned ones, and fails.
    var shared = ["--output", context.pluginWorkDirectoryURL.path]
    if let file = config.file { shared += ["--config", file.path] }
    for service in services { shared += ["--planned-service", service.url.path] }
    let others = config.otherFiles(services)
    return services.map { service in
      var inputs = service.schemas + service.examples
      if service.url == services.first?.url { inputs += others }
      // The modification date of a folder changes when a file is added.
      inputs.append(service.url)
      if let file = config.file { inputs.append(file) }
      return .buildCommand(
        displayName: "Generating Swift for \(service.name)", executable: tool,
        arguments: ["generate", service.url.path] + shared
          + service.schemas.flatMap { ["--planned-file", $0.path] },
        inputFiles: inputs,
        outputFiles: service.schemas.map { schema in
          let stem = schema.deletingPathExtension().lastPathComponent
          return context.pluginWorkDirectoryURL.appending(
            path: "\(service.name)/\(service.name)_\(stem).swift")
        })
    }
  }
}
