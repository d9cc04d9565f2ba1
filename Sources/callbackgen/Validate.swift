import ArgumentParser
import CallbackRuntime
import CallbackSchema
import Foundation
import PayloadValidation
import SchemaSource

/// `callbackgen validate`
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Validates callback bodies against a schema.",
    discussion: """
      BODIES are files, folders, or - for standard input, with one JSON value for each file or for each line. Logs of \
      any size are streamed. Findings have a line and a column; a summary counts them by rule, event and path.

      Exit codes: 0 no finding of the severity of --fail-on, 1 such findings, 2 an invalid schema or a body that is not \
      JSON.
      """)

  enum Level: String, CaseIterable, ExpressibleByArgument { case notice, warning, error }

  @Option(help: ArgumentHelp("The service folder.", valueName: "folder"))
  var service: String

  @Option(help: "The event of the bodies, if they are payloads without an envelope.")
  var event: String?

  @Option(help: "The edition to validate against; default: the nearest one.")
  var edition: String?

  @Option(help: "The output format; github prints annotations for a pull request.")
  var format: DiagnosticRenderer.Format = .text

  @Option(help: "The minimum severity for exit code 1.")
  var failOn: Level = .notice

  @Flag(help: "Print all findings, not only the first ten of each kind.")
  var all = false

  @Argument(help: "Files, folders, or - for standard input.")
  var bodies: [String]

  func validate() throws {
    guard !bodies.isEmpty else { throw ValidationError("Name a body, or - for standard input.") }
  }

  func run() throws {
    let validator = BodyValidator(try SchemaFolder.service(at: service, edition: edition))
    var printer = FindingPrinter(format: format, limit: all ? .max : 10)
    var progress = Progress()
    var input = BodyInput { progress.show($0) }
    for path in bodies {
      try input.read(path) { body in
        guard let event else {
          return printer.add(validator.validate(body.bytes), of: body)
        }
        guard let report = validator.validate(fragment: body.bytes, of: event) else {
          throw ValidationError("The service has no event '\(event)'.")
        }
        printer.add(report, of: body)
      }
    }
    progress.clear()
    printer.finish()
    if printer.unreadable > 0 { throw ExitStatus.wrongInput }
    let least = Finding.Severity(rawValue: failOn.rawValue) ?? .notice
    if let worst = printer.worst, worst >= least { throw ExitStatus.findings }
  }
}

/// The progress display for a long input, if standard error is a terminal.
private struct Progress {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var shown = 0
  private static let step = 64 << 20

  mutating func show(_ bytes: Int) {
    guard isTerminal, bytes - shown >= Self.step else { return }
    shown = bytes
    FileHandle.standardError.write(Data("\r\(bytes >> 20) MB".utf8))
  }

  func clear() {
    if shown > 0 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
