import Foundation

/// A clock that stands still until a test moves it.
final class ManualClock: Clock, @unchecked Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  private let lock = NSLock()
  private var time = Instant(offset: .zero)
  private var sleepers: [Int: (end: Instant, continuation: CheckedContinuation<Void, any Error>)] =
    [:]
  private var cancelled: Set<Int> = []
  private var lastSleeper = 0

  var now: Instant { lock.withLock { time } }
  var minimumResolution: Duration { .nanoseconds(1) }

  func sleep(until end: Instant, tolerance: Duration?) async throws {
    let sleeper = lock.withLock {
      lastSleeper += 1
      return lastSleeper
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let result: Result<Void, any Error>? = lock.withLock {
          if cancelled.contains(sleeper) { return .failure(CancellationError()) }
          if end <= time { return .success(()) }
          sleepers[sleeper] = (end, continuation)
          return nil
        }
        if let result { continuation.resume(with: result) }
      }
    } onCancel: {
      let continuation = lock.withLock {
        cancelled.insert(sleeper)
        return sleepers.removeValue(forKey: sleeper)?.continuation
      }
      continuation?.resume(throwing: CancellationError())
    }
  }

  /// Moves the time, and wakes those whose time has come.
  func advance(by duration: Duration) {
    let due = lock.withLock {
      time = time.advanced(by: duration)
      let due = sleepers.filter { $0.value.end <= time }
      for sleeper in due.keys { sleepers[sleeper] = nil }
      return due.values.map(\.continuation)
    }
    for continuation in due { continuation.resume() }
  }

  /// Returns when at least a number of tasks sleep.
  func sleeping(_ count: Int) async {
    while lock.withLock({ sleepers.count }) < count { try? await Task.sleep(for: .milliseconds(1)) }
  }
}
