/// The rule that read a fact: the form of the page's text.
public enum ReadingRule: String, Hashable, Sendable, CaseIterable {
  // Events

  /// A heading of the profile's form.
  case eventHeading = "event-heading"
  /// A list item of the profile's form.
  case eventItem = "event-item"
  /// A heading to which an index links, or that an index names.
  case indexedHeading = "indexed-heading"
  /// A row of an index, for an event without a section.
  case indexRow = "index-row"

  // Fields

  /// A list item: a name, a colon and a type word.
  case fieldItem = "field-item"
  /// A paragraph of the same form, whose list marker is lost.
  case fieldParagraph = "field-paragraph"
  /// A row of a table with a column of names.
  case fieldRow = "field-row"
  /// A row whose cells have no separator.
  case gluedFieldRow = "glued-field-row"
  /// A tag with the attributes `name` and `type`.
  case parameterTag = "parameter-tag"

  // Values

  /// A list item below a field.
  case valueItem = "value-item"
  /// A part of a cell, such as a list item or a line: a value, a colon and a meaning.
  case valueSegment = "value-segment"
  /// Values with colons and meanings, one after the other in a text.
  case valueSequence = "value-sequence"
  /// Values in braces.
  case valueSet = "value-set"
  /// Values separated by slashes or enumeration commas.
  case valueAlternatives = "value-alternatives"
  /// Several values in a column of examples.
  case exampleValues = "example-values"
  /// Values in a sentence.
  case valueProse = "value-prose"
  /// A row of a table of codes.
  case codeRow = "code-row"
  /// A part of a row of codes below a label.
  case codeSegment = "code-segment"
  /// A row of codes whose cells have no separator.
  case gluedCodeRow = "glued-code-row"

  // Tables

  /// A table with separators between its cells.
  case pipeTable = "pipe-table"
  /// An HTML table.
  case htmlTable = "html-table"
  /// Lines that are rows of a table without separators.
  case gluedTable = "glued-table"
}
