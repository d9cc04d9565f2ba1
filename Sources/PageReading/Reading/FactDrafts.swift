/// A field before the objects that it links to are expanded. Its path is relative to its group.
struct FieldDraft {
  var field: PageField
  /// The description, for codes and names that it mentions.
  var text: String
  /// The names of objects in the type word, such as `Stream` of `Array of Stream`.
  var objectName: String?
  /// The keys of the anchors to which the type word links.
  var typeLinks: [String] = []
  var indentation = 0
}

/// Fields that stand together: a list or a table.
struct FieldGroup {
  /// What the fields belong to.
  enum Owner: Hashable {
    case event(Int)
    case scope(Int)
    /// An object to which fields link, or nothing.
    case none
  }

  var owner: Owner
  /// The event or scope in whose section the group is.
  var section: Owner
  var caption: String
  /// The keys of the anchors at the group.
  var anchors: [String]
  var position: PagePosition
  var lastLine: Int
  var rule: ReadingRule
  var drafts: [FieldDraft] = []
  var isUsed = false
}

/// A code table with what is needed to attach it to a field.
struct TableDraft {
  var table: PageTable
  /// The keys of its anchors.
  var anchors: [String]
  var section: FieldGroup.Owner
  /// The group and the place of the field of the list item directly above the table.
  var itemAbove: (group: Int, field: Int)?
}

/// An example before it is compared with the fields.
struct ExampleDraft {
  var example: PageExample
  var section: FieldGroup.Owner
}
