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

  /// Generates the Swift of a service, and passes each file to a closure, on several threads.
  func generated<Result: Sendable>(
    _ service: Service, by configuration: Configuration, into diagnostics: inout Diagnostics,
    _ transform: @Sendable (_ name: String, _ text: borrowing OutputBuffer) -> Result
  ) -> [Result] {
    var found = Diagnostics()
    let results = SwiftGenerator.generate(
      configuration.applied(to: service, into: &found), options: configuration.options,
      into: &found, transform)
    for diagnostic in found.all { diagnostics.report(diagnostic) }
    return results
  }

  /// Loads the service, and reports all errors that generation would report; nil after an error of the schema.
  @discardableResult func lint(into diagnostics: inout Diagnostics) -> Service? {
    guard let service = sound(by: Configuration(), into: &diagnostics) else { return nil }
    var found = Diagnostics()
    SwiftGenerator.check(service, into: &found)
    for diagnostic in found.all { diagnostics.report(diagnostic) }
    return service
  }

  /// Loads the service; nil after errors, which are reported together with those of its names.
  func sound(
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
