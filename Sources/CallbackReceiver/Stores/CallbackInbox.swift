/// A durable record of the requests that a receiver accepted, with their bytes.
///
/// A receiver with an inbox keeps each request before it handles it. It can then acknowledge a callback whose handler still runs,
/// because ``CallbackReceiver/resume(handler:)`` handles it after a crash, and a body that it cannot read, because a corrected
/// receiver can. Requests with a wrong signature are not kept: anybody could fill the disk with them.
public protocol CallbackInbox: Sendable {
  /// Keeps a request; it is on the disk when the function returns.
  ///
  /// - Parameters:
  ///   - request: the request as received.
  ///   - service: the name of the service.
  /// - Returns: the number of the entry; later entries have greater ones.
  /// - Throws: an error of the inbox, such as a full disk; the request is then not kept.
  func keep(_ request: CallbackRequest, service: String) async throws -> Int64

  /// Records what happened to a request that needs no further handling.
  ///
  /// - Parameters:
  ///   - entry: the number of the entry.
  ///   - verdict: the name of the outcome, such as `handled`.
  ///   - key: the key under which the callback was claimed, if it was read.
  /// - Throws: an error of the inbox; the entry then stays unsettled.
  func settle(_ entry: Int64, verdict: String, key: String?) async throws

  /// The oldest entries of a service without a verdict, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - service: the name of the service.
  ///   - entry: the number of the last entry that the caller has; 0 for none.
  ///   - limit: the greatest number of entries.
  func unsettled(service: String, after entry: Int64, limit: Int) async throws -> [InboxEntry]
}

/// A request in an inbox.
public struct InboxEntry: Hashable, Sendable {
  /// The number of the entry.
  public var number: Int64
  /// The name of the service.
  public var service: String
  /// The time of arrival, in milliseconds since 1970.
  public var arrival: Int64
  /// The request as received.
  public var request: CallbackRequest
  /// The key under which the callback was claimed; nil before it is read.
  public var key: String?
  /// The name of the outcome; nil if the request is still to be handled.
  public var verdict: String?

  /// Creates an entry.
  public init(
    number: Int64, service: String, arrival: Int64, request: CallbackRequest, key: String? = nil,
    verdict: String? = nil
  ) {
    self.number = number
    self.service = service
    self.arrival = arrival
    self.request = request
    self.key = key
    self.verdict = verdict
  }
}
