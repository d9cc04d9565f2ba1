public import SchemaSource

/// A kind of difference between a page and a schema, or between two states of a page.
public struct PageRule: Hashable, Sendable {
  /// The ID with the explanation that `callbackgen explain` prints.
  public let code: DiagnosticCode

  /// The unique ID: `page-type`.
  public var id: String { code.id }
  /// What the difference is, in one sentence.
  public var what: String { code.summary }

  init(_ id: String, _ what: String, _ explanation: String) {
    code = DiagnosticCode(id: id, summary: what, explanation: explanation)
  }
}

extension PageRule {
  public static let eventAdded = PageRule(
    "page-event-added", "An event of the page that the schema does not have.",
    "Receivers get it as unrecognized. Add the event; 'callbackgen docs draft' prints its YAML.")
  public static let eventMissing = PageRule(
    "page-event-missing", "An event of the schema that the page does not have.",
    """
    The vendor removed it, or the page describes it under another heading. If the edition no longer documents it, \
    limit the event with editions, or begin a new edition.
    """)
  public static let eventRenamed = PageRule(
    "page-event-renamed", "An event with another ID, name or constant than in the schema.",
    "The event was recognized by its ID, by its name, or by its fields and its neighbors. Correct the schema."
  )
  public static let sectionMissing = PageRule(
    "page-section-missing", "An event that the index of the page lists, and that has no section.",
    """
    The section was removed, or its heading has another form. In the second case add the form to events in pages.yaml.
    """)
  public static let indexRowMissing = PageRule(
    "page-index-row-missing", "An event with a section that the index of the page does not list.",
    "Vendors forget rows, and remove rows before they remove sections. Nothing in the schema depends on the index."
  )
  public static let fieldAdded = PageRule(
    "page-field-added", "A field of the page that the schema does not have.",
    """
    Receivers get it as an unknown field. Add the field; if the schema has it for other editions only, add the edition \
    to its editions.
    """)
  public static let fieldMissing = PageRule(
    "page-field-missing", "A field of the schema that the page does not have.",
    """
    If the vendor removed it, limit the field with editions, or begin a new edition. A field that another page documents \
    belongs to elsewhere in pages.yaml.
    """)
  public static let fieldMoved = PageRule(
    "page-field-moved", "Fields that are in another object than in the schema.",
    """
    Bodies with the members at the other place are not decoded completely. If an example shows the place of the schema, \
    state the page's place as a reading.
    """)
  public static let fieldRenamed = PageRule(
    "page-field-renamed", "A field with another spelling than in the schema.",
    "Rename the field; if both spellings occur, state one of them as a reading with wire.")
  public static let type = PageRule(
    "page-type", "A field with another type than in the schema.",
    """
    Correct the type. If an example contradicts the page's type word, keep the type and state the word as a reading \
    with type.
    """)
  public static let values = PageRule(
    "page-values", "A field with other values than in the schema.",
    """
    Correct the rows of the code table. If the field has some rows of a shared table only, list them with values.
    """)
  public static let presence = PageRule(
    "page-presence", "A field that the page marks as required or optional, unlike the schema.",
    """
    Only a column, an attribute or an option mark counts, not a sentence. Correct optional, or state the mark as a \
    reading with optional.
    """)
  public static let readingGone = PageRule(
    "page-reading-gone", "A reading of the schema that the page no longer shows.",
    "The vendor corrected the page. Remove the reading; bodies of older states may still need an alias or accepts."
  )
  public static let example = PageRule(
    "page-example", "An example body on the page that the schema does not describe.",
    """
    Validation of the body has a finding that no example of the schema has. Add the body to Examples, and correct the \
    schema, or state what the example shows as a reading.
    """)

  /// All rules.
  public static let all = [
    eventAdded, eventMissing, eventRenamed, sectionMissing, indexRowMissing, fieldAdded,
    fieldMissing, fieldMoved, fieldRenamed, type, values, presence, readingGone, example,
  ]
}
