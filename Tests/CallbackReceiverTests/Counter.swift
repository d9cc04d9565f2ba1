import Foundation

/// A number that several tasks increase.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var number = 0

  var value: Int { lock.withLock { number } }
  func increase() { lock.withLock { number += 1 } }
}

/// How often several tasks counted each number.
final class Tally: @unchecked Sendable {
  private let lock = NSLock()
  private var numbers: [Int: Int] = [:]

  var counts: [Int: Int] { lock.withLock { numbers } }
  func count(_ number: Int) { lock.withLock { numbers[number, default: 0] += 1 } }
}
