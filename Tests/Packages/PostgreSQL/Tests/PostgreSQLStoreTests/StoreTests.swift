import CallbackReceiver
import Foundation
import PostgreSQLStore
import Testing

extension PostgreSQLTests {
  @Suite("Claims")
  struct StoreTests {
    private let database: TestDatabase
    private let store: PostgreSQLStore

    init() async throws {
      database = try await TestDatabase()
      store = database.store()
    }

    @Test("A key is claimed once until it is finished, also by another machine, and then not again")
    func once() async throws {
      let other = database.store()
      let claim = try #require(try await store.claimed("a"))
      guard case .inProgress(let rest) = try await other.claim("a", for: .seconds(1)) else {
        Issue.record("the key is claimed twice")
        return
      }
      #expect(rest > .seconds(3500) && rest <= .seconds(3600))
      #expect(try await other.claimed("b") != nil)
      try await store.finish(claim)
      try await other.finish(claim)
      for store in [store, other] {
        #expect(try await store.claim("a", for: .seconds(3600)) == .finished)
      }
    }

    @Test("A released key is claimed again, and the first claim has no effect any more")
    func released() async throws {
      let first = try #require(try await store.claimed("a"))
      try await store.release(first)
      let second = try #require(try await store.claimed("a"))
      try await store.release(first)
      await #expect(throws: ClaimLost(key: "a")) { try await store.renew(first, for: .seconds(1)) }
      await #expect(throws: ClaimLost(key: "a")) { try await store.finish(first) }
      #expect(try await store.isInProgress("a"))
      try await store.finish(second)
      try await store.release(second)
      #expect(try await store.claim("a", for: .seconds(1)) == .finished)
    }

    @Test("A claim ends with its lease unless it is renewed")
    func lease() async throws {
      let first = try #require(try await store.claimed("a"))
      try await database.setClock(secondsLater: 3000)
      try await store.renew(first, for: .seconds(3600))
      try await database.setClock(secondsLater: 3000)
      #expect(try await store.isInProgress("a"))
      try await database.setClock(secondsLater: 601)
      let second = try #require(try await store.claimed("a"))
      await #expect(throws: ClaimLost(key: "a")) { try await store.finish(first) }
      try await store.finish(second)
    }

    @Test("A handler that ends after its lease is recorded, if nobody else claimed the key")
    func late() async throws {
      let claim = try #require(try await store.claimed("a"))
      try await database.setClock(secondsLater: 100 * 3600)
      #expect(try await store.forget(olderThan: .seconds(3600)) == 1)
      await #expect(throws: ClaimLost(key: "a")) { try await store.renew(claim, for: .seconds(1)) }
      try await store.finish(claim)
      #expect(try await store.claim("a", for: .seconds(1)) == .finished)
    }

    @Test(
      "What is finished or ended for longer than the retention is forgotten, a running claim is not"
    )
    func retention() async throws {
      let running = try #require(try await store.claimed("running", for: .seconds(1_000_000)))
      for number in 0..<20 {
        let claim = try #require(try await store.claimed("\(number)"))
        if number % 2 == 0 { try await store.finish(claim) }
      }
      try await database.setClock(secondsLater: 5000)
      try await store.finish(#require(try await store.claimed("new")))
      #expect(try await store.forget(olderThan: .seconds(4000)) == 20)
      #expect(try await store.forget(olderThan: .seconds(4000)) == 0)
      #expect(try await database.count() == 2)
      try await store.finish(running)
    }

    @Test("Keys of any text are distinct, and none is read as SQL")
    func keys() async throws {
      let keys = [
        "", "a", "A", "a ", "'; DROP TABLE delivery; --", "$1", "\\", "\"", "%", "\n", "é",
        "e\u{301}", "录制", "👩‍🚀", String(repeating: "k", count: 512),
      ]
      for key in keys { #expect(try await store.claimed(key) != nil, "\(key)") }
      for key in keys { #expect(try await store.isInProgress(key), "\(key)") }
      #expect(try await database.count() == keys.count)
      await #expect(throws: PostgreSQLError.self) { try await store.claimed("a\0b") }
    }

    @Test("A statement that is run twice has the effect of one", arguments: 0..<4)
    func repeated(_ operation: Int) async throws {
      let claim = try #require(try await store.claimed("a"))
      let token = "\(claim.token)"
      let (statement, parameters) = [
        (PostgreSQLStore.claim, ["a", "3600", token]),
        (PostgreSQLStore.renew, ["a", "3600", token]), (PostgreSQLStore.finish, ["a", token]),
        (PostgreSQLStore.release, ["a", token]),
      ][operation]
      let before = try await database.execute(statement, parameters).changedRows
      let again = try await database.execute(statement, parameters).changedRows
      #expect(before == 1 && again == (operation == 3 ? 0 : 1))
      // A finished key is not claimed again by a repeated claim.
      if operation == 2 {
        #expect(
          try await database.execute(PostgreSQLStore.claim, ["a", "3600", token]).changedRows == 0)
      }
    }
  }
}
