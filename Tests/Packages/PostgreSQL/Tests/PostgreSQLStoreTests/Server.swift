import CallbackReceiver
import Foundation
import PostgreSQLStore
import Testing

/// All tests, one after the other: some stop the server.
@Suite("The store in PostgreSQL", .serialized)
enum PostgreSQLTests {}

/// The server that test.sh started.
enum Server {
  static let folder = ProcessInfo.processInfo.environment["POSTGRESQL_FOLDER"]

  /// The connection string of a database; the name of a folder as host is that of a Unix socket.
  static func settings(_ database: String) throws -> String {
    let folder = try #require(folder, "run Scripts/test-packages.sh PostgreSQL")
    return "host=\(folder) user=postgres dbname=\(database)"
  }

  /// Starts or stops the server.
  static func control(_ arguments: String...) async throws {
    let folder = try #require(folder)
    let end = try await Command([folder + "/control"] + arguments).end()
    #expect(end.status == 0, "\(end.text)")
  }
}

/// A database with the table of the store, in which a test sets the clock; it is dropped with the last copy.
final class TestDatabase: Sendable {
  let name = "test_\(UInt64.random(in: 1 ... .max))"
  let settings: String
  private let database: PostgreSQLDatabase
  /// Another connection: inside a transaction, the server's activity and clock stand still.
  private let other: PostgreSQLDatabase
  private let folder: URL
  var effectsPath: String { folder.appendingPathComponent("effects").path }

  init() async throws {
    let server = PostgreSQLDatabase(try Server.settings("postgres"), connections: 1)
    _ = try await server.execute("CREATE DATABASE \(name)")
    // The clock of this schema comes before the system's, so that the statements of the store are run as they are.
    settings = try Server.settings(name) + " options='-c search_path=test,pg_catalog'"
    database = PostgreSQLDatabase(settings, connections: 1)
    other = PostgreSQLDatabase(settings, connections: 1)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for statement in [
      "CREATE SCHEMA test",
      "CREATE TABLE clock AS SELECT interval '0' AS shift",
      """
      CREATE FUNCTION test.clock_timestamp() RETURNS timestamptz VOLATILE LANGUAGE sql
      AS 'SELECT pg_catalog.clock_timestamp() + shift FROM test.clock'
      """,
    ] + PostgreSQLStore.table.split(separator: ";").map(String.init) {
      try await execute(statement)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func execute(_ statement: String, _ parameters: [String] = []) async throws -> PostgreSQLResult {
    try await database.execute(statement, parameters)
  }

  /// Sets the clock of the database.
  func setClock(secondsLater: Int) async throws {
    _ = try await other.execute(
      "UPDATE clock SET shift = shift + make_interval(secs => $1)", ["\(secondsLater)"])
  }

  /// Waits until a statement waits for another transaction, and no longer than such a statement may.
  func awaitBlocked() async throws {
    let start = ContinuousClock.now
    while try await other.execute(
      """
      SELECT pid FROM pg_stat_activity WHERE datname = current_database()
      AND wait_event_type = 'Lock'
      """
    ).rows.isEmpty {
      try #require(start.duration(to: .now) < .seconds(5), "no statement waits")
    }
  }

  func count() async throws -> Int {
    Int(try await execute("SELECT count(*) FROM delivery").rows[0][0] ?? "") ?? 0
  }

  /// The numbers that the probes' handlers wrote.
  func effects() -> [Int] {
    let text = try? String(contentsOfFile: effectsPath, encoding: .utf8)
    return (text ?? "").split(separator: "\n").compactMap { Int($0) }
  }

  func store() -> PostgreSQLStore { PostgreSQLStore(settings) }

  /// Runs a receiver in a process of its own.
  func probe(_ arguments: [String], lease: Int = 36_000_000) throws -> Command {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let probe = tests.deletingLastPathComponent().appendingPathComponent("PostgreSQLProbe")
    return try Command(
      [probe.path, arguments[0], settings, effectsPath, "\(lease)"] + arguments.dropFirst())
  }
}

/// A program that runs in the background.
struct Command {
  /// What a program printed, and how it ended.
  struct End {
    var text: String
    var status: Int32
    var isKilled: Bool
  }

  private let process = Process()
  private let output = FileManager.default.temporaryDirectory
    .appendingPathComponent("output-\(UUID())")
  private let exits: AsyncStream<Void>

  init(_ command: [String]) throws {
    let (exits, exit) = AsyncStream.makeStream(of: Void.self)
    self.exits = exits
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let file = try FileHandle(forWritingTo: output)
    process.standardOutput = file
    process.standardError = file
    process.terminationHandler = { _ in exit.finish() }
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  /// Waits for the end of the program, without a thread of the tests' own.
  func end() async throws -> End {
    for await _ in exits {}
    defer { try? FileManager.default.removeItem(at: output) }
    let text = try String(contentsOf: output, encoding: .utf8)
    return End(
      text: text.trimmingCharacters(in: .newlines), status: process.terminationStatus,
      isKilled: process.terminationReason == .uncaughtSignal)
  }
}

extension DeliveryStore {
  func claimed(_ key: String, for lease: Duration = .seconds(3600)) async throws -> Claim? {
    if case .claimed(let claim) = try await claim(key, for: lease) { claim } else { nil }
  }

  /// Whether a key is claimed by another handler.
  func isInProgress(_ key: String) async throws -> Bool {
    if case .inProgress = try await claim(key, for: .seconds(3600)) { true } else { false }
  }
}
