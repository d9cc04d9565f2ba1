/// What a documentation page declares: events, fields, code tables and example bodies, each with its position, the rule
/// that read it and its doubts.
public struct PageFacts: Hashable, Sendable {
  /// The path of the page, as in messages.
  public var path: String
  /// The name of the page in the profile; nil without a profile.
  public var page: String?
  /// The edition of the schema that the page is; nil without a profile, and if the headings name the editions.
  public var edition: String?
  /// The number of lines.
  public var lineCount: Int
  /// The number of lines that are not blank.
  public var textLineCount = 0
  /// The groups of fields that do not belong to one event, in the order of the page.
  public var scopes: [PageScope] = []
  /// The events, in the order of the page; an event that only an index lists comes last.
  public var events: [PageEvent] = []
  /// The tables of events, in the order of the page.
  public var indexes: [PageIndex] = []
  /// The tables of codes and of objects.
  public var tables: [PageTable] = []
  /// All example bodies, those of events included.
  public var examples: [PageExample] = []
  /// The lines that look like declarations, and that no rule reads.
  public var unread: [UnreadLine] = []

  public init(path: String, lineCount: Int) {
    self.path = path
    self.lineCount = lineCount
  }
}

/// A group of fields outside the events: those of the envelope, of one of its objects, or the headers.
public struct PageScope: Hashable, Sendable {
  /// The place of the fields in a callback: a path of the envelope, `.` for the body, `headers`; empty if the profile does
  /// not assign the group to a place.
  public var place: String
  /// The text that announces the fields.
  public var caption: String
  public var position: PagePosition
  public var fields: [PageField] = []

  public init(place: String, caption: String, position: PagePosition) {
    self.place = place
    self.caption = caption
    self.position = position
  }
}

/// A table that lists the events.
public struct PageIndex: Hashable, Sendable {
  /// An event of the table.
  public struct Row: Hashable, Sendable {
    /// The value of the discriminator, as the page writes it; nil if the row has none.
    public var id: String?
    /// The name of the event, or the vendor's name of the constant.
    public var name: String?
    /// The version in the name, as in `RecordStopped(2020-12-01)`.
    public var version: String?
    /// The target of the link in the row, without `#`.
    public var anchor: String?
    public var position: PagePosition

    public init(position: PagePosition) { self.position = position }
  }

  public var caption: String
  public var position: PagePosition
  public var rows: [Row]

  public init(caption: String, position: PagePosition, rows: [Row]) {
    self.caption = caption
    self.position = position
    self.rows = rows
  }
}

/// A line that looks like a declaration, and that no rule reads.
public struct UnreadLine: Hashable, Sendable {
  /// The kind of the line.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// A list item that begins with a name in a code span.
    case codeItem = "code-item"
    /// A list item with items below it.
    case parentItem = "parent-item"
    /// A table that is neither of fields, nor of codes, nor an index.
    case table
    /// A table of fields or codes that belongs to no event, place or field.
    case looseTable = "loose-table"
    /// A code block that is almost JSON.
    case example
  }

  public var reason: Reason
  /// The line, shortened.
  public var text: String
  public var position: PagePosition

  public init(reason: Reason, text: String, position: PagePosition) {
    self.reason = reason
    self.text = text
    self.position = position
  }
}
