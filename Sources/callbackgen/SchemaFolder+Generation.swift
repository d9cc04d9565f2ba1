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
    guard let service = sound(by: configuration, into: &diagnostics) else { return nil }
    var found = Diagnostics()
    let files = SwiftGenerator.generate(
      configuration.applied(to: service, into: &found), options: configuration.options, into: &found
    )
    for diagnostic in found.all { diagnostics.report(diagnostic) }
    return (service, files)
  }

  /// Loads the service, and reports all errors that generation would report.
  func lint(into diagnostics: inout Diagnostics) {
    guard let service = sound(by: Configuration(), into: &diagnostics) else { return }
    var found = Diagnostics()
    SwiftGenerator.check(service, into: &found)
    for diagnostic in found.all { diagnostics.report(diagnostic) }
  }

  /// Loads the service; nil after errors, which are reported together with those of its names.
  private func sound(
    by configuration: Configuration, into diagnostics: inout Diagnostics
  ) -> Service? {
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
    return service
  }
}
