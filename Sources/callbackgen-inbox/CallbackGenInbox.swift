import ArgumentParser
import CommandSupport

/// The root command; each subcommand has its own file.
@main
struct CallbackGenInbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "callbackgen-inbox",
    abstract: "Reads the requests that a receiver recorded in its inbox.",
    discussion: """
      An inbox is the SQLite file of a CallbackReceiver's store. It is opened for reading only, also while a receiver \
      writes to it.

      'callbackgen replay' runs the command 'replay', and 'callbackgen validate' reads an inbox with 'export'.

      Exit codes: 0 success, 1 a request without the documented response, 2 an invalid schema or no request, \
      64 invalid usage, 74 input/output error.
      """,
    subcommands: [Replay.self, Export.self])

  /// Runs a command as `AsyncParsableCommand.main()` does, but checks the write of its last message too.
  static func main() async {
    Output.endWithPipe()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch { end(with: error) }
  }
}
