/// A difference between a body and its documentation, reported by decoding or by validation.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// How serious a finding is.
  public enum Severity: String, Hashable, Sendable, Comparable {
    /// A difference that loses no information: an unknown field, another spelling of a name.
    case notice
    /// A difference that may change the meaning: an unknown code, a missing member.
    case warning
    /// A part of the body that failed to decode.
    case error

    /// Orders severities: notice, warning, error.
    public static func < (one: Severity, other: Severity) -> Bool { one.order < other.order }

    private var order: Int {
      switch self {
      case .notice: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The path from the root of the body, such as `payload.details.fileList[0].trackType`.
  public var path: String
  /// The rule that the body violates.
  public var rule: Rule
  /// The severity.
  public var severity: Severity
  /// The difference, in English.
  public var message: String
  /// The editions of the documentation that the body contradicts; empty if it contradicts all.
  public var editions: [String]
  /// The byte offset in the body; nil for a finding of validation, which sees only the decoded value.
  public var offset: Int?

  /// Creates a finding.
  public init(
    path: String,
    rule: Rule,
    severity: Severity,
    message: String,
    editions: [String] = [],
    offset: Int? = nil
  ) {
    self.path = path
    self.rule = rule
    self.severity = severity
    self.message = message
    self.editions = editions
    self.offset = offset
  }

  /// The path, the message and the rule, on one line.
  public var description: String {
    "\(path.isEmpty ? "body" : path): \(message) [\(rule.rawValue)]"
  }
}
