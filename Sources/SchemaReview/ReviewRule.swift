/// A kind of change, with its effect on receivers in production.
///
/// In the texts, *old code* is code generated from the old schema, *new code* is code generated from the new one.
public struct ReviewRule: Hashable, Sendable {
  /// The rule of the opposite change.
  public enum Opposite: Hashable, Sendable {
    /// The rule with this ID.
    case rule(String)
    /// No rule, for a reason.
    case none(because: String)
  }

  /// The unique ID: `code-shifted`.
  public let id: String
  /// What changed, in one sentence.
  public let what: String
  /// The effect on decoding.
  public let wire: WireVerdict
  /// The effect on code that uses the models.
  public let source: SourceVerdict
  /// The effect on the meaning.
  public let meaning: MeaningVerdict
  /// The reason for the verdicts.
  public let why: String
  /// The recommended action.
  public let advice: String
  /// The rule of the opposite change.
  public let opposite: Opposite

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - opposite: the ID of the opposite rule; nil if this rule's ID implies it.
  ///   - noOppositeBecause: the reason why there is no opposite rule.
  init(
    _ id: String, _ what: String, wire: WireVerdict = .safe, source: SourceVerdict = .safe,
    meaning: MeaningVerdict = .same, why: String, advice: String = "No action is needed.",
    opposite: String? = nil, noOppositeBecause reason: String? = nil
  ) {
    self.id = id
    self.what = what
    self.wire = wire
    self.source = source
    self.meaning = meaning
    self.why = why
    self.advice = advice
    self.opposite = reason.map { .none(because: $0) } ?? .rule(opposite ?? Self.opposite(of: id))
  }

  /// The opposite of an ID: `unit-removed` of `unit-added`; of an ID such as `unit-changed` the ID itself.
  private static func opposite(of id: String) -> String {
    let opposites = [
      ("-added", "-removed"), ("-widened", "-narrowed"), ("-named", "-unnamed"),
      ("-attached", "-detached"), ("-specified", "-unspecified"),
    ]
    for (one, other) in opposites {
      if id.hasSuffix(one) { return id.dropLast(one.count) + other }
      if id.hasSuffix(other) { return id.dropLast(other.count) + one }
    }
    return id
  }

  /// Whether the rule is about bodies, rather than about the headers and the response of a delivery.
  var isAboutBodies: Bool {
    !["header-", "signature-", "acknowledgement-"].contains { id.hasPrefix($0) }
  }

  /// Whether all three verdicts are free of consequences.
  public var isHarmless: Bool { wire == .safe && source == .safe && meaning == .same }
}
