import ArgumentParser
import CommandSupport
import Foundation

/// The program callbackgen-inbox, which reads the inboxes of receivers.
///
/// It is a product of its own, because the build plugins compile callbackgen, and need no database.
enum InboxProgram {
  private static let name = "callbackgen-inbox"

  /// The path of the program: beside this one, or else in a folder of `PATH`.
  ///
  /// - Throws: an exit code, after a message, if there is none.
  static func path() throws -> String {
    let own = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().path
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for folder in [own].compactMap({ $0 }) + folders.map(String.init) {
      let path = "\(folder)/\(name)"
      if try Files.kind(path) == .file, access(path, X_OK) == 0 { return path }
    }
    try Output.report(
      """
      error: inboxes are read by the program \(name), which is neither beside callbackgen nor in a folder of PATH: in a \
      checkout of callbackgen, 'swift build -c release --product \(name)' builds it\n
      """)
    throw ExitStatus.unavailable
  }

  /// Replaces this process by the program.
  static func become(_ arguments: [String]) throws -> Never {
    let path = try path()
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    execv(path, &words)
    throw ExitStatus.diskFailure(
      "'\(path)' cannot be run", POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO))
  }
}
