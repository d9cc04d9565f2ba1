/// An operation after the time for which it was awaited.
enum Awaited<Value: Sendable>: Sendable {
  /// It ended with this value.
  case value(Value)
  /// It still runs in this task.
  case running(Task<Value, Never>)
}

/// The time that is left for the parts of a delivery, at each call; nil for no limit.
struct DeliveryLimits: Sendable {
  /// The time after which the request is answered although its handler runs.
  var handler: @Sendable () -> Duration? = { nil }
  /// The time after which the request is answered although the store or the inbox has not.
  var store: @Sendable () -> Duration? = { nil }
}

extension Clock where Duration == Swift.Duration {
  /// Runs an operation in a task of its own, and waits for its end, but no longer than a time.
  ///
  /// If the calling task is cancelled before, the operation is cancelled, too, and its end awaited.
  ///
  /// - Parameters:
  ///   - limit: the time; nil to wait for the end in any case.
  ///   - operation: the operation, which goes on after the time.
  func await<Value: Sendable>(
    atMost limit: Duration?, _ operation: @escaping @Sendable () async -> Value
  ) async -> Awaited<Value> {
    let (ends, continuation) = AsyncStream.makeStream(of: Bool.self)
    let work = Task {
      let value = await operation()
      continuation.yield(true)
      return value
    }
    let timer = limit.map { limit in
      Task {
        try await sleep(for: limit)
        continuation.yield(false)
      }
    }
    defer { timer?.cancel() }
    for await isEnded in ends { return isEnded ? .value(await work.value) : .running(work) }
    // The stream ends without an element if the task is cancelled.
    work.cancel()
    return .value(await work.value)
  }

  /// The time that is left of a duration from now on, at each call; nil for no limit.
  func countdown(from duration: Duration?) -> @Sendable () -> Duration? {
    guard let duration else { return { nil } }
    let end = now.advanced(by: duration)
    return { now.duration(to: end) }
  }
}
