public import CallbackRuntime

/// A body that the documentation allows.
public struct Sample: Hashable, Sendable {
  /// The event, by its key.
  public var event: String
  /// What it is a sample of: the path of the member that was varied, and how; empty for the plain one.
  public var note: String
  /// The whole callback.
  public var body: [UInt8]
}

/// A body with one thing wrong.
public struct NearMiss: Hashable, Sendable {
  /// A finding that the body must give.
  public struct Expectation: Hashable, Sendable {
    public var path: String
    public var rule: Finding.Rule

    public init(_ path: String, _ rule: Finding.Rule) {
      self.path = path
      self.rule = rule
    }
  }

  public var event: String
  /// What is wrong, in words.
  public var note: String
  /// The findings, in any order: mostly one; a null that is missing, too, is two.
  public var expected: [Expectation]
  public var body: [UInt8]
}
