public import SchemaSource
public import SwiftGeneration

/// One difference between two states of a service, with what it means.
public struct Change: Hashable, Sendable {
  /// One of the two states.
  public struct Side: Hashable, Sendable {
    /// As the schema says it, in a line; empty where only words are different.
    public var text: String
    /// Where the schema says it.
    public var range: SourceRange
    /// The Swift that it becomes; nil for what has no declaration of its own.
    public var declaration: SwiftInterface.Declaration?
    /// The member as it may stand in a body; nil where nothing is on the wire.
    public var sample: String?
  }

  public var rule: ReviewRule
  /// The service's name.
  public var service: String
  /// What reports put it under: `events.leave`.
  public var group: String
  /// `events.leave.Reason.3`: the same for the same thing in every state.
  public var path: String
  /// What happened, in a line.
  public var message: String
  /// Nil for what was added.
  public var old: Side?
  /// Nil for what was removed.
  public var new: Side?
  /// Where the new state can show it: its place, or what is around the place of what is gone.
  public var anchor: SourceRange
  /// The events whose bodies it is about, where it is not the event of the path alone.
  public var events: [String]

  /// Names the change for approvals: stable while the change itself stays, whatever else is edited.
  public var fingerprint: String {
    let parts = [service, rule.id, path, old?.text ?? "-", new?.text ?? "-", message]
    return Fingerprint.text(of: parts)
  }
}

/// FNV-1a over 64 bits: short, and the same on every machine.
enum Fingerprint {
  static func text(of parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
