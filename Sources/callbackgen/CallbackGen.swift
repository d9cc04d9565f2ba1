import ArgumentParser

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
