import ArgumentParser
import Foundation

#if !Foundation
  #error(
    "the tool and its plugins need callbackgen's trait Foundation: take traits: [] out of the dependency"
  )
#endif

/// The command line: thin, a file for each subcommand.
@main
struct CallbackGen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "callbackgen",
    abstract: "Turns schemas of vendors' HTTP callbacks into Swift models.",
    discussion: """
      A service is a folder of YAML files that record what a vendor's documentation says about its callbacks. \
      'generate' makes a Swift file of each of them; 'lint' says what is wrong with them.

      Exit codes: 0 fine, 1 findings (stale output), 2 a schema is wrong, 64 wrong usage, 74 the disk failed.
      """,
    subcommands: [
      Generate.self, Diff.self, Init.self, Lint.self, Explain.self, InventoryCommand.self,
      Validate.self,
      SampleCommand.self, Export.self, Docs.self,
    ])
}

/// What a command ends with, beside success.
enum ExitStatus {
  /// Something was found: stale output, a failed check.
  static let findings = ExitCode(1)
  /// A schema is wrong.
  static let wrongInput = ExitCode(2)
  /// A file could not be read or written.
  static let diskFailed = ExitCode(74)

  /// Says what is not there to be read.
  static func missing(_ what: String) -> ExitCode {
    FileHandle.standardError.write(Data("error: \(what)\n".utf8))
    return diskFailed
  }

  /// Says what could not be read or written, and why.
  static func diskFailure(_ what: String, _ error: any Error) -> ExitCode {
    FileHandle.standardError.write(Data("error: \(what): \(error.localizedDescription)\n".utf8))
    return diskFailed
  }
}
