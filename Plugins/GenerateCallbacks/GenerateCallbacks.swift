import Foundation
import PackagePlugin

/// Makes Swift of the services that a target's `callbackgen.json` names, on every build that needs it.
///
/// The plugin reads paths and nothing else: a schema file `S/x.yaml` becomes `S_x.swift`, so the outputs are known
/// before the tool runs.
@main
struct GenerateCallbacks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let config = target.directoryURL.appending(path: Config.fileName)
    let services = try Config(contentsOf: config).services
    let tool = try context.tool(named: "callbackgen")
    return try services.map { service in
      let folder = target.directoryURL.appending(path: service).standardizedFileURL
      let name = folder.lastPathComponent
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      let schemas = files.filter { ["yaml", "yml"].contains($0.pathExtension) }
        .sorted { $0.path < $1.path }
      guard !schemas.isEmpty else {
        throw ConfigError("\(config.path): '\(service)' holds no schema files")
      }
      let output = context.pluginWorkDirectoryURL
      return .buildCommand(
        displayName: "Generating Swift for \(name)", executable: tool.url,
        arguments: ["generate", folder.path, "--config", config.path, "--output", output.path],
        inputFiles: [config] + schemas,
        outputFiles: schemas.map { schema in
          let stem = schema.deletingPathExtension().lastPathComponent
          return output.appending(path: "\(name)/\(name)_\(stem).swift")
        })
    }
  }
}

/// What the plugin needs of `callbackgen.json`.
struct Config: Decodable {
  static let fileName = "callbackgen.json"

  /// The folders of the services, relative to the target.
  var services: [String]

  init(contentsOf url: URL) throws {
    guard let data = try? Data(contentsOf: url) else {
      throw ConfigError(
        "\(url.path) is missing: it names the folders of the services, { \"services\": [\"Schemas/MyService\"] }"
      )
    }
    do {
      self = try JSONDecoder().decode(Config.self, from: data)
    } catch {
      throw ConfigError("\(url.path) is not what the plugin reads: { \"services\": [\"FOLDER\"] }")
    }
  }
}

struct ConfigError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
