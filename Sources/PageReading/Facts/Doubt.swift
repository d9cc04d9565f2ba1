/// A reason why a fact may be read wrongly. A difference that depends on a doubtful fact is unsure.
public enum Doubt: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The indentation of the item fits no field above it; the types of the fields decide the nesting.
  case looseIndentation = "loose-indentation"
  /// The type is a container, and the page shows no member below it.
  case emptyContainer = "empty-container"
  /// The list is flat, so the nesting comes from the schema.
  case nestedBySchema = "nested-by-schema"
  /// The list is flat, so the nesting comes from an example body.
  case nestedByExample = "nested-by-example"
  /// The name occurs twice in one object.
  case duplicateName = "duplicate-name"
  /// The cells of the row have no separator; names of the schema or the character classes separate them.
  case gluedCells = "glued-cells"
  /// The table has no header, so its columns are known by their content.
  case headlessTable = "headless-table"
  /// The value is in a sentence.
  case proseValue = "prose-value"
  /// The page gives no type, or an unknown word.
  case noType = "no-type"
  /// The list marker is missing, or the ticks around the name are unbalanced.
  case brokenMarkup = "broken-markup"
  /// The table is known by its position or its codes, not by a link or a caption.
  case looseTable = "loose-table"
  /// The link names an anchor that several tables have.
  case repeatedAnchor = "repeated-anchor"

  public static func < (first: Doubt, second: Doubt) -> Bool { first.rawValue < second.rawValue }

  /// Whether the doubt concerns the place of a fact, and not its name, type or value.
  public var isAboutNesting: Bool {
    switch self {
    case .looseIndentation, .emptyContainer, .nestedBySchema, .nestedByExample, .repeatedAnchor:
      true
    default: false
    }
  }
}
