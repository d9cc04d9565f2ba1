import Dispatch

extension Array where Element: Sendable {
  /// The results of a transformation on all processors, in the order of the elements.
  package func concurrentMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    concurrentParts { $0.map(transform) }.flatMap(\.self)
  }

  /// The results of a transformation of consecutive parts on all processors, in the order of the parts.
  package func concurrentParts<Result: Sendable>(
    _ transform: @Sendable (ArraySlice<Element>) -> Result
  ) -> [Result] {
    // Many parts, because their costs differ.
    let size = (count + 31) / 32
    let starts = Swift.Array(stride(from: 0, to: count, by: Swift.max(size, 1)))
    let lock = DispatchSemaphore(value: 1)
    nonisolated(unsafe) var results = [Result?](repeating: nil, count: starts.count)
    DispatchQueue.concurrentPerform(iterations: starts.count) { place in
      let result = transform(self[starts[place]..<Swift.min(starts[place] + size, count)])
      lock.wait()
      results[place] = result
      lock.signal()
    }
    return results.compactMap(\.self)
  }
}
