/// Something about a body that its documentation does not say, found by reading or by validation.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// How much a finding matters.
  public enum Severity: String, Hashable, Sendable, Comparable {
    /// Vendors do this without a word, and nothing is lost: an unknown field, another spelling.
    case notice
    /// The body says something that the documentation does not: an unknown code, a missing member.
    case warning
    /// A part of the body could not be read.
    case error

    /// A notice is less than a warning, a warning less than an error.
    public static func < (one: Severity, other: Severity) -> Bool { one.order < other.order }

    private var order: Int {
      switch self {
      case .notice: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The path from the root, such as `payload.details.fileList[0].trackType`.
  public var path: String
  /// Which rule the body does not follow.
  public var rule: Rule
  /// How much it matters.
  public var severity: Severity
  /// What was found, in words.
  public var message: String
  /// The editions whose documentation says otherwise; empty when all of them do.
  public var editions: [String]
  /// The place in the body, in bytes; nil from validation, which looks at values.
  public var offset: Int?

  /// A finding with all that is known of it.
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

  /// The path, the message and the rule, in a line.
  public var description: String {
    "\(path.isEmpty ? "body" : path): \(message) [\(rule.rawValue)]"
  }
}
