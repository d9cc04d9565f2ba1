/// A store in the memory of one process.
///
/// It forgets everything when the process ends: a callback that is delivered again after a restart is handled again. Finished keys
/// are kept for a time, and no more of them than a limit; the oldest are forgotten first. Claims whose leases ended are forgotten,
/// too.
public actor MemoryStore: DeliveryStore {
  private struct Lease {
    var token: UInt64
    var end: Duration
  }

  private let retention: Duration
  private let capacity: Int
  /// The time since a fixed moment, which does not jump as the time of day does.
  private let uptime: @Sendable () -> Duration
  /// The claims by the bytes of their keys: a dictionary of texts would take two spellings of one character for the same key.
  private var claims: [[UInt8]: Lease] = [:]
  /// The number of claims at which those with an ended lease are removed.
  private var claimLimit = MemoryStore.smallestClaimLimit
  /// The finished keys, with the tokens of their claims.
  private var finished: [[UInt8]: UInt64] = [:]
  /// The finished keys in the order of their ends, from `oldest` on.
  private var ends: [(key: [UInt8], at: Duration)] = []
  private var oldest = 0
  private var lastToken: UInt64 = 0

  private static let smallestClaimLimit = 1024

  /// Creates a store.
  ///
  /// - Parameters:
  ///   - retention: how long a finished key is kept: at least as long as the vendor sends one callback again.
  ///   - capacity: the greatest number of finished keys.
  public init(retention: Duration = .seconds(24 * 3600), capacity: Int = 100_000) {
    let start = ContinuousClock.now
    self.init(retention: retention, capacity: capacity) { start.duration(to: .now) }
  }

  /// Creates a store with a clock of its own.
  package init(
    retention: Duration = .seconds(24 * 3600), capacity: Int = 100_000,
    uptime: @escaping @Sendable () -> Duration
  ) {
    self.retention = retention
    self.capacity = max(capacity, 1)
    self.uptime = uptime
  }

  public func claim(_ key: String, for lease: Duration) -> ClaimOutcome {
    let now = uptime()
    let bytes = Array(key.utf8)
    forgetFinished(now)
    if finished[bytes] != nil { return .finished }
    if let claim = claims[bytes], claim.end > now { return .inProgress(claim.end - now) }
    forgetClaims(now)
    lastToken += 1
    claims[bytes] = Lease(token: lastToken, end: now + lease)
    return .claimed(Claim(key: key, token: lastToken))
  }

  public func renew(_ claim: Claim, for lease: Duration) throws {
    let bytes = Array(claim.key.utf8)
    guard claims[bytes]?.token == claim.token else { throw ClaimLost(key: claim.key) }
    claims[bytes] = Lease(token: claim.token, end: uptime() + lease)
  }

  public func finish(_ claim: Claim) throws {
    let bytes = Array(claim.key.utf8)
    let token = claims[bytes]?.token ?? finished[bytes]
    guard token == nil || token == claim.token else { throw ClaimLost(key: claim.key) }
    claims[bytes] = nil
    guard finished.updateValue(claim.token, forKey: bytes) == nil else { return }
    let now = uptime()
    ends.append((bytes, now))
    forgetFinished(now)
  }

  public func release(_ claim: Claim) {
    let bytes = Array(claim.key.utf8)
    if claims[bytes]?.token == claim.token { claims[bytes] = nil }
  }

  /// The numbers of claims and of finished keys that are kept.
  package var counts: (claims: Int, finished: Int) { (claims.count, finished.count) }

  /// Forgets the claims whose leases ended, each time that their number has doubled.
  private func forgetClaims(_ now: Duration) {
    guard claims.count >= claimLimit else { return }
    claims = claims.filter { $0.value.end > now }
    claimLimit = max(2 * claims.count, Self.smallestClaimLimit)
  }

  /// Forgets the finished keys that are too old or too many.
  private func forgetFinished(_ now: Duration) {
    while oldest < ends.count,
      ends.count - oldest > capacity || now - ends[oldest].at > retention
    {
      finished[ends[oldest].key] = nil
      oldest += 1
    }
    // The list moves rarely, so that forgetting costs constant time on average.
    if oldest > 1024, oldest > ends.count / 2 {
      ends.removeFirst(oldest)
      oldest = 0
    }
  }
}
