package import CallbackReceiver
import Foundation
import HTTPTypes

/// The inbox in the file of a store, for reading only: a receiver may write to it meanwhile.
///
/// Each call opens the file, reads in one short transaction and closes it, so that nothing is held that a receiver waits for. The
/// file is not changed, and no other file is created beside it.
package struct InboxFile: Sendable {
  /// The path of the file.
  package let path: String

  package init(path: String) { self.path = path }

  /// The size of the bodies, in bytes, after which a batch of entries ends.
  private static let batchBytes = 4 << 20

  /// The next entries, in the order of their numbers; empty at the end.
  ///
  /// - Parameters:
  ///   - entry: the number of the last entry that the caller has; 0 for none.
  ///   - selection: which entries are wanted.
  ///   - limit: the greatest number of entries; there are fewer if their bodies are large.
  /// - Throws: an error of the file.
  package func entries(
    after entry: Int64 = 0, _ selection: InboxSelection = InboxSelection(), limit: Int = 100
  ) throws -> [InboxEntry] {
    try read { database in
      var entries: [InboxEntry] = []
      var bytes = 0
      let condition = selection.condition
      try database.rows(
        """
        SELECT number, service, arrival, url, headers, body, key, verdict FROM inbox
        WHERE number > \(entry) AND \(condition.sql) ORDER BY number LIMIT \(limit)
        """, condition.values
      ) { row in
        let body = row.bytes(5)
        bytes += body.count
        entries.append(
          InboxEntry(
            number: row.integer(0), service: row.text(1) ?? "", arrival: row.integer(2),
            request: CallbackRequest(headers: try headers(row), body: body, url: row.text(3)),
            key: row.text(6), verdict: row.text(7)))
        return bytes < Self.batchBytes
      }
      return entries
    }
  }

  private func headers(_ row: ReadOnlyDatabase.Row) throws -> HTTPFields {
    do {
      return try InboxHeaders.fields(row.text(4) ?? "")
    } catch {
      throw SQLiteStoreError(
        path: path,
        message: "the headers of entry \(row.integer(0)) are no list of names and values"
      )
    }
  }

  /// How many entries there are, and when they arrived.
  package struct Extent: Sendable {
    /// The number of entries.
    package var count: Int
    /// The number of the last entry; 0 without one.
    package var last: Int64
    /// The earliest arrival and the latest, in milliseconds since 1970.
    package var arrivals: ClosedRange<Int64>?
  }

  /// The extent of the wanted entries.
  ///
  /// - Throws: an error of the file.
  package func extent(_ selection: InboxSelection) throws -> Extent {
    try read { database in
      var extent = Extent(count: 0, last: 0)
      let condition = selection.condition
      try database.rows(
        "SELECT count(*), max(number), min(arrival), max(arrival) FROM inbox WHERE \(condition.sql)",
        condition.values
      ) { row in
        extent = Extent(count: Int(row.integer(0)), last: row.integer(1))
        if extent.count > 0 { extent.arrivals = row.integer(2)...row.integer(3) }
        return false
      }
      return extent
    }
  }

  /// The number of entries of each service with each verdict; nil for entries without one.
  ///
  /// - Throws: an error of the file.
  package func contents() throws -> [(service: String, verdict: String?, count: Int)] {
    try read { database in
      var contents: [(service: String, verdict: String?, count: Int)] = []
      try database.rows(
        "SELECT service, verdict, count(*) FROM inbox GROUP BY service, verdict ORDER BY 1, 2", []
      ) { row in
        contents.append((row.text(0) ?? "", row.text(1), Int(row.integer(2))))
        return true
      }
      return contents
    }
  }

  /// Reads the file as it is at one moment.
  private func read<Value>(_ body: (ReadOnlyDatabase) throws -> Value) throws -> Value {
    for _ in 0..<10 {
      // A file without a log has no writer, and is read as it is: SQLite would create a log to read it. If a writer comes
      // meanwhile, what was read may be of two moments, and is read again.
      let before = hasLog ? nil : FileState(path)
      do {
        let database = try ReadOnlyDatabase(path: path, isUnchanging: before != nil)
        try database.checkTables()
        let value = try body(database)
        if before == nil || (before == FileState(path) && !hasLog) { return value }
      } catch {
        if before == nil || (before == FileState(path) && !hasLog) { throw error }
      }
    }
    throw SQLiteStoreError(path: path, message: "the file changes while it is read")
  }

  /// Whether a process writes to the file, or has ended without closing it.
  private var hasLog: Bool { FileManager.default.fileExists(atPath: path + "-wal") }

  /// What differs after a file is written.
  private struct FileState: Equatable {
    private var size: Int64 = 0
    private var seconds: Int64 = 0
    private var nanoseconds: Int64 = 0
    private var node: UInt64 = 0

    init(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return }
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      (size, node) = (Int64(status.st_size), UInt64(status.st_ino))
      (seconds, nanoseconds) = (Int64(time.tv_sec), Int64(time.tv_nsec))
    }
  }
}
