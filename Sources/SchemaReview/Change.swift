public import SchemaSource
public import SwiftGeneration

/// A difference between two states of a service, with the rule that states its effect.
public struct Change: Hashable, Sendable {
  /// The changed element in one of the two states.
  public struct Side: Hashable, Sendable {
    /// The schema's statement on one line.
    public var text: String
    /// The range of the statement in the schema.
    public var range: SourceRange
    /// The generated Swift declaration; nil if the element has none.
    public var declaration: SwiftInterface.Declaration?
    /// A sample of the JSON member; nil if the element is no part of a body.
    public var sample: String?
  }

  /// The rule.
  public var rule: ReviewRule
  /// The service's name.
  public var service: String
  /// The path of the element that reports list the change under: `events.leave`.
  public var group: String
  /// The path of the changed element in the old state, or in the new one if it was added: `events.leave.Reason.3`.
  public var path: String
  /// What happened, on one line.
  public var message: String
  /// The old state; nil for an added element.
  public var old: Side?
  /// The new state; nil for a removed element.
  public var new: Side?
  /// The range in the new state at which a code host shows the change: the element, or what encloses a removed one.
  public var annotationRange: SourceRange
  /// The events that use a shared element; empty for an element of a single event.
  public var events: [String]

  /// The path of the changed element in the new state, or in the old one if it was removed.
  var newPath: String
  /// What else the schema states about the element, which the fingerprint covers: the members of an added object.
  var content: [String] = []
  /// What the new code does with bodies of the old state.
  public internal(set) var history = HistoryVerdict.safe

  /// Whether no verdict has a consequence.
  public var isHarmless: Bool { rule.isHarmless && history.level == .safe }

  /// The hash, 16 hexadecimal digits, by which a file of approvals identifies the change.
  ///
  /// It does not depend on other changes, nor on positions in files.
  public var fingerprint: String {
    let parts =
      [service, rule.id, path, old?.text ?? "-", new?.text ?? "-", message]
      + content
    // A 64-bit FNV-1a hash, which is the same in every process and on every machine.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in parts.flatMap({ $0.utf8 + [0] }) {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
