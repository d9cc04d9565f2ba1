package import ArgumentParser
import Foundation

/// The exit codes other than success.
package enum ExitStatus {
  /// Findings, stale output or a failed review.
  package static let findings = ExitCode(1)
  /// An invalid schema, configuration or body.
  package static let wrongInput = ExitCode(2)
  /// A program that is needed and not installed.
  package static let unavailable = ExitCode(69)
  /// An input/output error.
  package static let diskFailed = ExitCode(74)

  /// Prints a message about a file or folder that is missing or unsuitable; returns the exit code.
  package static func missing(_ what: String) -> ExitCode {
    try? Output.report("error: \(what)\n")
    return diskFailed
  }

  /// Prints a message and the cause of an input/output error; returns the exit code.
  package static func diskFailure(_ what: String, _ error: any Error) -> ExitCode {
    missing("\(what): \(error.reason)")
  }
}

extension Error {
  /// The cause in the words of the operating system, such as "Permission denied"; Foundation hides it in an underlying error.
  package var reason: String {
    let error = self as NSError
    if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
    if let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error { return cause.reason }
    return error.localizedDescription
  }
}
