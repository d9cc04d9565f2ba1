/// An event that a page declares.
public struct PageEvent: Hashable, Sendable {
  /// The value of the discriminator, as the page writes it; nil if the page names the event only.
  public var id: String?
  /// The name of the event; nil if the page has only its id.
  public var name: String?
  /// The vendor's name of the constant.
  public var constant: String?
  /// The version in the heading, such as `2022-06-01`; nil if the heading has none.
  public var version: String?
  /// The heading or item that opens the section; the row of the index for an event without a section.
  public var position: PagePosition
  /// The last line of the section.
  public var lastLine: Int
  /// Whether the page has a section about the event, not only a row of an index.
  public var hasSection: Bool
  public var rule: ReadingRule
  public var doubts: Set<Doubt> = []
  /// The fields in the order of the page, each container followed by its members. Paths are relative to the payload.
  public var fields: [PageField] = []
  /// The examples of the section.
  public var examples: [PageExample] = []

  public init(position: PagePosition, rule: ReadingRule, hasSection: Bool = true) {
    self.position = position
    self.rule = rule
    self.hasSection = hasSection
    lastLine = position.line
  }

  /// The text that identifies the event on the page: the id, otherwise the name, with the version.
  public var label: String {
    let base = id ?? name ?? constant ?? "?"
    return version.map { "\(base)(\($0))" } ?? base
  }
}
