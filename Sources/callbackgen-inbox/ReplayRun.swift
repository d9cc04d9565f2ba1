import CallbackReceiver
import CallbackReceiverSQLite
import CommandSupport
import Foundation

/// Posts the entries of an inbox in their order.
struct ReplayRun {
  var entries: EntryCursor
  var pace: Pace
  /// The greatest number of requests at one time; 1 keeps the order.
  var jobs: Int
  var signer: RequestSigner
  var client: HTTPClient
  var acceptance: Acceptance

  private(set) var report = ReplayReport()
  private let interruption = Interruption()
  private let display = ProgressDisplay()

  init(
    entries: EntryCursor, pace: Pace, jobs: Int, signer: RequestSigner, client: HTTPClient,
    acceptance: Acceptance
  ) {
    self.entries = entries
    self.pace = pace
    self.jobs = jobs
    self.signer = signer
    self.client = client
    self.acceptance = acceptance
  }

  /// The time since the run was made.
  var elapsed: Duration { display.elapsed }

  /// Whether the user ended the run.
  var isInterrupted: Bool { interruption.isRequested }

  /// The end of a request that was under way.
  private struct Ended: Sendable {
    var entry: Int64
    var end: ReplayReport.End
    var latency: Duration
  }

  /// Posts all entries, unless the user interrupts it, or so many have no response that further ones are useless.
  ///
  /// - Throws: an error of the inbox, or of standard error.
  mutating func run() async throws {
    let start = ContinuousClock.now
    var first: Int64?
    try await withThrowingTaskGroup(of: Ended.self) { group in
      var (index, running) = (0, 0)
      while !report.isHopeless, !isInterrupted, let entry = try entries.next() {
        let origin = first ?? entry.arrival
        first = origin
        let delay = pace.delay(index: index, after: entry.arrival - origin)
        guard try await wait(until: start + .seconds(delay)) else { break }
        let (signer, client, acceptance) = (signer, client, acceptance)
        group.addTask { await Self.post(entry, signer, client, acceptance) }
        (index, running) = (index + 1, running + 1)
        if running == jobs, let ended = try await group.next() {
          running -= 1
          try add(ended)
        }
      }
      for try await ended in group { try add(ended) }
    }
    display.clear()
  }

  private static func post(
    _ entry: InboxEntry, _ signer: RequestSigner, _ client: HTTPClient, _ acceptance: Acceptance
  ) async -> Ended {
    let now = Int64(Date().timeIntervalSince1970)
    let request: CallbackRequest
    do throws(SignatureError) { request = try signer.signed(entry.request, now: now) } catch {
      return Ended(entry: entry.number, end: .unsigned("\(error)"), latency: .zero)
    }
    let start = ContinuousClock.now
    let result = await client.post(request)
    let latency = ContinuousClock.now - start
    let end: ReplayReport.End =
      switch result {
      case .failure(let failure): .failed(failure.message)
      case .success(let response):
        if let reason = acceptance.refusal(of: response) {
          .refused(status: response.status, reason: reason)
        } else {
          .accepted(status: response.status)
        }
      }
    return Ended(entry: entry.number, end: end, latency: latency)
  }

  private mutating func add(_ ended: Ended) throws {
    if let message = report.add(ended.end, of: ended.entry, after: ended.latency) {
      display.clear()
      try Output.report(message)
    }
    show(rest: nil)
  }

  /// Waits for the time of a request.
  ///
  /// - Returns: false if the user interrupts it.
  private func wait(until due: ContinuousClock.Instant) async throws -> Bool {
    while case let rest = due - ContinuousClock.now, rest > .zero, !isInterrupted {
      show(rest: rest)
      try await Task.sleep(for: min(rest, .milliseconds(250)))
    }
    return !isInterrupted
  }

  /// Shows `412 of 1000 requests, 35/s`, and the time until the next request.
  private func show(rest: Duration?) {
    let (done, count) = (report.done, entries.extent.count)
    display.update { seconds in
      let text = "\(done) of \(count) requests"
      if let rest, rest > .seconds(1) {
        return "\(text), the next in \(ProgressDisplay.duration(rest / .seconds(1)))"
      }
      let rate = Double(done) / seconds
      return "\(text), \((rate * 10).rounded() / 10)/s"
    }
  }
}
