import CallbackReceiver
import Foundation

/// The settings of the server, from the environment.
struct Settings {
  /// The port; `PORT`, by default 8080.
  var port = 8080
  /// The address; `HOST`, by default that of this machine alone.
  var host = "127.0.0.1"
  /// The path of the SQLite file; `DATABASE`, by default `callbacks.sqlite`.
  var database = "callbacks.sqlite"
  /// The greatest size of a body in bytes; `BODY_LIMIT`, by default 1 MiB.
  var bodyLimit = 1 << 20
  /// The time for which a server that stops waits for handlers; `SHUTDOWN_SECONDS`, by default 30.
  var shutdownTime = Duration.seconds(30)
  /// The time that each handler takes; `WORK_MILLISECONDS`, by default none.
  var workTime = Duration.zero
  /// The secrets of each service, by the name of its variable.
  private let environment: [String: String]

  /// Reads the environment.
  ///
  /// - Throws: an error with the name of a variable that is no number.
  init(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    self.environment = environment
    port = try number("PORT") ?? port
    bodyLimit = try number("BODY_LIMIT") ?? bodyLimit
    shutdownTime = try number("SHUTDOWN_SECONDS").map { .seconds($0) } ?? shutdownTime
    workTime = try number("WORK_MILLISECONDS").map { .milliseconds($0) } ?? workTime
    host = environment["HOST"] ?? host
    database = environment["DATABASE"] ?? database
  }

  /// The secrets in a variable, separated by commas: the new and the old one while a secret is changed.
  ///
  /// - Throws: an error if the variable is not set.
  func secrets(_ name: String) throws -> [Secret] {
    guard let text = environment[name], !text.isEmpty else {
      throw SettingsError(message: "\(name) is not set: it is the secret of the vendor's console")
    }
    return text.split(separator: ",").map { Secret(String($0)) }
  }

  private func number(_ name: String) throws -> Int? {
    guard let text = environment[name] else { return nil }
    guard let number = Int(text), number > 0 else {
      throw SettingsError(message: "\(name) is '\(text)', which is no positive number")
    }
    return number
  }
}

/// A variable of the environment that is missing or wrong.
struct SettingsError: Error, CustomStringConvertible {
  var message: String
  var description: String { message }
}
