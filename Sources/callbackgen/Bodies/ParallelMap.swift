import Foundation

extension Array where Element: Sendable {
  /// The results of a transformation on several threads, in the order of the elements.
  ///
  /// - Parameters:
  ///   - workers: the number of threads; each transforms one part of the array.
  ///   - transform: called with the index of the worker, so that workers need not share what they use.
  func parallelMap<Result: Sendable>(
    workers: Int, _ transform: @Sendable (_ worker: Int, Element) -> Result
  ) -> [Result] {
    // Below this number the threads cost more than they save.
    guard workers > 1, count >= 16 else { return map { transform(0, $0) } }
    let size = (count + workers - 1) / workers
    let lock = NSLock()
    nonisolated(unsafe) var parts = [[Result]](repeating: [], count: workers)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let start = Swift.min(worker * size, count)
      let part = self[start..<Swift.min(start + size, count)].map { transform(worker, $0) }
      lock.withLock { parts[worker] = part }
    }
    return parts.flatMap { $0 }
  }
}
