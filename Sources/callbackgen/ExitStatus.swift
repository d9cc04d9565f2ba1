import ArgumentParser
import Foundation
import SchemaSource

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

extension SourceFile {
  /// Reads a file.
  ///
  /// - Throws: an exit code, after a message.
  init(reading path: String) throws {
    do {
      self.init(path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      throw ExitStatus.diskFailure("'\(path)' cannot be read", error)
    }
  }
}
