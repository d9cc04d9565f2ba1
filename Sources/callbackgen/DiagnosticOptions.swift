import ArgumentParser
import Foundation
import SchemaSource

/// How problems are shown.
struct DiagnosticOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, github

    fileprivate var rendered: DiagnosticRenderer.Format {
      switch self {
      case .text: .text
      case .json: .json
      case .github: .github
      }
    }
  }

  @Option(
    help: "How problems are printed: for people, for programs, or as annotations of a pull request."
  )
  var format: Format = .text

  /// Prints what was found; throws if there is an error among it.
  func report(
    _ diagnostics: Diagnostics, _ folders: [SchemaFolder], beside others: [SourceFile] = []
  ) throws {
    try report(
      diagnostics,
      files: others + folders.flatMap { $0.files + $0.examples.values.sorted { $0.path < $1.path } }
    )
  }

  /// The same about single files.
  func report(_ diagnostics: Diagnostics, files: [SourceFile]) throws {
    let sorted = diagnostics.sorted
    if !sorted.isEmpty || format == .json {
      let text = DiagnosticRenderer(files: files).render(sorted, as: format.rendered)
      // What a program reads goes where programs read.
      (format == .text ? FileHandle.standardError : FileHandle.standardOutput).write(
        Data(text.utf8))
    }
    if diagnostics.hasErrors { throw ExitStatus.wrongInput }
  }
}
