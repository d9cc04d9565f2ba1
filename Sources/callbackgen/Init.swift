import ArgumentParser
import Foundation

/// `callbackgen init`
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a configuration and a first small schema to start from.",
    discussion: """
      In the folder of a target: callbackgen.json, and Schemas/SERVICE/service.yaml with comments that say what \
      stands where. Both generate and compile as they are. Nothing that exists is overwritten.
      """)

  @Argument(help: "The folder to write to: of the target that wants the models.")
  var folder = "."

  @Option(help: "The name of the service: its folder, its module and its namespace.")
  var service = "MyService"

  func validate() throws {
    let isName = service.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isName, service.first?.isUppercase == true else {
      throw ValidationError(
        "'\(service)' is no name of a service: letters and digits, a capital first, such as ParcelTracking."
      )
    }
  }

  func run() throws {
    let base = folder == "." ? "" : folder.hasSuffix("/") ? folder : "\(folder)/"
    let files = [
      ("\(base)callbackgen.json", StarterFiles.configuration(service: service)),
      ("\(base)Schemas/\(service)/service.yaml", StarterFiles.schema(service: service)),
    ]
    for (path, _) in files where FileManager.default.fileExists(atPath: path) {
      throw ValidationError("'\(path)' is there already; nothing was written.")
    }
    for (path, text) in files {
      try OutputFolder.Change(path: path, old: nil, new: text).apply()
      print("created \(path)")
    }
    print(
      """

      Next: say in Schemas/\(service)/service.yaml what the vendor sends, then
        callbackgen lint \(base)Schemas/\(service)
        callbackgen generate --config \(base)callbackgen.json
      or add the plugin GenerateCallbacks to the target, and it is done by each build.
      """)
  }
}
