import Foundation

/// The processor time of one call, in seconds: other processes take none of it.
func time(_ repetitions: Int, _ body: () throws -> Void) rethrows -> Double {
  let start = processorTime()
  for _ in 0..<repetitions { try body() }
  return (processorTime() - start) / Double(repetitions)
}

private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
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
