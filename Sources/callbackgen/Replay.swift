import ArgumentParser

/// `callbackgen replay`, a command of the program callbackgen-inbox.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Posts the recorded requests of a receiver again.")

  @Argument(parsing: .captureForPassthrough)
  var arguments: [String] = []

  func run() throws { try InboxProgram.become(["replay"] + arguments) }
}
