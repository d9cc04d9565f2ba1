import Foundation

/// What the plugin needs of a target's `callbackgen.json`, which a target need not have.
struct Config {
  static let fileName = "callbackgen.json"

  /// The folder of the target.
  let target: URL
  /// The file, if there is one.
  var file: URL?
  /// The folders of the services, relative to the target; nil where the file leaves it to the plugin.
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
        "\(file.path) is not JSON (\(reason ?? "\(error)")): mend it, or delete it for the defaults."
      )
    }
    guard let members = content as? [String: Any] else {
      throw ConfigError(
        "\(file.path) is not an object: write { \"services\": [\"Schemas/MyService\"] }, or delete it "
          + "for the defaults.")
    }
    if let value = members["services"] {
      guard let names = value as? [String] else {
        throw ConfigError(
          "\(file.path): 'services' is not a list of folders: write [\"Schemas/MyService\"], or leave it "
            + "out for every folder of Schemas.")
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
        "\(other.url.path) and \(service.url.path) are both called \(service.name): rename one of them, "
          + "or give each a target.")
    }
    return found
  }

  /// A folder that the configuration names.
  private func named(_ path: String) throws -> ServiceFolder {
    let url = path.hasPrefix("/") ? URL(filePath: path) : target.appending(path: path)
    let folder = ServiceFolder(url: url.standardizedFileURL)
    guard !folder.schemas.isEmpty else {
      let isThere = FileManager.default.fileExists(atPath: folder.url.path)
      throw ConfigError(
        "\(file?.path ?? ""): 'services' names '\(path)', but \(folder.url.path) "
          + (isThere ? "holds no YAML" : "is not there")
          + ": name folders of services as seen from this file.")
    }
    return folder
  }

  /// Every folder of `Schemas` that holds YAML.
  private func standard(_ name: String) throws -> [ServiceFolder] {
    let schemas = target.appending(path: "Schemas", directoryHint: .isDirectory)
    let entries =
      (try? FileManager.default.contentsOfDirectory(at: schemas, includingPropertiesForKeys: nil))
      ?? []
    let found = entries.filter { !$0.lastPathComponent.hasPrefix(".") }
      .map { ServiceFolder(url: $0.standardizedFileURL) }
      .filter { !$0.schemas.isEmpty }
      .sorted { $0.name < $1.name }
    guard !found.isEmpty else {
      throw ConfigError(
        "target '\(name)' has no schemas: put them into \(schemas.path)/MyService/service.yaml, or name their "
          + "folders in \(target.appending(path: Self.fileName).path): { \"services\": [\"FOLDER\"] }."
      )
    }
    return found
  }
}

/// A folder of schema files; its name is the service's name.
struct ServiceFolder {
  var url: URL
  var schemas: [URL]
  /// The bodies that the tool holds the schemas to.
  var examples: [URL]

  init(url: URL) {
    self.url = url
    schemas = Self.files(url, ["yaml", "yml"])
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
