import AgoraCloudRecording
import CallbackReceiver
import CallbackReceiverSQLite
import Foundation
import Testing

/// A folder with the file of a store, deleted with the last copy.
final class StoreFolder: Sendable {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID())")
  var store: String { folder.appendingPathComponent("store.sqlite").path }
  var output: String { folder.appendingPathComponent("output").path }
  var effects: String { folder.appendingPathComponent("effects").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

/// The clocks of a machine that a test starts anew and sets.
final class TestMachine: @unchecked Sendable {
  private let lock = NSLock()
  private var state = (uptime: Int64(1_000_000), date: Int64(1_700_000_000_000))

  func clock(boot: String = "first") -> BootClock {
    BootClock(
      boot: boot, uptime: { self.lock.withLock { self.state.uptime } },
      date: { self.lock.withLock { self.state.date } })
  }

  func advance(milliseconds: Int64) {
    lock.withLock { state = (state.uptime + milliseconds, state.date + milliseconds) }
  }

  func set(uptime: Int64) { lock.withLock { state.uptime = uptime } }
  func set(dateBy milliseconds: Int64) { lock.withLock { state.date += milliseconds } }
}

extension DeliveryStore {
  func claimed(_ key: String, for lease: Duration = .seconds(10)) async throws -> Claim? {
    if case .claimed(let claim) = try await claim(key, for: lease) { claim } else { nil }
  }
}

@Suite("The store in an SQLite file")
struct SQLiteStoreTests {
  private let folder: StoreFolder
  private let machine = TestMachine()

  init() throws { folder = try StoreFolder() }

  private func store(
    boot: String = "first", pages: Int? = nil, busyTimeout: Duration = .seconds(60)
  ) throws -> SQLiteStore {
    try SQLiteStore(
      path: folder.store, retention: .seconds(100), busyTimeout: busyTimeout,
      clock: machine.clock(boot: boot), greatestPageCount: pages)
  }

  @Test(
    "A key is claimed once until it is finished, also by another connection, and then not again")
  func once() async throws {
    let (store, other) = (try store(), try store())
    let claim = try #require(try await store.claimed("a"))
    #expect(try await store.claim("a", for: .seconds(10)) == .inProgress(.seconds(10)))
    machine.advance(milliseconds: 4000)
    #expect(try await other.claim("a", for: .seconds(10)) == .inProgress(.seconds(6)))
    #expect(try await other.claimed("b") != nil)
    try await store.finish(claim)
    try await other.finish(claim)
    #expect(try await store.claim("a", for: .seconds(10)) == .finished)
    #expect(try await other.claim("a", for: .seconds(10)) == .finished)
  }

  @Test("A released key is claimed again, and the first claim has no effect any more")
  func released() async throws {
    let store = try store()
    let first = try #require(try await store.claimed("a"))
    try await store.release(first)
    let second = try #require(try await store.claimed("a"))
    try await store.release(first)
    await #expect(throws: ClaimLost(key: "a")) { try await store.renew(first, for: .seconds(1)) }
    await #expect(throws: ClaimLost(key: "a")) { try await store.finish(first) }
    #expect(try await store.claimed("a") == nil)
    try await store.finish(second)
    try await store.release(second)
    #expect(try await store.claim("a", for: .seconds(1)) == .finished)
  }

  @Test("A claim ends with its lease unless it is renewed")
  func lease() async throws {
    let store = try store()
    let first = try #require(try await store.claimed("a"))
    machine.advance(milliseconds: 9000)
    try await store.renew(first, for: .seconds(10))
    machine.advance(milliseconds: 9000)
    #expect(try await store.claim("a", for: .seconds(10)) == .inProgress(.seconds(1)))
    machine.advance(milliseconds: 1000)
    let second = try #require(try await store.claimed("a"))
    await #expect(throws: ClaimLost(key: "a")) { try await store.finish(first) }
    try await store.finish(second)
  }

  @Test(
    "A clock that is set back or forward by an hour changes no lease",
    arguments: [-3_600_000, 3_600_000] as [Int64])
  func clockJump(_ jump: Int64) async throws {
    let store = try store()
    let claim = try #require(try await store.claimed("a"))
    machine.set(dateBy: jump)
    #expect(try await store.claim("a", for: .seconds(10)) == .inProgress(.seconds(10)))
    machine.advance(milliseconds: 10_000)
    #expect(try await store.claimed("a") != nil)
    await #expect(throws: ClaimLost(key: "a")) { try await store.finish(claim) }
  }

  @Test("A clock that is set back keeps what is finished")
  func clockBack() async throws {
    let store = try store()
    try await store.finish(#require(try await store.claimed("a")))
    machine.set(dateBy: -3_600_000)
    for number in 0..<10 { _ = try await store.claimed("other \(number)") }
    #expect(try await store.claim("a", for: .seconds(10)) == .finished)
  }

  @Test("A claim of an earlier start of the machine has ended, whatever the time since then")
  func reboot() async throws {
    for uptime in [1, 1_000_005, 9_000_000] as [Int64] {
      let before = try #require(try await store(boot: "first").claimed("key \(uptime)"))
      machine.set(uptime: uptime)
      let store = try store(boot: "second")
      #expect(try await store.claimed("key \(uptime)") != nil)
      await #expect(throws: ClaimLost.self) { try await store.finish(before) }
      machine.set(uptime: 1_000_000)
    }
  }

  @Test("Without a name of the machine's start, a lease that begins later than now has ended")
  func unnamedStart() async throws {
    _ = try #require(try await store(boot: "").claimed("a"))
    #expect(try await store(boot: "").claimed("a") == nil)
    machine.set(uptime: 5)
    #expect(try await store(boot: "").claimed("a") != nil)
  }

  @Test(
    "What is finished or ended for longer than the retention is forgotten, a running claim is not")
  func retention() async throws {
    let store = try store()
    let running = try #require(try await store.claimed("running", for: .seconds(10_000)))
    for number in 0..<50 {
      let claim = try #require(try await store.claimed("\(number)"))
      if number % 2 == 0 { try await store.finish(claim) }
    }
    machine.advance(milliseconds: 101_000)
    for number in 0..<50 { _ = try await store.claimed("new \(number)") }
    #expect(try await store.count() == 51)
    try await store.finish(running)
  }

  @Test("A full disk is an error, nothing is claimed, and the store goes on when there is room")
  func fullDisk() async throws {
    let first = try store()
    let claim = try #require(try await first.claimed("a"))
    // Pages for what is there, and no more.
    let full = try store(pages: 1)
    let error = await #expect(throws: SQLiteStoreError.self) {
      for number in 0..<1000 { _ = try await full.claimed("key \(number)") }
    }
    #expect(error?.code == 13)
    #expect(error?.description == "\(folder.store): database or disk is full")
    var options = ReceiverOptions<Agora.Callback>()
    options.storeDeadline = nil
    let receiver = try CallbackReceiver<Agora.Callback>.unverified(store: full, options: options)
    let body = #"{"noticeId":"n","productId":3,"eventType":31,"payload":{"details":{}}}"#
    let receipt = await receiver.receive(headers: [:], body: body.utf8) { _ in
      Issue.record("the handler ran")
    }
    #expect(receipt.outcome.name == "store-failed" && receipt.response == .retry)
    try await first.finish(claim)
    #expect(try await first.claim("a", for: .seconds(1)) == .finished)
  }

  @Test(
    "A file that another process has locked is an error after the timeout, and nothing is claimed")
  func locked() async throws {
    let store = try store(busyTimeout: .milliseconds(100))
    let other = try LockedFile(path: folder.store)
    let error = await #expect(throws: SQLiteStoreError.self) { try await store.claimed("a") }
    #expect(error?.code == 5)
    other.unlock()
    #expect(try await store.claimed("a") != nil)
  }

  @Test("A file that is none of a store is an error with its path")
  func wrongFiles() throws {
    try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: folder.store))
    let noDatabase = #expect(throws: SQLiteStoreError.self) { try store() }
    #expect(noDatabase?.description == "\(folder.store): file is not a database")
    let missing = "\(folder.folder.path)/missing/store.sqlite"
    let noFolder = #expect(throws: SQLiteStoreError.self) { try SQLiteStore(path: missing) }
    #expect(noFolder?.description == "\(missing): unable to open database file")
  }

  @Test("A database of another program, or of a later version, is not changed")
  func otherDatabases() throws {
    for (statement, message) in [
      ("CREATE TABLE mine (a)", "the file is a database of another program"),
      ("PRAGMA user_version = 2", "the file has version 2 of a store"),
    ] {
      let folder = try StoreFolder()
      try LockedFile.execute(statement, path: folder.store)
      let error = #expect(throws: SQLiteStoreError.self) { try SQLiteStore(path: folder.store) }
      #expect(error?.message.hasPrefix(message) == true, "\(String(describing: error))")
    }
  }

  @Test("100 tasks on two connections claim each of 20 keys once")
  func concurrent() async throws {
    let stores = [try store(), try store()]
    let claims = try await withThrowingTaskGroup(of: Claim?.self) { group in
      for number in 0..<100 {
        group.addTask { try await stores[number % 2].claimed("\(number % 20)") }
      }
      return try await group.reduce(into: []) { $0 += [$1].compactMap { $0 } }
    }
    #expect(claims.count == 20 && Set(claims.map(\.key)).count == 20)
  }
}
