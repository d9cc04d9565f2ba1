public import CallbackReceiver
import Foundation
import GRDB

extension SQLiteStore: CallbackInbox {
  public func keep(_ request: CallbackRequest, service: String) async throws -> Int64 {
    let text = try InboxHeaders.text(request.headers)
    return try await database.write { [clock] database in
      try database.execute(
        sql: "INSERT INTO inbox (service, arrival, url, headers, body) VALUES (?, ?, ?, ?, ?)",
        arguments: [service, clock.date(), request.url, text, Data(request.body)])
      return database.lastInsertedRowID
    }
  }

  public func settle(_ entry: Int64, verdict: String, key: String?) async throws {
    try await database.write { database in
      try database.execute(
        sql: "UPDATE inbox SET verdict = ?, key = ? WHERE number = ?",
        arguments: [verdict, key, entry])
    }
  }

  public func unsettled(
    service: String, after entry: Int64, limit: Int
  ) async throws -> [InboxEntry] {
    try await entries(
      where: "verdict IS NULL AND service = ? AND number > ?", [service, entry], limit: limit)
  }

  /// The oldest entries of all services, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - entry: the number of the last entry that the caller has; 0 for none.
  ///   - limit: the greatest number of entries.
  /// - Throws: an error of the file.
  public func entries(after entry: Int64 = 0, limit: Int = 100) async throws -> [InboxEntry] {
    try await entries(where: "number > ?", [entry], limit: limit)
  }

  /// Deletes the entries with a verdict that arrived before a time.
  ///
  /// - Parameter age: the age of the youngest entry that is deleted.
  /// - Returns: the number of deleted entries.
  /// - Throws: an error of the file.
  @discardableResult
  public func removeSettled(olderThan age: Duration) async throws -> Int {
    try await database.write { [clock] database in
      try database.execute(
        sql: "DELETE FROM inbox WHERE verdict IS NOT NULL AND arrival < ?",
        arguments: [clock.date() - age.milliseconds])
      return database.changesCount
    }
  }

  private func entries(
    where condition: String, _ arguments: StatementArguments, limit: Int
  ) async throws -> [InboxEntry] {
    try await database.write { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM inbox WHERE \(condition) ORDER BY number LIMIT \(limit)",
        arguments: arguments
      ).map(InboxEntry.init)
    }
  }
}

extension InboxEntry {
  fileprivate init(_ row: Row) throws {
    let data: Data = row["body"]
    self.init(
      number: row["number"], service: row["service"], arrival: row["arrival"],
      request: CallbackRequest(
        headers: try InboxHeaders.fields(row["headers"]), body: Array(data), url: row["url"]),
      key: row["key"], verdict: row["verdict"])
  }
}
