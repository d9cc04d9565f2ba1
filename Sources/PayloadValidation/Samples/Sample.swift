public import CallbackRuntime

/// A documented body.
public struct Sample: Hashable, Sendable {
  /// The key of the event.
  public var event: String
  /// The path and the variation of the varied member; empty for the unvaried body.
  public var note: String
  /// The whole callback.
  public var body: [UInt8]
  /// The HTTP headers that identify the event.
  public var headers: [String: String] = [:]
}

/// A body with one deviation from the documentation.
public struct NearMiss: Hashable, Sendable {
  /// A finding that the body must produce.
  public struct Expectation: Hashable, Sendable {
    public var path: String
    public var rule: Finding.Rule

    public init(_ path: String, _ rule: Finding.Rule) {
      self.path = path
      self.rule = rule
    }
  }

  public var event: String
  /// A description of the deviation.
  public var note: String
  /// The findings, in any order. Usually one; the null of an expected member produces two.
  public var expected: [Expectation]
  public var body: [UInt8]
  /// The HTTP headers that identify the event.
  public var headers: [String: String] = [:]
}
