import CallbackSchema
import CommandSupport
import PageReading
import SchemaSource
import SwiftGeneration

extension SchemaFolder {
  /// The profile of the vendor's pages; nil if the folder has none.
  func profileFile() throws -> SourceFile? {
    let path = "\(path)/\(PageProfileLoader.fileName)"
    return try Files.kind(path) == .file ? SourceFile(reading: path) : nil
  }

  /// Loads the service, and checks its examples and the Swift names that it would get, as lint does.
  func checked(into diagnostics: inout Diagnostics) -> Service? {
    guard let service = load(into: &diagnostics) else { return nil }
    SwiftGenerator.checkNames(service, options: GenerationOptions(), into: &diagnostics)
    return service
  }

  /// Loads the service and generates its Swift; nil after an error of this folder.
  ///
  /// Errors of names are reported together with those of the schema.
  func generated(
    by configuration: Configuration = Configuration(), into diagnostics: inout Diagnostics
  ) -> (service: Service, files: [GeneratedFile])? {
    let (service, isSound) = loaded(into: &diagnostics)
    guard let service else { return nil }
    guard isSound else {
      // Events and names of the configuration may be in parts that failed to load.
      var missing = Diagnostics()
      SwiftGenerator.checkNames(
        configuration.applied(to: service, into: &missing), options: configuration.options,
        into: &diagnostics)
      return nil
    }
    var found = Diagnostics()
    let files = SwiftGenerator.generate(
      configuration.applied(to: service, into: &found), options: configuration.options, into: &found
    )
    for diagnostic in found.all { diagnostics.report(diagnostic) }
    return (service, files)
  }
}
