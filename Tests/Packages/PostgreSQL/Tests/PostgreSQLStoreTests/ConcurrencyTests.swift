import CallbackReceiver
import PostgreSQLStore
import Testing

extension PostgreSQLTests {
  @Suite("Operations at one time")
  struct ConcurrencyTests {
    private let database: TestDatabase
    private let store: PostgreSQLStore

    init() async throws {
      database = try await TestDatabase()
      store = database.store()
    }

    @Test("100 tasks of two receivers claim each of 20 keys once")
    func claims() async throws {
      let stores = [store, database.store()]
      let claims = try await withThrowingTaskGroup(of: Claim?.self) { group in
        for number in 0..<100 {
          group.addTask { try await stores[number % 2].claimed("\(number % 20)") }
        }
        return try await group.reduce(into: []) { $0 += [$1].compactMap { $0 } }
      }
      #expect(claims.count == 20 && Set(claims.map(\.key)).count == 20)
    }

    @Test(
      "A claim waits for the end of another one to a new key, and succeeds if that is rolled back",
      arguments: ["COMMIT", "ROLLBACK"])
    func newKey(_ end: String) async throws {
      try await database.execute("BEGIN")
      try await database.execute(PostgreSQLStore.claim, ["a", "3600", "1"])
      async let claim = store.claimed("a")
      try await database.awaitBlocked()
      try await database.execute(end)
      #expect(try await (claim == nil) == (end == "COMMIT"))
    }

    @Test(
      "A claim to a key whose lease ended meets what another transaction does to the key",
      arguments: ["claim", "renew", "finish", "release"])
    func endedLease(_ operation: String) async throws {
      let first = try #require(try await store.claimed("a", for: .seconds(10)))
      try await database.setClock(secondsLater: 11)
      try await database.execute("BEGIN")
      let token = "\(first.token)"
      switch operation {
      case "claim": try await database.execute(PostgreSQLStore.claim, ["a", "3600", "1"])
      case "renew": try await database.execute(PostgreSQLStore.renew, ["a", "3600", token])
      case "finish": try await database.execute(PostgreSQLStore.finish, ["a", token])
      default: try await database.execute(PostgreSQLStore.release, ["a", token])
      }
      async let second = store.claim("a", for: .seconds(3600))
      try await database.awaitBlocked()
      try await database.execute("COMMIT")
      switch (operation, try await second) {
      case ("claim", .inProgress), ("renew", .inProgress), ("finish", .finished),
        ("release", .claimed):
        break
      case (_, let outcome): Issue.record("\(operation): \(outcome)")
      }
    }

    @Test("The lease of a claim that waited for another transaction starts after the wait")
    func waited() async throws {
      _ = try #require(try await store.claimed("a", for: .seconds(10)))
      try await database.setClock(secondsLater: 11)
      try await database.execute("BEGIN")
      try await database.execute("SELECT key FROM delivery FOR UPDATE")
      async let second = store.claimed("a", for: .seconds(600))
      try await database.awaitBlocked()
      try await database.setClock(secondsLater: 300)
      try await database.execute("COMMIT")
      #expect(try await second != nil)
      guard case .inProgress(let rest) = try await store.claim("a", for: .seconds(600)) else {
        Issue.record("the claim has ended")
        return
      }
      #expect(rest > .seconds(500))
    }

    @Test("Two receivers that forget keys at one time do not wait for each other")
    func forgetting() async throws {
      for number in 0..<50 {
        try await store.finish(#require(try await store.claimed("\(number)")))
      }
      try await database.setClock(secondsLater: 100)
      try await database.execute("BEGIN")
      let half = "SELECT key FROM delivery WHERE key < '3' FOR UPDATE"
      let locked = try await database.execute(half).rows.count
      #expect(locked > 10)
      #expect(try await store.forget(olderThan: .seconds(50)) == 50 - locked)
      try await database.execute("ROLLBACK")
      #expect(try await store.forget(olderThan: .seconds(50)) == locked)
    }

    @Test(
      "Of random operations with leases that end, two claims to a key never both succeed to finish it"
    )
    func random() async throws {
      let stores = [store, database.store()]
      let finished = try await withThrowingTaskGroup(of: [Claim].self) { group in
        for task in 0..<8 {
          group.addTask { try await Self.operations(stores[task % 2], count: 250) }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(finished.count > 20)
      #expect(Set(finished).count == Set(finished.map(\.key)).count)
      for claim in finished {
        #expect(try await store.claim(claim.key, for: .seconds(1)) == .finished)
      }
    }

    /// Runs random operations on few keys; returns the claims that were finished.
    private static func operations(_ store: PostgreSQLStore, count: Int) async throws -> [Claim] {
      var claims: [Claim] = []
      var finished: [Claim] = []
      for _ in 0..<count {
        do {
          switch (Int.random(in: 0..<10), claims.randomElement()) {
          case (0..<6, _), (_, nil):
            let key = "\(Int.random(in: 0..<60))"
            if let claim = try await store.claimed(key, for: .milliseconds(3)) {
              claims.append(claim)
            }
          case (6, let claim?): try await store.renew(claim, for: .milliseconds(3))
          case (7, let claim?): try await store.release(claim)
          case (8, _): try await store.forget(olderThan: .seconds(3600))
          case (_, let claim?):
            try await store.finish(claim)
            finished.append(claim)
          }
        } catch is ClaimLost {}
      }
      return finished
    }
  }
}
