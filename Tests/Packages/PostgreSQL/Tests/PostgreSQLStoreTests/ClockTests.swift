import CallbackReceiver
import PostgreSQLStore
import Testing

extension PostgreSQLTests {
  @Suite("A clock of the database that jumps")
  struct ClockTests {
    private let database: TestDatabase
    private let store: PostgreSQLStore

    init() async throws {
      database = try await TestDatabase()
      store = database.store()
    }

    @Test("A jump by more than the lease ends claims that are not renewed", arguments: [-1, 1])
    func ends(_ direction: Int) async throws {
      let crashed = try #require(try await store.claimed("crashed"))
      let running = try #require(try await store.claimed("running"))
      try await database.setClock(secondsLater: direction * 36_000)
      try await store.renew(running, for: .seconds(3600))
      #expect(try await store.isInProgress("running"))
      #expect(try await store.claimed("crashed") != nil)
      await #expect(throws: ClaimLost(key: "crashed")) { try await store.finish(crashed) }
      try await store.finish(running)
    }

    @Test("A jump back by less than the lease extends a claim by no more than the jump")
    func extends() async throws {
      _ = try #require(try await store.claimed("a"))
      try await database.setClock(secondsLater: -3000)
      #expect(try await store.isInProgress("a"))
      try await database.setClock(secondsLater: 6590)
      #expect(try await store.isInProgress("a"))
      try await database.setClock(secondsLater: 11)
      #expect(try await store.claimed("a") != nil)
    }

    @Test("A finished key stays finished", arguments: [-36_000, 36_000])
    func finished(_ jump: Int) async throws {
      try await store.finish(#require(try await store.claimed("a")))
      try await database.setClock(secondsLater: jump)
      #expect(try await store.forget(olderThan: .seconds(7 * 24 * 3600)) == 0)
      #expect(try await store.claim("a", for: .seconds(3600)) == .finished)
    }
  }
}
