import Foundation
import Synchronization

/// Connections to a database, each of which runs one statement at a time.
package final class PostgreSQLDatabase: Sendable {
  private let string: String
  private let idle = Mutex<[PostgreSQLConnection]>([])
  /// libpq waits for the server on the calling thread, so that statements have threads of their own.
  private let threads = OperationQueue()

  /// Connections that are used one after the other, up to a number at once; each is made when it is needed.
  package init(_ string: String, connections: Int) {
    self.string = string
    threads.maxConcurrentOperationCount = max(connections, 1)
  }

  /// Runs a statement in a transaction of its own. After a lost connection it is run again on a new one, so that it may run twice.
  ///
  /// The cancellation of the calling task does not stop it.
  package func execute(
    _ statement: String, _ parameters: [String] = []
  ) async throws -> PostgreSQLResult {
    try await withCheckedThrowingContinuation { continuation in
      threads.addOperation { [self] in
        continuation.resume(with: Result { try run(statement, parameters) })
      }
    }
  }

  private func run(
    _ statement: String, _ parameters: [String]
  ) throws(PostgreSQLError) -> PostgreSQLResult {
    var attempt = 1
    while true {
      do throws(PostgreSQLError) {
        let connection: PostgreSQLConnection
        if let last = idle.withLock({ $0.popLast() }) {
          connection = last
        } else {
          connection = try PostgreSQLConnection(string)
        }
        defer { if connection.isUsable { idle.withLock { $0.append(connection) } } }
        return try connection.execute(statement, parameters)
      } catch {
        guard error.isConnectionLost, attempt < 3 else { throw error }
        attempt += 1
        // The server has perhaps closed all of them.
        idle.withLock { $0 = [] }
      }
    }
  }
}

extension PostgreSQLDatabase: CustomReflectable {
  /// A mirror without children: the connection string may contain a password.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// An error of the database or of the connection to it.
public struct PostgreSQLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The SQLSTATE, such as `42P01` for a table that does not exist; nil if there is no connection.
  public var code: String?
  /// What failed.
  public var message: String
  /// Whether the connection was lost, or could not be made.
  public var isConnectionLost: Bool

  /// What failed, in one line.
  public var description: String { "PostgreSQL: \(message)" }
}
