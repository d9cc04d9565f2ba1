/// What a code means for who waits for it.
public enum CallbackOutcome: String, Codable, Hashable, Sendable {
  /// It worked.
  case success
  /// It did not.
  case failure

  /// What several codes say together: failure if one does, else success if one does, else nothing.
  public static func combined(_ outcomes: CallbackOutcome?...) -> CallbackOutcome? {
    outcomes.contains(.failure) ? .failure : outcomes.contains(.success) ? .success : nil
  }
}
