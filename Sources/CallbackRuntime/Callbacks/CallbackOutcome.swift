/// Whether a callback reports success or failure, according to the documentation of its event and its codes.
public enum CallbackOutcome: String, Codable, Hashable, Sendable {
  /// The operation succeeded.
  case success
  /// The operation failed.
  case failure

  /// The outcome of several codes: failure if one reports failure, else success if one reports success, else nil.
  @_spi(Generated)
  public static func combined(_ outcomes: CallbackOutcome?...) -> CallbackOutcome? {
    outcomes.contains(.failure) ? .failure : outcomes.contains(.success) ? .success : nil
  }
}
