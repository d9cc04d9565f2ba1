/// A text with its inline markup: code spans, links and anchors.
public struct InlineText: Hashable, Sendable {
  /// A code span.
  public struct Span: Hashable, Sendable {
    /// The place of the span in the characters of `plain`.
    public var range: Range<Int>

    public init(range: Range<Int>) { self.range = range }
  }

  /// A link.
  public struct Link: Hashable, Sendable {
    public var text: String
    public var target: String

    public init(text: String, target: String) {
      self.text = text
      self.target = target
    }
  }

  /// The text without markup, in characters.
  public var plain: [Character]
  public var codeSpans: [Span]
  public var links: [Link]
  /// The anchors that the text declares, without `#`.
  public var anchors: [String]
  /// Whether a tick has no partner.
  public var hasStrayTicks = false
  public var position: PagePosition

  public init(
    plain: [Character], codeSpans: [Span] = [], links: [Link] = [], anchors: [String] = [],
    position: PagePosition
  ) {
    self.plain = plain
    self.codeSpans = codeSpans
    self.links = links
    self.anchors = anchors
    self.position = position
  }

  public var string: String { plain.joined() }
}
