import Foundation
import PackagePlugin

/// `swift package generate-callbacks [--check] [--target T]`: Swift that is committed, for those who prefer it to a build
/// step.
///
/// Works on the `callbackgen.json` of the package's folder and of its targets; what one of them says of `output` is where
/// its Swift goes, else a folder `Generated` beside it.
@main
struct RegenerateCallbacks: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    var extractor = ArgumentExtractor(arguments)
    let isCheck = extractor.extractFlag(named: "check") > 0
    let names = extractor.extractOption(named: "target")
    if let other = extractor.remainingArguments.first {
      throw UsageError("'\(other)' is not known here: generate-callbacks [--check] [--target T]")
    }
    let configurations = try self.configurations(context, names)
    guard !configurations.isEmpty else {
      throw UsageError("no target, and not the package, has a callbackgen.json")
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
      // The tool has said what is wrong.
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

  /// Where the Swift goes, unless the configuration says it.
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
