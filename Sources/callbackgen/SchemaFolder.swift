import ArgumentParser
import CallbackSchema
import Foundation
import PayloadValidation
import SchemaSource

/// The schema files and examples of a folder.
struct SchemaFolder {
  var path: String
  var files: [SourceFile]
  /// The files in `Examples`, by name.
  var examples: [String: SourceFile]

  /// The maximum size in bytes of a file, checked before it is read, so that a wrong path does not exhaust memory.
  static let maximumBytes = 16 << 20

  init(path: String) throws {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    // The service is named after the folder: `.` is resolved.
    let isRelative = trimmed.split(separator: "/").last.map { $0 == "." || $0 == ".." } ?? false
    self.path = isRelative ? URL(fileURLWithPath: trimmed).standardizedFileURL.path : trimmed
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: self.path, isDirectory: &isFolder) else {
      throw ValidationError("There is no folder '\(path)'.")
    }
    guard isFolder.boolValue else {
      throw ValidationError(
        "'\(path)' is a file. Name the folder that contains it: a service is a folder.")
    }
    files = try Self.read(self.path) { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    let exampleFiles = try Self.read(self.path + "/Examples") { $0.hasSuffix(".json") }
    examples = Dictionary(
      exampleFiles.map { ($0.path.split(separator: "/").last.map(String.init) ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func read(_ folder: String, where isMeant: (String) -> Bool) throws -> [SourceFile]
  {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder) else { return [] }
    do {
      return try manager.contentsOfDirectory(atPath: folder).filter {
        isMeant($0) && !$0.hasPrefix(".")
      }
      .sorted().map { name in
        let path = "\(folder)/\(name)"
        let size = try manager.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        guard size <= maximumBytes else {
          throw ValidationError(
            "'\(path)' has \(size) bytes; a schema has at most \(maximumBytes).")
        }
        return SourceFile(
          path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
      }
    } catch let error as ValidationError {
      throw error
    } catch {
      throw ExitStatus.diskFailure("'\(folder)' cannot be read", error)
    }
  }

  /// The service folders for a command: the named ones, or all in `Schemas`.
  static func all(_ paths: [String], standard: String = "Schemas") throws -> [SchemaFolder] {
    try paths.isEmpty ? Self.standard(standard) : paths.map { try SchemaFolder(path: $0) }
  }

  /// All service folders in a folder such as `Schemas`.
  static func standard(_ standard: String) throws -> [SchemaFolder] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: standard) else {
      throw ValidationError("There is no folder '\(standard)'. Name a service folder.")
    }
    let folders = names.filter { !$0.hasPrefix(".") }.sorted().map { "\(standard)/\($0)" }.filter {
      path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
    guard !folders.isEmpty else {
      throw ValidationError("'\(standard)' contains no service folder.")
    }
    return try folders.map { try SchemaFolder(path: $0) }
  }

  /// Loads the service of a folder, or one edition of it; diagnostics are printed.
  ///
  /// - Throws: if the schema has errors, or no such edition.
  static func service(at path: String, edition: String?) throws -> Service {
    let folder = try SchemaFolder(path: path)
    var diagnostics = Diagnostics()
    let loaded = folder.load(into: &diagnostics)
    try DiagnosticOptions.parse([]).report(diagnostics, [folder])
    guard let service = loaded else { throw ExitStatus.wrongInput }
    return try Self.edition(edition, of: service) { $1.projected(to: $0) }
  }

  /// One edition of a service, as a closure makes it from the name; the whole service without a name.
  ///
  /// - Throws: if there is no such edition.
  static func edition(
    _ edition: String?, of service: Service, _ projected: (String, Service) -> Service?
  ) throws -> Service {
    guard let edition else { return service }
    if let projected = projected(edition, service) { return projected }
    let names = service.editions.map(\.name)
    let closest = closestMatch(to: edition, in: names).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "'\(service.name)' has no edition '\(edition)'.\(closest) Editions: \(names.joined(separator: ", "))."
    )
  }

  /// Loads the service, and checks its examples; nil after an error of this folder.
  func load(into diagnostics: inout Diagnostics) -> Service? {
    var own = Diagnostics()
    let service = SchemaLoader.load(files, folder: path, into: &own)
    if let service, !own.hasErrors {
      ExampleChecks.check(service, examples: examples, into: &own)
    }
    for diagnostic in own.all { diagnostics.report(diagnostic) }
    return own.hasErrors ? nil : service
  }
}
