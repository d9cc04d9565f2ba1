import CallbackReceiver
import Foundation

/// An operation of a store or an inbox that a test interrupts.
enum StoreOperation: Hashable { case keep, settle, claim, renew, finish, release }

/// A store and an inbox in memory that ask a test before each operation and tell it after each.
final class GatedStore: DeliveryStore, CallbackInbox, @unchecked Sendable {
  private let store: MemoryStore
  private let before: @Sendable (StoreOperation) async -> Void
  private let after: @Sendable (StoreOperation) async -> Void
  private let lock = NSLock()
  private var entries: [InboxEntry] = []

  init(
    _ store: MemoryStore = MemoryStore(),
    before: @escaping @Sendable (StoreOperation) async -> Void = { _ in },
    after: @escaping @Sendable (StoreOperation) async -> Void = { _ in }
  ) {
    self.store = store
    self.before = before
    self.after = after
  }

  /// The verdicts of the entries; an empty text where there is none.
  var verdicts: [String] { lock.withLock { entries.map { $0.verdict ?? "" } } }

  private func around<Value>(
    _ operation: StoreOperation, _ body: () async throws -> Value
  ) async rethrows -> Value {
    await before(operation)
    let value = try await body()
    await after(operation)
    return value
  }

  func claim(_ key: String, for lease: Duration) async -> ClaimOutcome {
    await around(.claim) { await store.claim(key, for: lease) }
  }
  func renew(_ claim: Claim, for lease: Duration) async throws {
    try await around(.renew) { try await store.renew(claim, for: lease) }
  }
  func finish(_ claim: Claim) async throws {
    try await around(.finish) { try await store.finish(claim) }
  }
  func release(_ claim: Claim) async {
    await around(.release) { await store.release(claim) }
  }

  func keep(_ request: CallbackRequest, service: String) async -> Int64 {
    await around(.keep) {
      lock.withLock {
        let number = Int64(entries.count + 1)
        entries.append(
          InboxEntry(number: number, service: service, arrival: 0, request: request))
        return number
      }
    }
  }

  func settle(_ entry: Int64, verdict: String, key: String?) async {
    await around(.settle) {
      lock.withLock {
        entries[Int(entry) - 1].verdict = verdict
        entries[Int(entry) - 1].key = key
      }
    }
  }

  func unsettled(service: String, after entry: Int64, limit: Int) async -> [InboxEntry] {
    lock.withLock {
      entries.filter { $0.verdict == nil && $0.service == service && $0.number > entry }
    }
  }
}

/// A gate that a test opens.
struct Gate: Sendable {
  private let stream: AsyncStream<Never>
  private let continuation: AsyncStream<Never>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream() }

  func open() { continuation.finish() }

  /// Waits until the gate is open, even if the task is cancelled, as a store does that hangs.
  func pass() async { await Task { for await _ in stream {} }.value }
}
