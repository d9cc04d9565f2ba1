import ArgumentParser
import CMalloc
import CallbackRuntime
import CallbackSchema
import CommandSupport

/// The root command; each subcommand has its own file.
@main
struct CallbackGen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "callbackgen",
    abstract: "Generates Swift models from schemas of vendors' webhook callbacks.",
    discussion: """
      A service is a folder of YAML files that transcribe a vendor's documentation of its callbacks. 'lint' checks \
      them; 'generate' writes a Swift file for each of them.

      Exit codes: 0 success, 1 findings or stale output, 2 invalid input, 64 invalid usage, 69 a missing program, \
      74 input/output error.
      """,
    version: """
      callbackgen \(toolVersion)
      schema language \(LanguageKeys.version)
      runtime \("\(_CallbackRuntimeVersion.V1.self)".dropFirst())
      """,
    subcommands: [
      Generate.self, Diff.self, Init.self, Lint.self, Explain.self, InventoryCommand.self,
      Validate.self, Replay.self, SampleCommand.self, Export.self, Docs.self,
    ])

  /// The version of the tool, by the rules of docs/stability.md.
  private static let toolVersion = "0.1.0-dev"

  /// Runs a command as `ParsableCommand.main()` does, but checks the write of its last message too, such as that of `--help`.
  static func main() {
    Output.endWithPipe()
    #if canImport(Glibc)
      // Each thread reserves a range of addresses at once; otherwise its memory grows by a system call for each page.
      mallopt(M_TOP_PAD, 1 << 26)
    #endif
    do {
      // The program that has the command has its help, too.
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments == ["help", "replay"] { try InboxProgram.become(arguments) }
      var command = try parseAsRoot()
      try command.run()
    } catch { end(with: error) }
  }
}
