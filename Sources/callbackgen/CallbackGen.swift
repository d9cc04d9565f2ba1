import ArgumentParser
import Foundation

#if !Foundation
  #error(
    "the tool and its plugins require the trait Foundation of callbackgen: remove traits: [] from the dependency"
  )
#endif

/// The root command; each subcommand has its own file.
@main
struct CallbackGen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "callbackgen",
    abstract: "Generates Swift models from schemas of vendors' webhook callbacks.",
    discussion: """
      A service is a folder of YAML files that transcribe a vendor's documentation of its callbacks. 'lint' checks \
      them; 'generate' writes a Swift file for each of them.

      Exit codes: 0 success, 1 findings or stale output, 2 invalid input, 64 invalid usage, 74 input/output error.
      """,
    subcommands: [
      Generate.self, Diff.self, Init.self, Lint.self, Explain.self, InventoryCommand.self,
      Validate.self,
      SampleCommand.self, Export.self, Docs.self,
    ])
}

/// The exit codes other than success.
enum ExitStatus {
  /// Findings, stale output or a failed review.
  static let findings = ExitCode(1)
  /// An invalid schema, configuration or body.
  static let wrongInput = ExitCode(2)
  /// An input/output error.
  static let diskFailed = ExitCode(74)

  /// Prints a message about a missing file; returns the exit code.
  static func missing(_ what: String) -> ExitCode {
    FileHandle.standardError.write(Data("error: \(what)\n".utf8))
    return diskFailed
  }

  /// Prints a message and the cause of an input/output error; returns the exit code.
  static func diskFailure(_ what: String, _ error: any Error) -> ExitCode {
    FileHandle.standardError.write(Data("error: \(what): \(error.localizedDescription)\n".utf8))
    return diskFailed
  }
}
