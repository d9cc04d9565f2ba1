public import CallbackSchema
public import SchemaSource

/// How the pages of a service are written: the content of `Schemas/SERVICE/pages.yaml`.
///
/// The reader has general rules for the forms of a page. A profile states what they cannot know: the shape of event
/// headings, and the place of the fields below a caption.
public struct PageProfile: Hashable, Sendable {
  /// The pages, in the order of the file.
  public var pages: [Page]
  /// The path of the file.
  public var path: String

  public init(pages: [Page], path: String) {
    self.pages = pages
    self.path = path
  }

  /// The page of a name.
  public func page(named name: String) -> Page? { pages.first { $0.name == name } }

  /// One page, with its own entries instead of the common ones.
  public struct Page: Hashable, Sendable {
    public var name: String
    public var edition: PageEdition
    public var form = PageForm.markup
    /// The forms of headings and items that open events; the first that matches counts.
    public var events = EntryGroup<EventPattern>()
    /// The captions of the tables that list the events.
    public var indexes = EntryGroup<String>()
    /// The captions of field groups outside the events, by the place of their fields.
    public var scopes: [ScopeEntry] = []
    /// Further words for the columns of tables.
    public var columns: [ColumnEntry] = []
    /// Further words for types.
    public var types: [TypeEntry] = []
    /// The captions of sections that do not describe callbacks.
    public var ignored = EntryGroup<String>()
    /// The members that another page documents: names, or paths of the envelope.
    public var elsewhere: [Located<String>] = []
    public var range: SourceRange

    public init(name: String, edition: PageEdition, range: SourceRange) {
      self.name = name
      self.edition = edition
      self.range = range
    }
  }
}

/// The edition that a page documents.
public enum PageEdition: Hashable, Sendable {
  case named(Located<String>)
  /// The version in the heading of each event; of an event without version, every edition.
  case byHeading
}

/// The form in which a page was saved.
public enum PageForm: String, Hashable, Sendable, CaseIterable {
  /// Markdown or HTML source.
  case markup
  /// The text of a browser, without markup.
  case text
}

/// The alternatives of one entry of a profile.
///
/// On each page one of the common alternatives must match, because pages in several languages share them. Each of a
/// page's own must.
public struct EntryGroup<Entry: Hashable & Sendable>: Hashable, Sendable {
  public var entries: [Located<Entry>]
  /// Whether the page itself declares them, and not the common part of the profile.
  public var isOwn: Bool

  public init(_ entries: [Located<Entry>] = [], isOwn: Bool = false) {
    self.entries = entries
    self.isOwn = isOwn
  }
}

/// The captions of a group of fields, and the place of the fields.
public struct ScopeEntry: Hashable, Sendable {
  /// A path of the envelope, `.` for the body, or `headers`.
  public var place: Located<String>
  public var captions: EntryGroup<String>

  public init(place: Located<String>, captions: EntryGroup<String>) {
    self.place = place
    self.captions = captions
  }
}

/// Further headers of table columns with one role.
public struct ColumnEntry: Hashable, Sendable {
  public var role: ColumnRole
  public var words: EntryGroup<String>

  public init(role: ColumnRole, words: EntryGroup<String>) {
    self.role = role
    self.words = words
  }
}

/// A further word for a type.
public struct TypeEntry: Hashable, Sendable {
  public var word: Located<String>
  public var type: PageType
  /// Whether the page itself declares it, and not the common part of the profile.
  public var isOwn: Bool

  public init(word: Located<String>, type: PageType, isOwn: Bool) {
    self.word = word
    self.type = type
    self.isOwn = isOwn
  }
}
