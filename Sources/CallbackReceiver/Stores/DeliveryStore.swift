/// A record of the deliveries that a receiver handles and has handled, so that each callback is handled once.
///
/// A store promises three things. Of all claims to a key at one time, one succeeds, whatever process or machine asks. An unfinished
/// claim ends with its lease, so that a receiver that crashed loses no callback: the vendor's next delivery claims the key again. A
/// finished key stays finished for as long as the vendor sends again, and then may be forgotten.
public protocol DeliveryStore: Sendable {
  /// Claims a key for a handler.
  ///
  /// - Parameters:
  ///   - key: the key of the callback, within its service. The receiver passes no U+0000, and no more than 512 bytes beside the
  ///     name of the service. Keys of different bytes are different.
  ///   - lease: the time after which the claim ends if it is neither renewed nor finished.
  /// - Throws: an error of the store, such as a full disk; the callback is then not claimed.
  func claim(_ key: String, for lease: Duration) async throws -> ClaimOutcome

  /// Extends a claim from now on, while its handler runs.
  ///
  /// - Throws: ``ClaimLost`` if the lease ended and the key was claimed again or forgotten, or an error of the store.
  func renew(_ claim: Claim, for lease: Duration) async throws

  /// Records that the callback is handled, even if the lease ended and nobody else claimed the key. A second call with the same
  /// claim does nothing.
  ///
  /// - Throws: ``ClaimLost`` if the lease ended and the key was claimed again, or an error of the store.
  func finish(_ claim: Claim) async throws

  /// Gives a key back, so that the next delivery is handled. It does nothing if the claim is lost.
  func release(_ claim: Claim) async throws
}

/// The right of one handler to a key.
public struct Claim: Hashable, Sendable {
  /// The key of the callback.
  public let key: String
  /// The number of the claim; a later claim to the same key has another one.
  public let token: UInt64

  /// Creates a claim; for stores.
  public init(key: String, token: UInt64) {
    self.key = key
    self.token = token
  }
}

/// The answer of a store to a claim.
public enum ClaimOutcome: Hashable, Sendable {
  /// The key is claimed; the callback is to be handled.
  case claimed(Claim)
  /// Another handler has the key; its lease ends after this time at the latest.
  case inProgress(Duration)
  /// The callback was handled.
  case finished
}

/// The error of a claim whose lease ended before its handler did, so that somebody else handles the callback.
public struct ClaimLost: Error, Hashable, Sendable {
  /// The key of the callback.
  public let key: String

  /// Creates the error.
  public init(key: String) { self.key = key }
}
