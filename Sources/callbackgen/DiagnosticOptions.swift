public import ArgumentParser
import Foundation
public import SchemaSource

/// The output format of diagnostics.
struct DiagnosticOptions: ParsableArguments {
  @Option(
    help: "The output format of diagnostics; github prints annotations for a pull request."
  )
  var format: DiagnosticRenderer.Format = .text

  /// Prints diagnostics; throws if one of them is an error.
  func report(
    _ diagnostics: Diagnostics, _ folders: [SchemaFolder], beside others: [SourceFile] = []
  ) throws {
    try report(
      diagnostics,
      files: others + folders.flatMap { $0.files + $0.examples.values.sorted { $0.path < $1.path } }
    )
  }

  /// Prints the diagnostics of single files; throws if one of them is an error.
  func report(_ diagnostics: Diagnostics, files: [SourceFile]) throws {
    let sorted = diagnostics.sorted
    if !sorted.isEmpty || format == .json {
      let text = DiagnosticRenderer(files: files).render(sorted, as: format)
      // Machine-readable formats go to standard output.
      (format == .text ? FileHandle.standardError : FileHandle.standardOutput).write(
        Data(text.utf8))
    }
    if diagnostics.hasErrors { throw ExitStatus.wrongInput }
  }
}

extension DiagnosticRenderer.Format: ExpressibleByArgument {}
