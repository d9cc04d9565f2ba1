import Foundation
import PackagePlugin

/// `swift package generate-callbacks [--check] [--target TARGET]`: generates Swift to commit, as an alternative to the build
/// step.
///
/// Reads the `callbackgen.json` of the package's folder and of its targets. The Swift is written to the `output` of each,
/// by default to the folder `Generated` beside it.
@main
struct RegenerateCallbacks: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    var extractor = ArgumentExtractor(arguments)
    let isCheck = extractor.extractFlag(named: "check") > 0
    let names = extractor.extractOption(named: "target")
    if let other = extractor.remainingArguments.first {
      throw UsageError(
        "unknown argument '\(other)': the usage is generate-callbacks [--check] [--target TARGET]")
    }
    let configurations = try self.configurations(context, names)
    guard !configurations.isEmpty else {
      throw UsageError(
        "neither the package nor a target has a callbackgen.json: create one, with { } for the defaults"
      )
    }
    let tool = try context.tool(named: "callbackgen")
    for configuration in configurations {
      let process = Process()
      process.executableURL = tool.url
      process.arguments =
        ["generate", "--config", configuration.path] + (isCheck ? ["--check"] : [])
        + (try output(of: configuration))
      try process.run()
      process.waitUntilExit()
      // The tool has reported the errors.
      guard process.terminationStatus == 0 else { throw UsageError("callbackgen failed") }
    }
  }

  private func configurations(_ context: PluginContext, _ names: [String]) throws -> [URL] {
    let targets =
      names.isEmpty ? context.package.targets : try context.package.targets(named: names)
    let folders =
      (names.isEmpty ? [context.package.directoryURL] : []) + targets.map(\.directoryURL)
    return folders.map { $0.appending(path: "callbackgen.json") }.filter {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }

  /// The arguments for the default output folder; empty if the configuration sets `output`.
  private func output(of configuration: URL) throws -> [String] {
    struct Output: Decodable { var output: String? }
    let read = try? JSONDecoder().decode(Output.self, from: Data(contentsOf: configuration))
    guard read?.output == nil else { return [] }
    let folder = configuration.deletingLastPathComponent().appending(path: "Generated")
    return ["--output", folder.path]
  }
}

struct UsageError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
