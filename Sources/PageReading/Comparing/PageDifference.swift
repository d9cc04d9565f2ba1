public import SchemaSource

/// A difference between a page and a schema.
public struct PageDifference: Hashable, Sendable {
  /// The statement of the schema that explains a difference, so that it needs no action.
  public struct Explanation: Hashable, Sendable {
    /// The statement: a reading, or an omission.
    public var text: String
    public var range: SourceRange
  }

  public var rule: PageRule
  public var service: String
  /// The path: `events.uploaded.fileList[].fileName`, `envelope.payload.sid` or `headers.Sign`.
  public var path: String
  /// What differs, on one line.
  public var message: String
  /// The position on the page: of the declaration, or of the place at which it is expected.
  public var page: PagePosition
  /// The position of the declaration in the schema; nil for what the schema lacks.
  public var schema: SourceRange?
  /// Whether the page was read without doubt in this place.
  public var isCertain: Bool
  /// The doubts with which the page was read.
  public var doubts: [Doubt]
  public var explanation: Explanation?
  /// All paths of a declaration that several events share; empty for one of a single event.
  public var sharedBy: [String] = []

  /// The hash, 16 hexadecimal digits, that identifies the difference whatever the positions are.
  public var fingerprint: String {
    let parts = [service, rule.id, path, message]
    // A 64-bit FNV-1a hash, which is the same in every process and on every machine.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in parts.flatMap({ $0.utf8 + [0] }) {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
