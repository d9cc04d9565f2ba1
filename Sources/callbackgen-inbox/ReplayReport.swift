import CommandSupport
import Foundation

/// What became of the requests of a replay.
struct ReplayReport {
  /// The end of one request.
  enum End: Sendable {
    /// The vendor's form of a receipt, with the status.
    case accepted(status: Int)
    /// A response that is none, with its status and the reason.
    case refused(status: Int, reason: String)
    /// No response, for a reason.
    case failed(String)
    /// Not posted, because it lacks a value that is signed.
    case unsigned(String)
  }

  /// The greatest number of requests whose ends are printed one by one.
  private static let greatestMessages = 10
  /// The number of requests without a response, one after another, after which no more are posted.
  private static let greatestFailures = 10

  private(set) var accepted = 0
  private(set) var refused = 0
  private(set) var failed = 0
  private(set) var unsigned = 0
  private var failuresInARow = 0
  private var statuses: [Int: Int] = [:]
  private var latencies: [Duration] = []

  /// The number of requests that have ended.
  var done: Int { accepted + refused + failed + unsigned }

  /// Whether every request had the documented response.
  var isClean: Bool { accepted == done }

  /// Whether so many requests had no response that further ones are useless.
  var isHopeless: Bool { failuresInARow >= Self.greatestFailures }

  /// Adds the end of a request.
  ///
  /// - Returns: a message; nil if the request was accepted, or many messages have been printed.
  mutating func add(_ end: End, of entry: Int64, after latency: Duration) -> String? {
    let reason: String
    switch end {
    case .accepted(let status):
      count(status, latency)
      accepted += 1
      return nil
    case .refused(let status, let text):
      count(status, latency)
      refused += 1
      reason = "refused: \(text)"
    case .failed(let text):
      failed += 1
      failuresInARow += 1
      reason = "no response: \(text)"
    case .unsigned(let text):
      unsigned += 1
      reason = "not posted: it cannot be signed, \(text)"
    }
    let messages = refused + failed + unsigned
    if messages == Self.greatestMessages + 1 {
      return "note: further requests that are not accepted are only counted\n"
    }
    return messages > Self.greatestMessages ? nil : "error: entry \(entry): \(reason)\n"
  }

  private mutating func count(_ status: Int, _ latency: Duration) {
    failuresInARow = 0
    statuses[status, default: 0] += 1
    latencies.append(latency)
  }

  /// The summary, of several lines.
  ///
  /// - Parameters:
  ///   - selected: the number of selected requests.
  ///   - time: the time that the replay took.
  func summary(selected: Int, in time: Duration) -> String {
    var parts = ["\(accepted) accepted", "\(refused) refused", "\(failed) without a response"]
    if unsigned > 0 { parts.append("\(unsigned) that cannot be signed") }
    if selected > done { parts.append("\(selected - done) not posted") }
    var lines = [
      "\(selected) \(selected == 1 ? "request" : "requests") in \(Self.text(time)): \(parts.joined(separator: ", "))"
    ]
    if !statuses.isEmpty {
      let counts = statuses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("status \(counts.map { "\($0.key): \($0.value)" }.joined(separator: ", "))")
    }
    let sorted = latencies.sorted()
    if let last = sorted.last {
      let (half, most) = (Self.percentile(50, of: sorted), Self.percentile(99, of: sorted))
      lines.append(
        "latency p50 \(Self.text(half)), p99 \(Self.text(most)), longest \(Self.text(last))")
    }
    return lines.joined(separator: "\n")
  }

  private static func percentile(_ percent: Int, of sorted: [Duration]) -> Duration {
    sorted[(sorted.count * percent - 1) / 100]
  }

  /// A time with its unit: `0.8 ms`, `120 ms`, `12.3 s`.
  static func text(_ time: Duration) -> String {
    let milliseconds = time / .milliseconds(1)
    func number(_ value: Double) -> String {
      value < 100 ? "\((value * 10).rounded() / 10)" : "\(Int(value.rounded()))"
    }
    return milliseconds < 1000 ? "\(number(milliseconds)) ms" : "\(number(milliseconds / 1000)) s"
  }
}
