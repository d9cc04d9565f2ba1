public import SchemaReview

/// A difference between two states of a page.
public struct PageChange: Hashable, Sendable {
  /// The kind of a change.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case eventAdded = "event-added"
    case eventRemoved = "event-removed"
    case eventRenamed = "event-renamed"
    case sectionAdded = "section-added"
    case sectionRemoved = "section-removed"
    case fieldAdded = "field-added"
    case fieldRemoved = "field-removed"
    case fieldMoved = "field-moved"
    case fieldRenamed = "field-renamed"
    case type
    case values
    case presence
  }

  public var kind: Kind
  /// The path on the old page, or on the new one for an addition: `events.uploaded.fileList`.
  public var path: String
  /// What changed, on one line.
  public var message: String
  /// The position on the old page; nil for an addition.
  public var old: PagePosition?
  /// The position on the new page; nil for a removal.
  public var new: PagePosition?
  /// Whether both pages were read without doubt in this place.
  public var isCertain: Bool
  /// The doubts with which the pages were read.
  public var doubts: [Doubt]
  /// All paths of a declaration that several events share; empty for one of a single event.
  public var sharedBy: [String] = []
  /// The changes of the schema that follow, with their verdicts; empty without a schema.
  public var effects: [Change] = []

  /// The sign of the change: `+` for an addition, `-` for a removal, otherwise `~`.
  public var sign: String { old == nil ? "+" : new == nil ? "-" : "~" }
}

/// What changed between two states of a page.
public struct PageRevision: Sendable {
  public var oldPath: String
  public var newPath: String
  /// The name of the service; nil without a schema.
  public var service: String?
  /// The changes in the order of the new page; a removal is where the removed element was expected.
  public var changes: [PageChange]
  /// The changes of the schema that belong to no change of the page.
  public var otherEffects: [Change] = []
  /// The lines of each page that look like declarations, and that no rule reads.
  public var unread: (old: [UnreadLine], new: [UnreadLine])
}
