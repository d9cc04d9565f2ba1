import CallbackReceiver
import Foundation

/// A store whose operations fail while a test says so.
final class FailingStore: DeliveryStore, @unchecked Sendable {
  enum Operation { case claim, renew, finish, release }
  struct Failure: Error, Equatable {}

  private let lock = NSLock()
  private let store: MemoryStore
  private var failing: Set<Operation> = []
  private var calls: [Operation] = []

  init(_ store: MemoryStore = MemoryStore()) { self.store = store }

  func fail(_ operations: Set<Operation>) { lock.withLock { failing = operations } }
  func count(_ operation: Operation) -> Int {
    lock.withLock { calls.filter { $0 == operation }.count }
  }

  private func begin(_ operation: Operation) throws {
    try lock.withLock {
      calls.append(operation)
      if failing.contains(operation) { throw Failure() }
    }
  }

  func claim(_ key: String, for lease: Duration) async throws -> ClaimOutcome {
    try begin(.claim)
    return await store.claim(key, for: lease)
  }

  func renew(_ claim: Claim, for lease: Duration) async throws {
    try begin(.renew)
    try await store.renew(claim, for: lease)
  }

  func finish(_ claim: Claim) async throws {
    try begin(.finish)
    try await store.finish(claim)
  }

  func release(_ claim: Claim) async throws {
    try begin(.release)
    await store.release(claim)
  }
}
