package import ArgumentParser

#if !Foundation
  #error(
    "the tool and its plugins require the trait Foundation of callbackgen: remove traits: [] from the dependency"
  )
#endif

extension ParsableCommand {
  /// Ends the process after an error as `main()` does, but checks the write of the last message too, such as that of `--help`.
  package static func end(with error: any Error) -> Never {
    let message = fullMessage(for: error)
    guard !message.isEmpty else { exit(withError: error) }
    let code = exitCode(for: error)
    do {
      if code.isSuccess { try Output.print(message) } else { try Output.report(message + "\n") }
    } catch { exit(withError: error) }
    exit(withError: code)
  }
}
