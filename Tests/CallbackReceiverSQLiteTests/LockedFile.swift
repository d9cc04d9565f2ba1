import Foundation
import GRDB

/// A database that a test holds locked, as another process would.
final class LockedFile: Sendable {
  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
  }

  func unlock() { try? queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") } }

  /// Runs a statement in a database of its own.
  static func execute(_ statement: String, path: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: statement) }
  }
}
