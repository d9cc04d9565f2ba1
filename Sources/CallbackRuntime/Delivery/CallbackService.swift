/// A service of a vendor, with the facts about the delivery of its callbacks.
public struct CallbackService: Hashable, Sendable {
  /// The name of the service's schema, such as `AgoraCloudRecording`.
  public var name: String
  /// The signature schemes; a valid signature of any one authenticates the sender. Empty if none is documented.
  public var signatures: [SignatureScheme]
  /// The HTTP response that the vendor accepts as a receipt; nil if it is not documented.
  public var acknowledgement: Acknowledgement?
  /// How often an unacknowledged callback is sent again; nil if it is not documented.
  public var retries: RetryPolicy?

  /// Creates a service.
  public init(
    name: String, signatures: [SignatureScheme] = [], acknowledgement: Acknowledgement? = nil,
    retries: RetryPolicy? = nil
  ) {
    self.name = name
    self.signatures = signatures
    self.acknowledgement = acknowledgement
    self.retries = retries
  }
}
