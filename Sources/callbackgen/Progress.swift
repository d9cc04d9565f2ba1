import CommandSupport

/// The progress display of a long input, with rate and remaining time.
final class Progress {
  /// The number of bytes to read, if it is known.
  var total: Int?

  private let display = ProgressDisplay()
  private var done = 0

  /// Adds a number of bytes that have been read, and updates the display.
  func add(_ bytes: Int) {
    done += bytes
    display.update { Self.text(done: done, of: total, in: $0) }
  }

  /// Removes the display, before other text or at the end.
  func clear() { display.clear() }

  /// `512 MB of 2048 MB, 35 MB/s, 44 s left`
  static func text(done: Int, of total: Int?, in seconds: Double) -> String {
    let rate = Double(done) / seconds
    let all = total.map { " of \(megabytes(Double($0)))" } ?? ""
    var text = "\(megabytes(Double(done)))\(all), \(megabytes(rate))/s"
    if let total, rate > 0, total > done {
      text += ", \(ProgressDisplay.duration(Double(total - done) / rate)) left"
    }
    return text
  }

  private static func megabytes(_ bytes: Double) -> String {
    let tenths = Int((bytes / 1e5).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) MB" : "\(tenths / 10) MB"
  }
}
