import Dispatch

extension Array where Element: Sendable {
  /// The results of a transformation on all processors, in the order of the elements.
  package func concurrentMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    concurrentMap(from: ()) { _, element in transform(element) }.results
  }

  /// The results of a transformation on all processors, in the order of the elements, and what it makes of a state.
  ///
  /// Consecutive elements are transformed one after the other, with a copy of the first state.
  /// - Returns: the results, and the states after the elements of each part, in the order of the parts.
  package func concurrentMap<State: Sendable, Result: Sendable>(
    from state: State, _ transform: @Sendable (inout State, Element) -> Result
  ) -> (results: [Result], states: [State]) {
    // Many parts, because their costs differ.
    let size = (count + 127) / 128
    let parts = size == 0 ? 0 : (count + size - 1) / size
    var states: [State] = []
    let results = Swift.Array<Result>(unsafeUninitializedCapacity: count) { results, initialized in
      // Every part initializes its own elements, and all parts together every element.
      nonisolated(unsafe) let results = results
      states = Swift.Array(unsafeUninitializedCapacity: parts) { states, initialized in
        nonisolated(unsafe) let states = states
        DispatchQueue.concurrentPerform(iterations: parts) { part in
          var own = state
          for place in part * size..<Swift.min((part + 1) * size, count) {
            results.initializeElement(at: place, to: transform(&own, self[place]))
          }
          states.initializeElement(at: part, to: own)
        }
        initialized = parts
      }
      initialized = count
    }
    return (results, states)
  }
}
