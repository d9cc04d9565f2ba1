import Foundation

/// The time of one call, in seconds.
func time(_ repetitions: Int, _ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let duration = try clock.measure { for _ in 0..<repetitions { try body() } }
  let (seconds, attoseconds) = duration.components
  return (Double(seconds) + Double(attoseconds) * 1e-18) / Double(repetitions)
}

/// How many times faster a candidate is than a base: the median of the ratios of interleaved rounds, so that a drift of the
/// machine's speed hits both sides alike.
func ratio(_ base: () throws -> Void, to candidate: () throws -> Void) rethrows -> Double {
  let rounds = 11
  // About five milliseconds for each side of a round.
  let repetitions = max(10, Int(0.005 / (try time(20, base))))
  let fastRepetitions = max(10, Int(0.005 / (try time(50, candidate))))
  var ratios: [Double] = []
  for _ in 0..<rounds {
    let slow = try time(repetitions, base)
    let fast = try time(fastRepetitions, candidate)
    ratios.append(slow / fast)
  }
  return ratios.sorted()[rounds / 2]
}

/// Takes a part of each result, so that no call is optimized away.
nonisolated(unsafe) var sink = 0
