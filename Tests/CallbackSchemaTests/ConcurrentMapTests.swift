import CallbackSchema
import Testing

@Suite("Concurrent map")
struct ConcurrentMapTests {
  @Test(
    "Results and states are those of a loop, in its order",
    arguments: [0, 1, 2, 127, 128, 129, 255, 256, 257, 1_000, 12_345])
  func order(count: Int) {
    let numbers = Array(0..<count)
    let (results, states) = numbers.concurrentMap(from: [Int]()) { seen, number in
      seen.append(number)
      return "\(number)"
    }
    #expect(results == numbers.map { "\($0)" })
    #expect(Array(states.joined()) == numbers)
    #expect(states.allSatisfy { !$0.isEmpty })
    #expect(numbers.concurrentMap { $0 * 2 } == numbers.map { $0 * 2 })
  }
}
