import CallbackReceiver
import Foundation
import Testing

/// A time that a test moves.
final class TestTime: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Duration = .zero

  var now: Duration { lock.withLock { value } }
  func advance(by duration: Duration) { lock.withLock { value += duration } }
}

@Suite("The store in memory")
struct MemoryStoreTests {
  private let time = TestTime()

  private func store(
    retention: Duration = .seconds(100), capacity: Int = 100_000
  ) -> MemoryStore {
    MemoryStore(retention: retention, capacity: capacity) { [time] in time.now }
  }

  private func claimed(_ store: MemoryStore, _ key: String) async -> Claim? {
    if case .claimed(let claim) = await store.claim(key, for: .seconds(10)) { claim } else { nil }
  }

  @Test("A key is claimed once until it is finished, and then not again")
  func once() async throws {
    let store = store()
    let claim = try #require(await claimed(store, "a"))
    #expect(await store.claim("a", for: .seconds(10)) == .inProgress(.seconds(10)))
    time.advance(by: .seconds(4))
    #expect(await store.claim("a", for: .seconds(10)) == .inProgress(.seconds(6)))
    #expect(await claimed(store, "b") != nil)
    try await store.finish(claim)
    try await store.finish(claim)
    #expect(await store.claim("a", for: .seconds(10)) == .finished)
  }

  @Test("A released key is claimed again, with another token")
  func released() async throws {
    let store = store()
    let first = try #require(await claimed(store, "a"))
    await store.release(first)
    let second = try #require(await claimed(store, "a"))
    #expect(first != second)
    await store.release(first)
    await #expect(throws: ClaimLost(key: "a")) { try await store.renew(first, for: .seconds(1)) }
    await #expect(throws: ClaimLost(key: "a")) { try await store.finish(first) }
    #expect(await claimed(store, "a") == nil)
  }

  @Test("A claim ends with its lease unless it is renewed, and the handler that lost it is told")
  func lease() async throws {
    let store = store()
    let first = try #require(await claimed(store, "a"))
    time.advance(by: .seconds(9))
    try await store.renew(first, for: .seconds(10))
    time.advance(by: .seconds(9))
    #expect(await store.claim("a", for: .seconds(10)) == .inProgress(.seconds(1)))
    time.advance(by: .seconds(1))
    let second = try #require(await claimed(store, "a"))
    await #expect(throws: ClaimLost(key: "a")) { try await store.finish(first) }
    try await store.finish(second)
    await #expect(throws: ClaimLost(key: "a")) { try await store.finish(first) }
    #expect(await store.claim("a", for: .seconds(10)) == .finished)
  }

  @Test("A handler that ends after its lease is recorded, if nobody else claimed the key")
  func late() async throws {
    let store = store()
    let claim = try #require(await claimed(store, "a"))
    time.advance(by: .seconds(60))
    // Enough claims that the ended one is forgotten.
    for number in 0..<2000 { _ = await claimed(store, "other \(number)") }
    await #expect(throws: ClaimLost(key: "a")) { try await store.renew(claim, for: .seconds(1)) }
    try await store.finish(claim)
    #expect(await store.claim("a", for: .seconds(10)) == .finished)
  }

  @Test("Finished keys are forgotten after their time")
  func retention() async throws {
    let store = store()
    try await store.finish(#require(await claimed(store, "a")))
    time.advance(by: .seconds(100))
    #expect(await store.claim("a", for: .seconds(10)) == .finished)
    time.advance(by: .seconds(1))
    #expect(await claimed(store, "a") != nil)
  }

  @Test("No more finished keys are kept than the limit; the oldest are forgotten")
  func capacity() async throws {
    let store = store(capacity: 3)
    for key in ["a", "b", "c", "d"] { try await store.finish(#require(await claimed(store, key))) }
    #expect(await store.counts.finished == 3)
    #expect(await claimed(store, "a") != nil)
    #expect(await store.claim("b", for: .seconds(10)) == .finished)
  }

  @Test("100,000 keys, finished or left to end, leave no more than the limits")
  func bounded() async throws {
    let store = store(capacity: 1000)
    for number in 0..<100_000 {
      let claim = try #require(await claimed(store, "\(number)"))
      if number % 2 == 0 { try await store.finish(claim) }
      time.advance(by: .milliseconds(10))
    }
    let counts = await store.counts
    #expect(counts.finished == 1000)
    #expect(counts.claims <= 2048)
  }

  @Test("Keys of different bytes are different, although they are the same text to Swift")
  func spellings() async throws {
    let store = store()
    let (one, other) = ("\u{e9}", "e\u{301}")
    #expect(one == other)
    let claim = try #require(await claimed(store, one))
    let otherClaim = try #require(await claimed(store, other))
    try await store.renew(claim, for: .seconds(20))
    try await store.finish(claim)
    #expect(await store.claim(one, for: .seconds(10)) == .finished)
    #expect(await store.claim(other, for: .seconds(10)) == .inProgress(.seconds(10)))
    await store.release(otherClaim)
    #expect(await claimed(store, other) != nil)
  }

  @Test(
    "A retention shorter than a lease forgets no running claim, and one of zero no finished key at once"
  )
  func shortRetention() async throws {
    for retention in [Duration.seconds(1), .zero] {
      let store = store(retention: retention)
      let running = try #require(await claimed(store, "running"))
      try await store.finish(#require(await claimed(store, "finished")))
      #expect(await store.claim("finished", for: .seconds(10)) == .finished)
      time.advance(by: .seconds(5))
      #expect(await claimed(store, "finished") != nil)
      #expect(await claimed(store, "running") == nil)
      try await store.finish(running)
    }
  }
}
