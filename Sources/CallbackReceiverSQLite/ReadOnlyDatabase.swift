import Foundation
import GRDBSQLite

/// A connection for reading. GRDB opens no file as unchanging, which needs a URI.
final class ReadOnlyDatabase {
  private let path: String
  private var connection: OpaquePointer?

  /// Opens a file that exists.
  ///
  /// - Parameter isUnchanging: whether nobody writes to the file, so that SQLite neither locks it nor looks for a log.
  init(path: String, isUnchanging: Bool) throws {
    self.path = path
    // A relative path would be read as the authority of the URI.
    let absolute = URL(fileURLWithPath: path).path
    let escaped =
      absolute.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? absolute
    let uri = "file://\(escaped)?mode=ro\(isUnchanging ? "&immutable=1" : "")"
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    try check(sqlite3_open_v2(uri, &connection, flags, nil))
    sqlite3_busy_timeout(connection, 5000)
  }

  deinit { sqlite3_close_v2(connection) }

  /// Checks that the file is that of a store, in the version that this program knows.
  func checkTables() throws {
    var version = 0
    try rows("PRAGMA user_version", []) { row in
      version = Int(row.integer(0))
      return false
    }
    var hasInbox = false
    try rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'inbox'", []) { _ in
      hasInbox = true
      return false
    }
    guard version <= SQLiteDatabase.version || !hasInbox else {
      throw SQLiteStoreError(path: path, WrongFile(version: version))
    }
    guard version == SQLiteDatabase.version, hasInbox else {
      throw SQLiteStoreError(
        path: path, message: "the file is a database of another program, without an inbox")
    }
  }

  /// A row of a result.
  struct Row {
    fileprivate let statement: OpaquePointer?

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func text(_ column: Int32) -> String? {
      guard sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
      return String(decoding: bytes(column), as: UTF8.self)
    }

    func bytes(_ column: Int32) -> [UInt8] {
      guard let start = sqlite3_column_blob(statement, column) else { return [] }
      return Array(
        UnsafeRawBufferPointer(
          start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }
  }

  /// Calls `body` for each row of a query, until it returns false.
  func rows(_ query: String, _ values: [String], _ body: (Row) throws -> Bool) throws {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    try check(sqlite3_prepare_v2(connection, query, -1, &statement, nil))
    for (place, value) in values.enumerated() {
      // The destructor -1 makes SQLite copy the text.
      let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      try check(sqlite3_bind_text(statement, Int32(place + 1), value, -1, copying))
    }
    while true {
      let code = sqlite3_step(statement)
      guard code == SQLITE_ROW else { return try check(code) }
      guard try body(Row(statement: statement)) else { return }
    }
  }

  private func check(_ code: Int32) throws {
    guard code != SQLITE_OK, code != SQLITE_DONE else { return }
    let found = connection.map { String(cString: sqlite3_errmsg($0)) }
    let message = found ?? String(cString: sqlite3_errstr(code))
    throw SQLiteStoreError(path: path, code: Int(code & 0xff), message: message)
  }
}
