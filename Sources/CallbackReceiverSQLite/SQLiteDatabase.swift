import CallbackReceiver
import Foundation
import GRDB

/// The connection to the file of a store.
struct SQLiteDatabase: Sendable {
  private let path: String
  private let queue: DatabaseQueue

  /// The version of the tables, which the file records.
  static let version = 1

  init(path: String, busyTimeout: Duration, greatestPageCount: Int?) throws {
    self.path = path
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(Double(busyTimeout.milliseconds) / 1000)
    configuration.prepareDatabase { database in
      // Also the last transaction survives a power failure.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      if let greatestPageCount {
        try database.execute(sql: "PRAGMA max_page_count = \(greatestPageCount)")
      }
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { try Self.createTables($0) }
    } catch {
      throw SQLiteStoreError(path: path, error)
    }
  }

  private static func createTables(_ database: Database) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if found == version { return }
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    guard found == 0, tables == 0 else { throw WrongFile(version: found) }
    try database.execute(
      sql: """
        CREATE TABLE delivery (
          key TEXT NOT NULL PRIMARY KEY,
          token INTEGER NOT NULL,
          boot TEXT,           -- the start of the machine in which the lease counts; NULL of a finished key
          leaseStart INTEGER,  -- milliseconds since that start
          leaseEnd INTEGER,
          changed INTEGER NOT NULL  -- milliseconds since 1970
        ) WITHOUT ROWID;
        CREATE INDEX deliveryChanged ON delivery (changed);
        CREATE TABLE inbox (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          service TEXT NOT NULL,
          arrival INTEGER NOT NULL,  -- milliseconds since 1970
          url TEXT,
          headers TEXT NOT NULL,     -- a JSON array of names and values
          body BLOB NOT NULL,
          key TEXT,
          verdict TEXT
        );
        CREATE INDEX inboxUnsettled ON inbox (service, number) WHERE verdict IS NULL;
        PRAGMA user_version = \(version);
        """)
  }

  /// Runs a transaction to its end, even if the calling task is cancelled meanwhile.
  func write<Value: Sendable>(
    _ changes: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    do {
      return try await Task { try await queue.write(changes) }.value
    } catch let error as ClaimLost {
      throw error
    } catch {
      throw SQLiteStoreError(path: path, error)
    }
  }
}

/// A file that is none of a store, or one of a later version.
struct WrongFile: Error {
  var version: Int
}
