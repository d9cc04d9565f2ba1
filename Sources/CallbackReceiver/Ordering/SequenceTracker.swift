/// The numbers of the callbacks of a sequence, such as a recording, that have arrived: it tells late, repeated and missing ones.
///
/// ```swift
/// var recording = SequenceTracker()
/// recording.record(0)  // .next
/// recording.record(3)  // .gap(1...2)
/// recording.record(1)  // .late
/// recording.missing    // [2...2]
/// ```
///
/// Vendors do not guarantee an order, so that a gap may close. The schema says which number counts
/// (`callback.deliverySequence`), and the documentation of the service what it counts: for a recording of Agora, `payload.sid`
/// names the sequence.
public struct SequenceTracker: Hashable, Sendable, Codable {
  /// The place of a number in a sequence.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Position: Hashable, Sendable {
    /// The number after the greatest one so far, or the first number of a sequence that starts with it.
    case next
    /// A number after missing ones, which may still arrive.
    case gap(ClosedRange<Int>)
    /// A number that was missing.
    case late
    /// A number that has arrived before.
    case repeated
  }

  /// The number of the first callback, if it is known.
  private let start: Int?
  /// The greatest number so far.
  public private(set) var last: Int?
  /// The numbers before the greatest one that have not arrived, as ranges in ascending order.
  public private(set) var missing: [ClosedRange<Int>] = []
  /// The greatest number of ranges of missing numbers; the oldest are given up first.
  private let limit: Int

  /// Creates a tracker.
  ///
  /// - Parameters:
  ///   - start: the number of the first callback; nil if any number can be the first that arrives.
  ///   - limit: the greatest number of ranges of missing numbers. The oldest range is given up for another one, and a number of
  ///     it that arrives after all is taken for a repeated one.
  public init(start: Int? = 0, limit: Int = 1000) {
    self.start = start
    self.limit = max(limit, 1)
  }

  /// Records the arrival of a number.
  @discardableResult
  public mutating func record(_ number: Int) -> Position {
    guard let last = last ?? start?.predecessor else {
      last = number
      return .next
    }
    guard number > last else { return fill(number) }
    self.last = number
    guard number - 1 > last else { return .next }
    let gap = last + 1...number - 1
    missing.append(gap)
    if missing.count > limit { missing.removeFirst() }
    return .gap(gap)
  }

  /// Removes a number from the missing ones.
  private mutating func fill(_ number: Int) -> Position {
    guard let index = missing.firstIndex(where: { $0.contains(number) }) else { return .repeated }
    let range = missing[index]
    var rest: [ClosedRange<Int>] = []
    if range.lowerBound < number { rest.append(range.lowerBound...number - 1) }
    if range.upperBound > number { rest.append(number + 1...range.upperBound) }
    missing.replaceSubrange(index...index, with: rest)
    if missing.count > limit { missing.removeFirst() }
    return .late
  }
}

extension Int {
  /// The number before; nil for the smallest one.
  fileprivate var predecessor: Int? { self == .min ? nil : self - 1 }
}
