import Foundation

/// The part of a target's optional `callbackgen.json` that the plugin needs.
struct Config {
  static let fileName = "callbackgen.json"

  /// The folder of the target.
  let target: URL
  /// The configuration file; nil without one.
  var file: URL?
  /// The folders of the services, relative to the target; nil for every folder of `Schemas`.
  var services: [String]?

  init(in target: URL) throws {
    self.target = target
    let file = target.appending(path: Self.fileName)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    self.file = file
    let content: Any
    do {
      content = try JSONSerialization.jsonObject(
        with: Data(contentsOf: file), options: .fragmentsAllowed)
    } catch {
      let reason = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
      throw ConfigError(
        "\(file.path) is not JSON (\(reason ?? "\(error)")): correct it, or delete it for the defaults."
      )
    }
    guard let members = content as? [String: Any] else {
      throw ConfigError(
        "\(file.path) is not a JSON object: write { \"services\": [\"Schemas/MyService\"] }, or delete "
          + "it for the defaults.")
    }
    if let value = members["services"] {
      guard let names = value as? [String] else {
        throw ConfigError(
          "\(file.path): 'services' is not an array of folders: write [\"Schemas/MyService\"], or remove it "
            + "for every folder of Schemas.")
      }
      services = names
    }
    if services?.isEmpty == true { services = nil }
  }

  /// The services of the target.
  func folders(target name: String) throws -> [ServiceFolder] {
    let found = try services.map { try $0.map(named) } ?? standard(name)
    for (index, service) in found.enumerated() {
      guard let other = found[..<index].first(where: { $0.name == service.name }) else { continue }
      throw ConfigError(
        "\(other.url.path) and \(service.url.path) have the same name, \(service.name): rename one "
          + "of them, or move it to another target.")
    }
    return found
  }

  /// The folder of a service that the configuration names.
  private func named(_ path: String) throws -> ServiceFolder {
    let url = path.hasPrefix("/") ? URL(filePath: path) : target.appending(path: path)
    let folder = ServiceFolder(url: url.standardizedFileURL)
    guard !folder.schemas.isEmpty else {
      let isThere = FileManager.default.fileExists(atPath: folder.url.path)
      throw ConfigError(
        "\(file?.path ?? ""): 'services' names '\(path)', but \(folder.url.path) "
          + (isThere ? "contains no YAML file" : "does not exist")
          + ": name folders of services, relative to this file.")
    }
    return folder
  }

  private var schemas: URL { target.appending(path: "Schemas", directoryHint: .isDirectory) }

  /// Every folder of `Schemas` that contains YAML files.
  private var present: [ServiceFolder] {
    let entries =
      (try? FileManager.default.contentsOfDirectory(at: schemas, includingPropertiesForKeys: nil))
      ?? []
    return entries.filter { !$0.lastPathComponent.hasPrefix(".") }
      .map { ServiceFolder(url: $0.standardizedFileURL) }
      .filter { !$0.schemas.isEmpty }
      .sorted { $0.name < $1.name }
  }

  /// Warnings about the folders of `Schemas` that `services` leaves out.
  func warnings(_ services: [ServiceFolder]) -> [String] {
    let named = Set(services.map(\.url.path))
    return present.filter { !named.contains($0.url.path) }.map {
      "\(file?.path ?? ""): 'services' leaves out 'Schemas/\($0.name)': add it, or remove 'services' for every "
        + "folder of Schemas"
    }
  }

  /// The files in `Schemas` that belong to no service of the target. SwiftPM warns of files that no command has as an input.
  func otherFiles(_ services: [ServiceFolder]) -> [URL] {
    let used = Set(services.flatMap { ($0.schemas + $0.examples).map(\.path) })
    let all = FileManager.default.enumerator(
      at: schemas, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    return (all?.allObjects as? [URL] ?? []).filter { file in
      (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
        && !used.contains(file.standardizedFileURL.path)
    }
  }

  private func standard(_ name: String) throws -> [ServiceFolder] {
    let found = present
    guard !found.isEmpty else {
      throw ConfigError(
        "target '\(name)' has no schemas: create \(schemas.path)/MyService/service.yaml, or name the folders "
          + "of services in \(target.appending(path: Self.fileName).path): { \"services\": [\"FOLDER\"] }."
      )
    }
    return found
  }
}

/// The folder of a service, whose name is the service's name.
struct ServiceFolder {
  var url: URL
  var schemas: [URL]
  /// The example bodies, which the tool checks against the schemas.
  var examples: [URL]

  init(url: URL) {
    self.url = url
    schemas = Self.files(url, ["yaml", "yml"]).filter { $0.lastPathComponent != "pages.yaml" }
    examples = Self.files(url.appending(path: "Examples"), ["json"])
  }

  var name: String { url.lastPathComponent }

  private static func files(_ folder: URL, _ extensions: [String]) -> [URL] {
    let entries =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return entries.filter {
      extensions.contains($0.pathExtension) && !$0.lastPathComponent.hasPrefix(".")
    }
    .sorted { $0.path < $1.path }
  }
}

struct ConfigError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
