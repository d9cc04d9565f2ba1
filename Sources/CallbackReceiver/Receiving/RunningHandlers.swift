/// The number of handlers of a receiver that run.
actor RunningHandlers {
  private(set) var count = 0
  private var waiting: [AsyncStream<Never>.Continuation] = []

  func begin() { count += 1 }

  func end() {
    count -= 1
    guard count == 0 else { return }
    for continuation in waiting { continuation.finish() }
    waiting = []
  }

  /// Returns when no handler runs, or the calling task is cancelled.
  func awaitNone() async {
    guard count > 0 else { return }
    let (ends, continuation) = AsyncStream.makeStream(of: Never.self)
    waiting.append(continuation)
    for await _ in ends {}
  }
}
