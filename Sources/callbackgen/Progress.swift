import Foundation

/// The progress display of a long input, if standard error is a terminal: after a second, with rate and remaining time.
final class Progress {
  /// The number of bytes to read, if it is known.
  var total: Int?

  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var done = 0
  private var last: ContinuousClock.Instant?
  private var isShown = false

  /// Adds a number of bytes that have been read, and updates the display four times a second.
  func add(_ bytes: Int) {
    done += bytes
    guard isTerminal else { return }
    let now = ContinuousClock.now
    guard now - start >= .seconds(1), last.map({ now - $0 >= .milliseconds(250) }) ?? true else {
      return
    }
    last = now
    isShown = true
    let text = Self.text(done: done, of: total, in: (now - start) / .seconds(1))
    try? Output.report("\r\u{1B}[K\(text)")
  }

  /// Removes the display, before other text or at the end.
  func clear() {
    guard isShown else { return }
    isShown = false
    try? Output.report("\r\u{1B}[K")
  }

  /// `512 MB of 2048 MB, 35 MB/s, 44 s left`
  static func text(done: Int, of total: Int?, in seconds: Double) -> String {
    let rate = Double(done) / seconds
    let all = total.map { " of \(megabytes(Double($0)))" } ?? ""
    var text = "\(megabytes(Double(done)))\(all), \(megabytes(rate))/s"
    if let total, rate > 0, total > done {
      let left = Int((Double(total - done) / rate).rounded(.up))
      text += left < 60 ? ", \(left) s left" : ", \(left / 60) min \(left % 60) s left"
    }
    return text
  }

  private static func megabytes(_ bytes: Double) -> String {
    let tenths = Int((bytes / 1e5).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) MB" : "\(tenths / 10) MB"
  }
}
