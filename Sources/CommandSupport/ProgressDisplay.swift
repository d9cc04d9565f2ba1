import Foundation

/// A line of progress on standard error, if that is a terminal: after a second, and updated four times a second.
package final class ProgressDisplay {
  /// The time since the display was made.
  package var elapsed: Duration { ContinuousClock.now - start }

  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isShown = false

  package init() {}

  /// Shows a text, if it is time to.
  ///
  /// - Parameter text: the text, for the seconds since the display was made.
  package func update(_ text: (_ seconds: Double) -> String) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    guard now - start >= .seconds(1), last.map({ now - $0 >= .milliseconds(250) }) ?? true else {
      return
    }
    last = now
    isShown = true
    try? Output.report("\r\u{1B}[K\(text((now - start) / .seconds(1)))")
  }

  /// Removes the display, before other text or at the end.
  package func clear() {
    guard isShown else { return }
    isShown = false
    try? Output.report("\r\u{1B}[K")
  }

  /// A rest of time in seconds: `44 s`, `6 min 40 s`, `2 h 5 min`.
  package static func duration(_ seconds: Double) -> String {
    let left = Int(min(seconds, 1e9).rounded(.up))
    if left < 60 { return "\(left) s" }
    return left < 3600
      ? "\(left / 60) min \(left % 60) s" : "\(left / 3600) h \(left % 3600 / 60) min"
  }
}
