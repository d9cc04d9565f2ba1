import CallbackReceiver
import Testing

@Suite("Sequences of callbacks")
struct SequenceTrackerTests {
  @Test("Numbers are told apart: next, after a gap, late and repeated")
  func positions() {
    var tracker = SequenceTracker()
    let positions = [0, 1, 5, 3, 3, 1, 2, 4, 6].map { tracker.record($0) }
    #expect(
      positions == [.next, .next, .gap(2...4), .late, .repeated, .repeated, .late, .late, .next])
    #expect(tracker.missing == [] && tracker.last == 6)
  }

  @Test("What is missing is listed as ranges")
  func missing() {
    var tracker = SequenceTracker()
    #expect(tracker.record(10) == .gap(0...9))
    for number in [4, 0, 9, 20] { tracker.record(number) }
    #expect(tracker.missing == [1...3, 5...8, 11...19])
  }

  @Test("Without a known start the first number that arrives begins the sequence")
  func unknownStart() {
    var tracker = SequenceTracker(start: nil)
    #expect(tracker.record(7) == .next)
    #expect(tracker.record(6) == .repeated)
    #expect(tracker.record(9) == .gap(8...8))
  }

  @Test("The ranges are bounded, and extreme numbers are no error")
  func bounds() {
    var tracker = SequenceTracker(limit: 3)
    for number in stride(from: 1, through: 99, by: 2) { tracker.record(number) }
    #expect(tracker.missing == [94...94, 96...96, 98...98])
    var split = SequenceTracker(limit: 3)
    split.record(1000)
    for number in stride(from: 1, through: 99, by: 2) { split.record(number) }
    #expect(split.missing.count == 3)
    var extreme = SequenceTracker(start: .min)
    #expect(extreme.record(.max) == .next)
    #expect(extreme.record(.min) == .repeated)
  }
}
