/// The kind of a diagnostic. Codes are stable for scripts.
public struct DiagnosticCode: Hashable, Sendable {
  /// The code, such as `duplicate-key`.
  public let id: String
  /// The problem in one sentence.
  public let summary: String
  /// The cause and the correction.
  public let explanation: String

  public init(id: String, summary: String, explanation: String) {
    self.id = id
    self.summary = summary
    self.explanation = explanation
  }
}
