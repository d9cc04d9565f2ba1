public import ArgumentParser
import Foundation
public import SchemaSource

/// The output format of diagnostics.
package struct DiagnosticOptions: ParsableArguments {
  @Option(
    help: "The output format of diagnostics; github prints annotations for a pull request."
  )
  package var format: DiagnosticRenderer.Format = .text

  @Option(
    help:
      "When diagnostics have colors; auto: on a terminal, unless the environment has NO_COLOR."
  )
  package var color: ColorChoice = .auto

  package init() {}

  /// Prints diagnostics; throws if one of them is an error.
  package func report(
    _ diagnostics: Diagnostics, _ folders: [SchemaFolder], beside others: [SourceFile] = []
  ) throws {
    try report(
      diagnostics,
      files: others + folders.flatMap { $0.files + $0.examples.values.sorted { $0.path < $1.path } }
    )
  }

  /// Prints the diagnostics of single files; throws if one of them is an error.
  package func report(_ diagnostics: Diagnostics, files: [SourceFile]) throws {
    let sorted = diagnostics.sorted
    if !sorted.isEmpty || format == .json {
      let isColored = Output.isColored(color, descriptor: STDERR_FILENO)
      let text = DiagnosticRenderer(files: files, isColored: isColored).render(sorted, as: format)
      // Machine-readable formats go to standard output.
      if format == .text {
        try Output.report(text)
      } else {
        try Output.print(text, terminator: "")
      }
    }
    if diagnostics.hasErrors { throw ExitStatus.wrongInput }
  }
}

extension DiagnosticRenderer.Format: ExpressibleByArgument {}
