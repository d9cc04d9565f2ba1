/// A table of codes, or of the fields of an object.
public struct PageTable: Hashable, Sendable {
  /// The content of a table.
  public enum Kind: String, Hashable, Sendable {
    case codes, fields
  }

  public var kind: Kind
  /// The heading or paragraph above the table; empty if there is none.
  public var caption: String
  /// The anchors of the caption and between the caption and the table.
  public var anchors: [String]
  /// The header of the column of names or codes.
  public var header: String
  /// The codes; empty for a table of fields.
  public var values: [PageValue] = []
  public var position: PagePosition
  public var lastLine: Int
  public var rule: ReadingRule
  /// The label of the event whose section contains the table; nil outside the events.
  public var event: String?
  /// Whether an event, a scope or a field uses the table.
  public var isAttached = false

  public init(
    kind: Kind, caption: String, anchors: [String], header: String, position: PagePosition,
    rule: ReadingRule
  ) {
    self.kind = kind
    self.caption = caption
    self.anchors = anchors
    self.header = header
    self.position = position
    self.rule = rule
    lastLine = position.line
  }
}
