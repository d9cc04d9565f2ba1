import ArgumentParser
package import CallbackSchema
import Foundation
import PayloadValidation
package import SchemaSource

/// The schema files and examples of a folder.
package struct SchemaFolder {
  package var path: String
  package var files: [SourceFile]
  /// The files in `Examples`, by name.
  package var examples: [String: SourceFile]

  /// The maximum size in bytes of a file, checked before it is read, so that a wrong path does not exhaust memory.
  package static let maximumBytes = 16 << 20

  package init(path: String) throws {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    // The service is named after the folder: `.` is resolved.
    let isRelative = trimmed.split(separator: "/").last.map { $0 == "." || $0 == ".." } ?? false
    self.path = isRelative ? URL(fileURLWithPath: trimmed).standardizedFileURL.path : trimmed
    guard let kind = try Files.kind(self.path) else {
      throw ValidationError("There is no folder '\(path)'.")
    }
    guard kind == .folder else {
      throw ValidationError(
        "'\(path)' is a file. Name the folder that contains it: a service is a folder.")
    }
    files = try Self.read(self.path, where: Self.isSchema)
    let exampleFiles = try Self.read(self.path + "/Examples") { $0.hasSuffix(".json") }
    examples = Dictionary(
      exampleFiles.map { ($0.path.split(separator: "/").last.map(String.init) ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func read(_ folder: String, where isMeant: (String) -> Bool) throws -> [SourceFile]
  {
    guard try Files.kind(folder) != nil else { return [] }
    let paths = try Files.names(in: folder).filter(isMeant).map { "\(folder)/\($0)" }
    for path in paths {
      let size = Files.size(path)
      guard size <= maximumBytes else {
        throw ValidationError(
          "'\(path)' has \(size) bytes; a schema has at most \(maximumBytes).")
      }
    }
    let files = paths.concurrentMap { path in
      (try? FileHandle(forReadingAtPath: path)?.readAll()).map { SourceFile(path: path, bytes: $0) }
    }
    // Of the files that cannot be read, the first is reported.
    return try zip(paths, files).map { try $1 ?? SourceFile(reading: $0) }
  }

  /// Whether a file is a schema, by its name. The profile of the vendor's pages is none.
  package static func isSchema(_ name: String) -> Bool {
    (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) && name != "pages.yaml"
  }

  /// The service folders for a command: the named ones and those in named folders of services, or all in `Schemas`.
  package static func all(_ paths: [String], standard: String = "Schemas") throws -> [SchemaFolder]
  {
    try paths.isEmpty
      ? Self.standard(standard)
      : paths.flatMap { path in
        let folder = try SchemaFolder(path: path)
        let services = try folder.services()
        return services.isEmpty ? [folder] : services
      }
  }

  /// The services in a folder of services: a folder without schema files that has subfolders with some.
  private func services() throws -> [SchemaFolder] {
    guard files.isEmpty else { return [] }
    return try Files.names(in: path).map { "\(path)/\($0)" }
      .filter {
        try Files.kind($0) == .folder && Files.names(in: $0).contains(where: Self.isSchema)
      }
      .map { try SchemaFolder(path: $0) }
  }

  /// All service folders in a folder such as `Schemas`.
  package static func standard(_ standard: String) throws -> [SchemaFolder] {
    guard try Files.kind(standard) == .folder else {
      throw ValidationError("There is no folder '\(standard)'. Name a service folder.")
    }
    let folders = try Files.names(in: standard).map { "\(standard)/\($0)" }
      .filter { try Files.kind($0) == .folder }
    guard !folders.isEmpty else {
      throw ValidationError("'\(standard)' contains no service folder.")
    }
    return try folders.map { try SchemaFolder(path: $0) }
  }

  /// Loads the service of a folder, or one edition of it; diagnostics are printed.
  ///
  /// - Throws: if the schema has errors, or no such edition.
  package static func service(at path: String, edition: String?) throws -> Service {
    let folder = try SchemaFolder(path: path)
    if let service = try folder.services().first {
      throw ValidationError(
        "'\(path)' is a folder of services: name one, such as '\(service.path)'.")
    }
    var diagnostics = Diagnostics()
    let loaded = folder.load(into: &diagnostics)
    try DiagnosticOptions.parse([]).report(diagnostics, [folder])
    guard let service = loaded else { throw ExitStatus.wrongInput }
    return try Self.edition(edition, of: service) { $1.projected(to: $0) }
  }

  /// One edition of a service, as a closure makes it from the name; the whole service without a name.
  ///
  /// - Throws: if there is no such edition.
  package static func edition(
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
  package func load(into diagnostics: inout Diagnostics) -> Service? {
    let (service, isSound) = loaded(into: &diagnostics)
    return isSound ? service : nil
  }

  /// Loads the service, and checks its examples; also what is left of a schema with errors.
  package func loaded(into diagnostics: inout Diagnostics) -> (service: Service?, isSound: Bool) {
    var own = Diagnostics()
    let service = SchemaLoader.load(files, folder: path, into: &own)
    // Of a schema with errors, the validation of examples would report them again.
    if let service, !own.hasErrors {
      ExampleChecks.check(service, examples: examples, into: &own)
    }
    for diagnostic in own.all { diagnostics.report(diagnostic) }
    return (service, !own.hasErrors)
  }
}
