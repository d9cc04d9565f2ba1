import ArgumentParser
import Foundation

/// `callbackgen init`
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Creates a configuration and a first schema.",
    discussion: """
      Creates callbackgen.json and a commented Schemas/SERVICE/service.yaml in the folder of a target. The generated \
      Swift compiles without changes to them. Existing files are not overwritten.
      """)

  @Argument(help: "The folder of the target that uses the models.")
  var folder = "."

  @Option(help: "The name of the service, its folder and its namespace.")
  var service = "MyService"

  func validate() throws {
    let isName = service.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isName, service.first?.isUppercase == true else {
      throw ValidationError(
        "'\(service)' is not a service name: use letters and digits, beginning with a capital letter, such as ParcelTracking."
      )
    }
  }

  func run() throws {
    let base = folder == "." ? "" : folder.hasSuffix("/") ? folder : "\(folder)/"
    let files = [
      ("\(base)callbackgen.json", PackageResources.callbackgen_json),
      ("\(base)Schemas/\(service)/service.yaml", PackageResources.service_yaml),
    ]
    for (path, _) in files where FileManager.default.fileExists(atPath: path) {
      throw ValidationError("'\(path)' already exists; nothing was written.")
    }
    for (path, starter) in files {
      // The starter files have the default name of the service.
      let text = String(decoding: starter, as: UTF8.self).replacing("MyService", with: service)
      try OutputFolder.Change(path: path, old: nil, new: text).apply()
      print("created \(path)")
    }
    print(
      """

      Next: describe the vendor's callbacks in Schemas/\(service)/service.yaml, then run
        callbackgen lint \(base)Schemas/\(service)
        callbackgen generate --config \(base)callbackgen.json
      or add the plugin GenerateCallbacks to the target, which generates during each build.
      """)
  }
}
