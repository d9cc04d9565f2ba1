import ArgumentParser
import CommandSupport
import Foundation
import SchemaSource

/// `callbackgen init`
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Creates a configuration and a schema to start from.",
    discussion: """
      Creates callbackgen.json and a commented Schemas/SERVICE/service.yaml in the folder of a target. The generated \
      Swift compiles without changes to them. An existing callbackgen.json is kept, so that the command adds further \
      services. Existing files are not overwritten.
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
    let (config, schemas) = ("\(base)callbackgen.json", "\(base)Schemas")
    try refuseExisting(in: schemas)
    let hasConfig = try Files.kind(config) != nil
    if !hasConfig { try create(config, PackageResources.callbackgen_json) }
    try create("\(schemas)/\(service)/service.yaml", PackageResources.service_yaml)
    if hasConfig, try isLeftOut(by: config) {
      try Output.print(
        "\(config) names its services: add \"Schemas/\(service)\" to 'services', or remove the key for every folder of Schemas"
      )
    }
    try Output.print(
      """

      Next: describe the vendor's callbacks in Schemas/\(service)/service.yaml, then run
        callbackgen lint \(base)Schemas/\(service)
        callbackgen generate --config \(config)
      or add the plugin GenerateCallbacks to the target, which generates during each build.
      """)
  }

  /// Throws if the service exists, possibly with other capitals: some file systems are case-insensitive.
  private func refuseExisting(in schemas: String) throws {
    guard try Files.kind(schemas) == .folder else { return }
    for name in try Files.names(in: schemas) where name.lowercased() == service.lowercased() {
      guard try Files.names(in: "\(schemas)/\(name)").contains(where: SchemaFolder.isSchema) else {
        continue
      }
      throw ValidationError(
        "'\(schemas)/\(name)' already is a service; nothing was written. Name another one with --service."
      )
    }
  }

  private func create(_ path: String, _ starter: [UInt8]) throws {
    // The starter files have the default name of the service.
    let text = String(decoding: starter, as: UTF8.self).replacing("MyService", with: service)
    try OutputFolder.Change(path: path, old: nil, new: text).apply()
    try Output.print("created \(path)")
  }

  /// Whether an existing configuration names services, and not this one. `generate` reports its errors.
  private func isLeftOut(by config: String) throws -> Bool {
    var diagnostics = Diagnostics()
    let services = try Configuration.read(config, into: &diagnostics).configuration?.services ?? []
    return !services.isEmpty
      && !services.contains { URL(fileURLWithPath: $0).lastPathComponent == service }
  }
}
