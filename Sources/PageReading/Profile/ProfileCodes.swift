public import SchemaSource

/// The codes of problems with a documentation page or with its profile.
extension DiagnosticCode {
  public static let badHeadingForm = DiagnosticCode(
    id: "bad-heading-form", summary: "A form of event headings that cannot be matched.",
    explanation: """
      The form of a heading or an item is its text with the placeholders {id}, {name}, {constant} and {version}, each at \
      most once and with a text between two of them. It contains {id} or {name}, unless the id is the anchor.
      """)
  public static let unmatchedEntry = DiagnosticCode(
    id: "unmatched-entry", summary: "An entry of pages.yaml that matches nothing on the page.",
    explanation: """
      The page was rewritten, or the entry belongs to another page. Of the entries that all pages share, one of each list \
      must match; of the entries below the name of a page, every one. Correct the entry, or move it to the pages that it \
      describes.
      """)
  public static let badPage = DiagnosticCode(
    id: "bad-page", summary: "A file that is no documentation page.",
    explanation: """
      A page is Markdown, HTML or the text of a browser in UTF-8, with at most 8 MiB. Save the page again: as source if \
      the vendor publishes it, otherwise as HTML or as text.
      """)
  public static let otherPage = DiagnosticCode(
    id: "other-page", summary: "A page that declares none of the events of the service.",
    explanation: """
      The file is the page of another service, or its headings were rewritten. Name the right page, or correct the forms \
      of events in pages.yaml.
      """)

  /// All codes of the module.
  public static let pageCodes: [DiagnosticCode] = [
    badHeadingForm, unmatchedEntry, badPage, otherPage,
  ]
}
