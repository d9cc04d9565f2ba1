public import CallbackReceiver
import Foundation
import GRDB

/// A store in an SQLite file, which survives the end of the process and of the machine.
///
/// Several processes of one machine may use the same file. It is written ahead to a log (WAL), and each change is on the disk
/// before the store answers. Leases are measured by the time since the machine started, so that they do not depend on the time of
/// day, and end when the machine starts anew.
public final class SQLiteStore: DeliveryStore {
  let database: SQLiteDatabase
  let clock: BootClock
  private let retention: Duration

  /// Opens the file, or creates it.
  ///
  /// - Parameters:
  ///   - path: the path of the file, on a local disk.
  ///   - retention: how long a finished key is kept: at least as long as the vendor sends one callback again.
  ///   - busyTimeout: how long an operation waits for another process that writes.
  /// - Throws: an error if the file cannot be opened, or is none of a store.
  public convenience init(
    path: String, retention: Duration = .seconds(7 * 24 * 3600), busyTimeout: Duration = .seconds(5)
  ) throws {
    try self.init(
      path: path, retention: retention, busyTimeout: busyTimeout, clock: .system)
  }

  /// Opens the file with a clock of its own.
  package init(
    path: String, retention: Duration = .seconds(7 * 24 * 3600),
    busyTimeout: Duration = .seconds(5), clock: BootClock, greatestPageCount: Int? = nil
  ) throws {
    database = try SQLiteDatabase(
      path: path, busyTimeout: busyTimeout, greatestPageCount: greatestPageCount)
    self.clock = clock
    self.retention = retention
  }

  public func claim(_ key: String, for lease: Duration) async throws -> ClaimOutcome {
    try await database.write { [clock, retention] database in
      // Read inside the transaction: a time from before it may be earlier than the start of a lease that another process began
      // meanwhile.
      let (boot, now, date) = (clock.boot, clock.uptime(), clock.date())
      let oldest = date - retention.milliseconds
      let row = try Row.fetchOne(
        database, sql: "SELECT boot, leaseStart, leaseEnd FROM delivery WHERE key = ?",
        arguments: [key])
      if let row {
        guard let holder: String = row["boot"] else { return .finished }
        let (start, end): (Int64, Int64) = (row["leaseStart"], row["leaseEnd"])
        // A lease that starts in the future is of an earlier start of the machine, too, if the system does not name its starts.
        if holder == boot, start <= now, end > now { return .inProgress(.milliseconds(end - now)) }
      }
      // Unique among all claims to the key, those of rows that are deleted meanwhile included.
      let token = Int64.random(in: 1 ... .max)
      try database.execute(
        sql: """
          INSERT INTO delivery (key, token, boot, leaseStart, leaseEnd, changed) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET token = excluded.token, boot = excluded.boot,
            leaseStart = excluded.leaseStart, leaseEnd = excluded.leaseEnd, changed = excluded.changed
          """, arguments: [key, token, boot, now, now + lease.milliseconds, date])
      // A few rows of each claim, so that no claim takes long.
      try database.execute(
        sql: """
          DELETE FROM delivery WHERE key IN (SELECT key FROM delivery
            WHERE changed < ? AND (boot IS NULL OR boot <> ? OR leaseEnd <= ?) LIMIT 4)
          """, arguments: [oldest, boot, now])
      return .claimed(Claim(key: key, token: UInt64(token)))
    }
  }

  public func renew(_ claim: Claim, for lease: Duration) async throws {
    try await database.write { [clock] database in
      let (boot, now, date) = (clock.boot, clock.uptime(), clock.date())
      try database.execute(
        sql: """
          UPDATE delivery SET boot = ?, leaseStart = ?, leaseEnd = ?, changed = ?
          WHERE key = ? AND token = ? AND boot IS NOT NULL
          """,
        arguments: [boot, now, now + lease.milliseconds, date, claim.key, Int64(claim.token)])
      if database.changesCount == 0 { throw ClaimLost(key: claim.key) }
    }
  }

  public func finish(_ claim: Claim) async throws {
    try await database.write { [clock] database in
      let date = clock.date()
      try database.execute(
        sql: """
          INSERT INTO delivery (key, token, changed) VALUES (?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET boot = NULL, leaseStart = NULL, leaseEnd = NULL, changed = excluded.changed
          WHERE token = excluded.token
          """, arguments: [claim.key, Int64(claim.token), date])
      if database.changesCount == 0 { throw ClaimLost(key: claim.key) }
    }
  }

  public func release(_ claim: Claim) async throws {
    try await database.write { database in
      try database.execute(
        sql: "DELETE FROM delivery WHERE key = ? AND token = ? AND boot IS NOT NULL",
        arguments: [claim.key, Int64(claim.token)])
    }
  }

  /// The number of keys in the file.
  package func count() async throws -> Int {
    try await database.write { try Int.fetchOne($0, sql: "SELECT count(*) FROM delivery") ?? 0 }
  }
}

extension Duration {
  /// The whole milliseconds, within the range of the integer.
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    let (product, isOver) = seconds.multipliedReportingOverflow(by: 1000)
    // Half of the range, so that a time can be added.
    return isOver ? .max / 2 : min(product, .max / 2) + attoseconds / 1_000_000_000_000_000
  }
}
