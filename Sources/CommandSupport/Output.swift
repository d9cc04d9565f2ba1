import ArgumentParser
import Foundation

/// Standard output and standard error. Every write is checked: a full disk is one message and exit code 74.
package enum Output {
  /// Lets a closed pipe end the process by its signal, without a message, as it ends other command-line tools.
  ///
  /// The process may have inherited that the signal is ignored.
  package static func endWithPipe() { signal(SIGPIPE, SIG_DFL) }

  /// Writes text to standard output.
  package static func print(_ text: String, terminator: String = "\n") throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((text + terminator).utf8))
    } catch {
      throw ExitStatus.diskFailure("standard output cannot be written", error)
    }
  }

  /// Writes text to standard error, where a failure has no place for a message.
  package static func report(_ text: String) throws {
    do {
      try FileHandle.standardError.write(contentsOf: Data(text.utf8))
    } catch {
      throw ExitStatus.diskFailed
    }
  }

  /// Whether text for a stream may have colors.
  package static func isColored(_ choice: ColorChoice, descriptor: Int32) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      let isRefused = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
      return !isRefused && isatty(descriptor) == 1
    }
  }
}

/// When diagnostics and findings have colors.
package enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  /// On a terminal, unless the environment has NO_COLOR.
  case auto
  case always, never
}
