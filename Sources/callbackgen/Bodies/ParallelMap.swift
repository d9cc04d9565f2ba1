import Foundation

extension Array where Element: Sendable {
  /// The results of a transformation on several threads, in the order of the elements.
  ///
  /// - Parameters:
  ///   - workers: the number of threads; each takes the next element when it is done with one.
  ///   - transform: called with the index of the worker, so that workers need not share what they use.
  func parallelMap<Result: Sendable>(
    workers: Int, _ transform: @Sendable (_ worker: Int, Element) -> Result
  ) -> [Result] {
    guard workers > 1, count > 1 else { return map { transform(0, $0) } }
    let lock = NSLock()
    nonisolated(unsafe) var taken = 0
    nonisolated(unsafe) var results = [Result?](repeating: nil, count: count)
    DispatchQueue.concurrentPerform(iterations: Swift.min(workers, count)) { worker in
      while true {
        let place = lock.withLock {
          taken += 1
          return taken - 1
        }
        guard place < count else { return }
        let result = transform(worker, self[place])
        lock.withLock { results[place] = result }
      }
    }
    return results.compactMap { $0 }
  }
}
